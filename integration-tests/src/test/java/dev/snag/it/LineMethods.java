package dev.snag.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Which methods have code on a line, by the class files of a fixture and of the classes nested in it. */
final class LineMethods {
    private LineMethods() {}

    /** {@code class.method:line} of every method that has code on one of the lines. */
    static Set<String> at(Path classes, String className, List<Integer> lines) throws IOException {
        Path file = classes.resolve(className.replace('.', '/') + ".class");
        String simple = file.getFileName().toString().replace(".class", "");
        var found = new HashSet<String>();
        List<Path> nest;
        try (Stream<Path> siblings = Files.list(file.getParent())) {
            nest = siblings.filter(path -> path.getFileName().toString().matches(simple + "(\\$.*)?\\.class"))
                    .toList();
        }
        for (Path each : nest) {
            new ClassReader(Files.readAllBytes(each)).accept(new Visitor(lines, found), ClassReader.SKIP_FRAMES);
        }
        return found;
    }

    private static final class Visitor extends ClassVisitor {
        private final List<Integer> lines;
        private final Set<String> found;
        private String owner;

        Visitor(List<Integer> lines, Set<String> found) {
            super(Opcodes.ASM9);
            this.lines = lines;
            this.found = found;
        }

        @Override
        public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
            owner = name.replace('/', '.');
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitLineNumber(int line, Label start) {
                    if (lines.contains(line)) {
                        found.add(owner + "." + name + ":" + line);
                    }
                }
            };
        }
    }
}
