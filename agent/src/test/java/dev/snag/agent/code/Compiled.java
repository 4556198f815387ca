package dev.snag.agent.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;

/** A source of a test's own, compiled; a line that is asked about ends with a comment of one word. */
record Compiled(Path folder, String name, List<String> lines) {

    static Compiled of(Path folder, String name, String source) {
        try {
            Path file = Files.writeString(folder.resolve(name + ".java"), source);
            int status = ToolProvider.getSystemJavaCompiler()
                    .run(null, null, null, "-g", "-proc:none", "-d", folder.toString(), file.toString());
            if (status != 0) {
                throw new AssertionError("does not compile: " + source);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Compiled(folder, name, source.lines().toList());
    }

    /** The number of the line that ends with this comment. */
    int line(String comment) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).endsWith("// " + comment)) {
                return i + 1;
            }
        }
        throw new AssertionError("no line ends with // " + comment);
    }

    /** The class of the monitor that the method of this name enters, or waits on, at the line with its name. */
    String monitorIn(String method, boolean waits) {
        return monitorIn(method, line(method), waits);
    }

    String monitorIn(String method, int at, boolean waits) {
        try {
            byte[] code = Files.readAllBytes(folder.resolve(name + ".class"));
            return MonitorOperands.find(code, new StackTraceElement(name, method, name + ".java", at), waits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
