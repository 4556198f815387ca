package dev.snag.agent.hooks;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * One call at the entry of each way to start a thread, the same on JDK 21 to 27: {@code VirtualThread.start(ThreadContainer)},
 * to which its other {@code start} leads, and both of {@code Thread}. It runs on the thread that starts the other.
 */
final class LineageWeaver {

    static final String VIRTUAL_THREAD = HookTarget.VIRTUAL_THREAD;
    static final String THREAD = "java/lang/Thread";
    static final int PLACES = 3;

    private static final String IN_CONTAINER = ".start(Ljdk/internal/vm/ThreadContainer;)V";

    private int places;

    /** How many places of a class were found. */
    int places() {
        return places;
    }

    byte[] weave(byte[] code) {
        var reader = new ClassReader(code);
        var writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        String owner = reader.getClassName();
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] exceptions) {
                        MethodVisitor plain = super.visitMethod(access, name, descriptor, signature, exceptions);
                        return switch (owner + "." + name + descriptor) {
                            case VIRTUAL_THREAD + IN_CONTAINER, THREAD + IN_CONTAINER, THREAD + ".start()V" ->
                                new Starting(plain);
                            default -> plain;
                        };
                    }
                },
                0);
        return writer.toByteArray();
    }

    private final class Starting extends MethodVisitor {

        Starting(MethodVisitor plain) {
            super(Opcodes.ASM9, plain);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            places++;
            super.visitVarInsn(Opcodes.ALOAD, 0);
            super.visitMethodInsn(
                    Opcodes.INVOKESTATIC, BridgeClass.LINEAGE, "starting", "(Ljava/lang/Thread;)V", false);
        }
    }
}
