package dev.snag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of {@code docs/api.md} compile as they stand. */
class DocumentedExamplesTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "api.md");

    @TempDir
    private Path classes;

    @Test
    void every_example_compiles() throws IOException {
        List<String> examples = examples();
        assertThat(examples).hasSizeGreaterThanOrEqualTo(7);
        for (String example : examples) {
            assertThat(errorsOf(example)).as(example).isEmpty();
        }
    }

    @Test
    void an_example_that_is_wrong_would_be_noticed() {
        assertThat(errorsOf("Snag.noSuchThing();")).contains("noSuchThing");
    }

    private static List<String> examples() throws IOException {
        var examples = new ArrayList<String>();
        StringBuilder example = null;
        for (String line : Files.readAllLines(DOCUMENT)) {
            if (line.equals("```java")) {
                example = new StringBuilder();
            } else if (line.equals("```") && example != null) {
                examples.add(example.toString());
                example = null;
            } else if (example != null) {
                example.append(line).append('\n');
            }
        }
        return examples;
    }

    private String errorsOf(String example) {
        String source = """
                import dev.snag.*;
                import java.nio.file.*;
                import java.time.Duration;
                class Example {
                    interface Client { void send(String text) throws java.io.IOException; }
                    interface Duty { String today(); }
                    interface Gauge { void set(int value); }
                    Client client; Duty duty; Gauge gauge; java.util.List<String> pool;
                    void example() throws Exception {
                %s
                    }
                }
                """.formatted(example);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var errors = new StringWriter();
        String classPath = System.getProperty("java.class.path");
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///Example.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        compiler.getTask(
                        errors,
                        null,
                        null,
                        List.of("-cp", classPath, "-d", classes.toString(), "-proc:none"),
                        null,
                        List.of(file))
                .call();
        return errors.toString();
    }
}
