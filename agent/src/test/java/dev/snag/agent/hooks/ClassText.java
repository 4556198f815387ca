package dev.snag.agent.hooks;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.util.CheckClassAdapter;
import org.objectweb.asm.util.Textifier;
import org.objectweb.asm.util.TraceClassVisitor;
import org.objectweb.asm.util.TraceMethodVisitor;

/** Class files as text, so that they can be compared method by method. */
public final class ClassText {

    private ClassText() {}

    /** All of each method, annotations included, by name and descriptor. */
    public static Map<String, String> methods(byte[] code) {
        var texts = new LinkedHashMap<String, Textifier>();
        visit(code, new ClassVisitor(Opcodes.ASM9) {
            @Override
            public MethodVisitor visitMethod(
                    int access, String name, String descriptor, String signature, String[] exceptions) {
                var text = new Textifier();
                texts.put(name + descriptor, text);
                return new TraceMethodVisitor(text);
            }
        });
        var methods = new LinkedHashMap<String, String>();
        texts.forEach((name, text) -> methods.put(name, print(text)));
        return methods;
    }

    /** The runtime-visible annotations of each method, by name and descriptor. */
    public static Map<String, String> annotations(byte[] code) {
        var annotations = new LinkedHashMap<String, String>();
        visit(code, new ClassVisitor(Opcodes.ASM9) {
            @Override
            public MethodVisitor visitMethod(
                    int access, String name, String descriptor, String signature, String[] exceptions) {
                return new MethodVisitor(Opcodes.ASM9) {
                    @Override
                    public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                        annotations.merge(name + descriptor, annotation + visible, String::concat);
                        return null;
                    }
                };
            }
        });
        return annotations;
    }

    /** All that is not in a method: the class itself, its fields, its nest. */
    public static String withoutMethods(byte[] code) {
        var text = new Textifier();
        visit(code, new ClassVisitor(Opcodes.ASM9, new TraceClassVisitor(null, text, null)) {
            @Override
            public MethodVisitor visitMethod(
                    int access, String name, String descriptor, String signature, String[] exceptions) {
                return null;
            }
        });
        return print(text);
    }

    /** Throws where the code does not verify as far as that can be told without the JDK that it is of. */
    public static void verify(byte[] code) {
        visit(code, new CheckClassAdapter(new ClassVisitor(Opcodes.ASM9) {}, true));
    }

    /** How often a method's text has this in it. */
    public static int count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }

    private static void visit(byte[] code, ClassVisitor visitor) {
        new ClassReader(code).accept(visitor, 0);
    }

    private static String print(Textifier text) {
        var written = new StringWriter();
        var writer = new PrintWriter(written);
        text.print(writer);
        writer.flush();
        return written.toString();
    }
}
