package dev.snag.agent.strict;

import dev.snag.agent.hooks.BridgeClass;
import dev.snag.agent.strict.CallRow.What;
import dev.snag.runtime.bridge.Calls;
import dev.snag.runtime.strict.StrictWatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.LocalVariablesSorter;

/** Weaves the calls of the bridge into the bytes of a class. Only bodies change, so that it works on a class in use too. */
final class CallWeaver {

    private static final String HANDLE = "java/lang/invoke/MethodHandle";

    private CallWeaver() {}

    /**
     * The woven class.
     *
     * @param woven the rows that were found
     * @param methods names of the methods that were woven
     */
    record Result(byte[] code, List<CallRow> woven, List<String> methods) {}

    /** Null where none of the rows has a method with code in it. */
    static Result weave(byte[] code, List<CallRow> rows) {
        var reader = new ClassReader(code);
        var writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        var woven = new ArrayList<CallRow>();
        var methods = new ArrayList<String>();
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] exceptions) {
                        MethodVisitor plain = super.visitMethod(access, name, descriptor, signature, exceptions);
                        boolean hasCode = (access & (Opcodes.ACC_NATIVE | Opcodes.ACC_ABSTRACT)) == 0;
                        for (CallRow row : rows) {
                            if (hasCode && !name.startsWith("<") && row.is(name, descriptor)) {
                                woven.add(row);
                                methods.add(name);
                                return row.what() == What.FOREIGN
                                        ? new ReturnsHandle(plain)
                                        : new Watched(access, descriptor, plain, number(row));
                            }
                        }
                        return plain;
                    }
                },
                ClassReader.EXPAND_FRAMES);
        return woven.isEmpty() ? null : new Result(writer.toByteArray(), List.copyOf(woven), List.copyOf(methods));
    }

    /** The bridge's number of what a row is. */
    static int number(CallRow row) {
        return switch (row.what()) {
            case GROUP -> Calls.GROUP;
            case QUIET -> Calls.QUIET;
            case PINNED -> Calls.PINNED;
            case CALL -> StrictWatch.number(row.category());
            case FOREIGN -> throw new IllegalArgumentException(row.toString());
        };
    }

    /** {@code exit(begin, number)} for a {@code begin = enter(number, this)} at the entry. */
    static void exit(MethodVisitor to, int begin, int number) {
        to.visitVarInsn(Opcodes.LLOAD, begin);
        push(to, number);
        to.visitMethodInsn(Opcodes.INVOKESTATIC, BridgeClass.CALLS, "exit", "(JI)V", false);
    }

    static void enter(MethodVisitor to, boolean isStatic, int begin, int number) {
        push(to, number);
        if (isStatic) {
            to.visitInsn(Opcodes.ACONST_NULL);
        } else {
            to.visitVarInsn(Opcodes.ALOAD, 0);
        }
        to.visitMethodInsn(Opcodes.INVOKESTATIC, BridgeClass.CALLS, "enter", "(ILjava/lang/Object;)J", false);
        to.visitVarInsn(Opcodes.LSTORE, begin);
    }

    private static void push(MethodVisitor to, int number) {
        to.visitIntInsn(Opcodes.SIPUSH, number);
    }

    /** A call at the entry, and one at each return and, outermost, for each throwable on its way out. */
    private static final class Watched extends LocalVariablesSorter {

        private final boolean isStatic;
        private final int number;
        private final Label start = new Label();
        private final Label end = new Label();
        private int begin;

        Watched(int access, String descriptor, MethodVisitor plain, int number) {
            super(Opcodes.ASM9, access, descriptor, plain);
            isStatic = (access & Opcodes.ACC_STATIC) != 0;
            this.number = number;
        }

        @Override
        public void visitCode() {
            super.visitCode();
            begin = newLocal(Type.LONG_TYPE);
            enter(mv, isStatic, begin, number);
            mv.visitLabel(start);
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
                exit(mv, begin, number);
            }
            super.visitInsn(opcode);
        }

        @Override
        public void visitMaxs(int maxStack, int maxLocals) {
            mv.visitLabel(end);
            Label handler = new Label();
            mv.visitTryCatchBlock(start, end, handler, null);
            mv.visitLabel(handler);
            var locals = new Object[firstLocal + 1];
            Arrays.fill(locals, Opcodes.TOP); // a body may have put anything into its parameters
            locals[firstLocal] = Opcodes.LONG;
            mv.visitFrame(Opcodes.F_NEW, locals.length, locals, 1, new Object[] {"java/lang/Throwable"});
            exit(mv, begin, number);
            mv.visitInsn(Opcodes.ATHROW);
            super.visitMaxs(maxStack, maxLocals);
        }
    }

    /** {@code return foreign(handle)} in the place of {@code return handle}. */
    private static final class ReturnsHandle extends MethodVisitor {

        ReturnsHandle(MethodVisitor plain) {
            super(Opcodes.ASM9, plain);
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode == Opcodes.ARETURN) {
                super.visitMethodInsn(
                        Opcodes.INVOKESTATIC,
                        BridgeClass.CALLS,
                        "foreign",
                        "(Ljava/lang/Object;)Ljava/lang/Object;",
                        false);
                super.visitTypeInsn(Opcodes.CHECKCAST, HANDLE);
            }
            super.visitInsn(opcode);
        }
    }
}
