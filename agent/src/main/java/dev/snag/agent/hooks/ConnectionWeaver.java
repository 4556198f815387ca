package dev.snag.agent.hooks;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Has the bridge told where connections begin and end. Only bodies change. */
final class ConnectionWeaver {

    private ConnectionWeaver() {}

    /**
     * The woven class.
     *
     * @param woven the targets that were found, in order
     */
    record Result(byte[] code, List<ConnectionTarget> woven) {}

    static Result weave(byte[] code) {
        var reader = new ClassReader(code);
        var writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        var woven = new ArrayList<ConnectionTarget>();
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] exceptions) {
                        MethodVisitor plain = super.visitMethod(access, name, descriptor, signature, exceptions);
                        for (ConnectionTarget target : ConnectionTarget.ALL) {
                            if (target.is(reader.getClassName(), name, descriptor)) {
                                woven.add(target);
                                return target.weave() == ConnectionTarget.Weave.CLOSED
                                        ? new Closing(plain, target.owner())
                                        : new Opening(plain, target.weave());
                            }
                        }
                        return plain;
                    }
                },
                ClassReader.EXPAND_FRAMES);
        return new Result(writer.toByteArray(), List.copyOf(woven));
    }

    private static void call(MethodVisitor to, String method, String descriptor) {
        to.visitMethodInsn(Opcodes.INVOKESTATIC, BridgeClass.CONNECTIONS, method, descriptor, false);
    }

    /** A call before each return: what throws has connected nothing. */
    private static final class Opening extends MethodVisitor {

        private final ConnectionTarget.Weave weave;

        Opening(MethodVisitor plain, ConnectionTarget.Weave weave) {
            super(Opcodes.ASM9, plain);
            this.weave = weave;
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
                super.visitVarInsn(Opcodes.ALOAD, 0);
                if (weave == ConnectionTarget.Weave.OPENED_SOCKET) {
                    super.visitVarInsn(Opcodes.ALOAD, 1);
                    super.visitVarInsn(Opcodes.ILOAD, 2);
                    call(mv, "opened", "(Ljava/lang/Object;Ljava/net/InetAddress;I)V");
                } else {
                    super.visitVarInsn(Opcodes.ALOAD, 2);
                    call(mv, "opened", "(Ljava/lang/Object;Ljava/net/SocketAddress;)V");
                }
            }
            super.visitInsn(opcode);
        }
    }

    /** A call before each return, with what is returned, and outermost for each throwable on its way out. */
    private static final class Closing extends GuardedMethod {

        Closing(MethodVisitor plain, String owner) {
            super(plain, owner);
        }

        @Override
        void entry() {
            // it is told of its end alone
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode == Opcodes.IRETURN) {
                super.visitInsn(Opcodes.DUP);
                closed();
            }
            super.visitInsn(opcode);
        }

        @Override
        void thrown() {
            super.visitInsn(Opcodes.ICONST_1);
            closed();
        }

        private void closed() {
            super.visitVarInsn(Opcodes.ALOAD, 0);
            call(mv, "closed", "(ZLjava/lang/Object;)V");
        }
    }
}
