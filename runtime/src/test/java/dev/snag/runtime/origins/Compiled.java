package dev.snag.runtime.origins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;

/** Classes that are compiled while a test runs, so that they can have any name. */
final class Compiled {

    private Compiled() {}

    /** The bytes of a class with this body; the folder is scratch. */
    static byte[] code(Path folder, String className, String body) throws IOException {
        String simple = className.substring(className.lastIndexOf('.') + 1);
        String text = "package " + className.substring(0, className.lastIndexOf('.')) + "; " + body;
        Path source = Files.writeString(Files.createTempDirectory(folder, "src").resolve(simple + ".java"), text);
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-cp", folder.toString(), "-d", folder.toString(), source.toString());
        if (status != 0) {
            throw new UncheckedIOException(new IOException("javac ended with " + status));
        }
        return Files.readAllBytes(folder.resolve(className.replace('.', '/') + ".class"));
    }

    /** A public class with nothing in it but an initializer that must not run. */
    static byte[] untouched(Path folder, String className) throws IOException {
        String simple = className.substring(className.lastIndexOf('.') + 1);
        return code(
                folder,
                className,
                "public class " + simple + " { static { if (true) throw new Error(\"initialized\"); } }");
    }
}
