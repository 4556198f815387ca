package dev.snag.agent.hooks;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Four calls, the same on JDK 21 to 27: in {@code Shutdown.exit} before the hooks run and on the status that it halts with,
 * at the end of {@code Shutdown.shutdown}, and at the entry of {@code Thread.dispatchUncaughtException}.
 */
final class ExitWeaver {

    static final String BRIDGE = "java/lang/SnagExit";
    static final String SHUTDOWN = "java/lang/Shutdown";
    static final String THREAD = "java/lang/Thread";
    static final int PLACES = 4;

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
                            case SHUTDOWN + ".exit(I)V" -> new Exit(plain);
                            case SHUTDOWN + ".shutdown()V" -> new EndOfShutdown(plain);
                            case THREAD + ".dispatchUncaughtException(Ljava/lang/Throwable;)V" -> new Uncaught(plain);
                            default -> plain;
                        };
                    }
                },
                0);
        return writer.toByteArray();
    }

    private final class Exit extends MethodVisitor {

        Exit(MethodVisitor plain) {
            super(Opcodes.ASM9, plain);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            if (owner.equals(SHUTDOWN) && name.equals("runHooks")) {
                places++;
                super.visitVarInsn(Opcodes.ILOAD, 0);
                super.visitMethodInsn(Opcodes.INVOKESTATIC, BRIDGE, "exiting", "(I)V", false);
            } else if (owner.equals(SHUTDOWN) && name.equals("halt")) {
                places++;
                super.visitMethodInsn(Opcodes.INVOKESTATIC, BRIDGE, "statusFor", "(I)I", false);
            }
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        }
    }

    private final class EndOfShutdown extends MethodVisitor {

        EndOfShutdown(MethodVisitor plain) {
            super(Opcodes.ASM9, plain);
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode == Opcodes.RETURN) {
                places++;
                super.visitMethodInsn(Opcodes.INVOKESTATIC, BRIDGE, "ended", "()V", false);
            }
            super.visitInsn(opcode);
        }
    }

    private final class Uncaught extends MethodVisitor {

        Uncaught(MethodVisitor plain) {
            super(Opcodes.ASM9, plain);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            places++;
            super.visitVarInsn(Opcodes.ALOAD, 0);
            super.visitMethodInsn(Opcodes.INVOKESTATIC, BRIDGE, "uncaught", "(Ljava/lang/Thread;)V", false);
        }
    }
}
