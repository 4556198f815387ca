package dev.snag.agent.hooks;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Makes {@code sun.launcher.LauncherHelper.checkAndLoadMain}, which looks for the main class, exit with status 2. */
public final class LauncherStop implements ClassFileTransformer {

    static final String LAUNCHER = "sun/launcher/LauncherHelper";
    static final String METHOD = "checkAndLoadMain";
    private static final int STATUS = 2;

    private boolean woven;

    LauncherStop() {}

    /** Returns whether the launcher will stop. */
    public static boolean install(Instrumentation instrumentation) {
        if (System.getProperty("sun.java.command") == null) {
            return false;
        }
        var stop = new LauncherStop();
        try {
            instrumentation.addTransformer(stop, true);
            instrumentation.retransformClasses(Class.forName(LAUNCHER.replace('/', '.'), false, null));
        } catch (UnmodifiableClassException | ClassNotFoundException | RuntimeException | LinkageError e) {
            return false; // told by the caller
        }
        return stop.woven;
    }

    @Override
    public byte[] transform(
            Module module, ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] code) {
        return LAUNCHER.equals(name) ? weave(code) : null;
    }

    byte[] weave(byte[] code) {
        var reader = new ClassReader(code);
        var writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String method, String descriptor, String signature, String[] exceptions) {
                        MethodVisitor plain = super.visitMethod(access, method, descriptor, signature, exceptions);
                        if (!METHOD.equals(method)) {
                            return plain;
                        }
                        woven = true;
                        return new ExitFirst(plain);
                    }
                },
                0);
        return writer.toByteArray();
    }

    private static final class ExitFirst extends MethodVisitor {

        ExitFirst(MethodVisitor plain) {
            super(Opcodes.ASM9, plain);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            super.visitIntInsn(Opcodes.BIPUSH, STATUS);
            super.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/System", "exit", "(I)V", false);
        }
    }
}
