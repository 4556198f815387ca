package dev.snag.findings.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Texts that are kept in files and compared; {@code -Dsnag.overwriteGolden=true} writes them anew. */
public final class Golden {

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    private Golden() {}

    public static void check(String name, List<String> lines) throws IOException {
        Path file = FOLDER.resolve(name + ".txt");
        String text = String.join("\n", lines) + "\n";
        if (Boolean.getBoolean("snag.overwriteGolden")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, text);
        }
        assertThat(file)
                .as("%s; if the new text is right, run the test with -Dsnag.overwriteGolden=true", name)
                .exists()
                .hasContent(text);
    }
}
