package dev.snag.agent.hooks;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Weaves the hooks into the bytes of {@code VirtualThread}. All else of the class stays as it is, annotations included:
 * {@code @ChangesCurrentThread} must survive.
 */
final class HookWeaver {

    private HookWeaver() {}

    /**
     * The woven class.
     *
     * @param woven the targets that were found, in order
     */
    record Result(byte[] code, List<HookTarget> woven) {}

    static Result weave(byte[] code) {
        return weave(code, HookTarget.ALL);
    }

    static Result weave(byte[] code, List<HookTarget> targets) {
        var reader = new ClassReader(code);
        var writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        var woven = new ArrayList<HookTarget>();
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] exceptions) {
                        MethodVisitor plain = super.visitMethod(access, name, descriptor, signature, exceptions);
                        for (HookTarget target : targets) {
                            if (target.is(name, descriptor)) {
                                woven.add(target);
                                return target.weave() == HookTarget.Weave.START
                                        ? new CalledFirst(plain)
                                        : new Hooked(plain, target);
                            }
                        }
                        return plain;
                    }
                },
                ClassReader.EXPAND_FRAMES);
        return new Result(writer.toByteArray(), List.copyOf(woven));
    }

    /** A call at the entry alone. */
    private static final class CalledFirst extends MethodVisitor {

        CalledFirst(MethodVisitor plain) {
            super(Opcodes.ASM9, plain);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            super.visitVarInsn(Opcodes.ALOAD, 0);
            super.visitMethodInsn(
                    Opcodes.INVOKESTATIC, BridgeClass.CREATIONS, "starting", "(Ljava/lang/Thread;)V", false);
        }
    }

    /** A call at the entry, and one at each return and, outermost, for each throwable on its way out. */
    private static final class Hooked extends GuardedMethod {

        private final HookTarget target;

        Hooked(MethodVisitor plain, HookTarget target) {
            super(plain, target.owner());
            this.target = target;
        }

        @Override
        void entry() {
            switch (target.weave()) {
                case MOUNT -> {
                    super.visitVarInsn(Opcodes.ALOAD, 0);
                    call("mounted", "(Ljava/lang/Thread;)V");
                }
                case PARK -> {
                    super.visitVarInsn(Opcodes.ALOAD, 0);
                    carrier();
                    call("parking", "(Ljava/lang/Thread;Ljava/lang/Thread;)V");
                }
                case START -> throw new IllegalArgumentException(target.toString());
            }
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode == Opcodes.RETURN) {
                thrown();
            }
            super.visitInsn(opcode);
        }

        /** The same at a return. */
        @Override
        void thrown() {
            switch (target.weave()) {
                case MOUNT -> call("unmounted", "()V");
                case PARK -> {
                    carrier();
                    call("parked", "(Ljava/lang/Thread;)V");
                }
                case START -> throw new IllegalArgumentException(target.toString());
            }
        }

        private void carrier() {
            super.visitVarInsn(Opcodes.ALOAD, 0);
            super.visitFieldInsn(Opcodes.GETFIELD, target.owner(), "carrierThread", "Ljava/lang/Thread;");
        }

        private void call(String method, String descriptor) {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, BridgeClass.INTERNAL_NAME, method, descriptor, false);
        }
    }
}
