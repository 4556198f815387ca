package dev.snag.agent.strict;

import dev.snag.findings.Category;
import dev.snag.runtime.diagnosis.Frames;
import dev.snag.runtime.strict.StrictWatch;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Gives native methods bodies: {@code int step(long)} becomes a method that calls the bridge and {@code int $snag$step(long)},
 * which is native; the VM finds its function by the name without the prefix, as {@code Instrumentation.setNativeMethodPrefix}
 * promises. It adds methods, so it can only be done as a class is loaded.
 */
final class NativeWeaver {

    /** JNA's direct mapping looks for a function by the name of each native method of a class, whatever the prefix. */
    private static final String DIRECT_MAPPING = "com/sun/jna/Native";

    private NativeWeaver() {}

    /** The native methods that are woven, by name. */
    record Result(byte[] code, List<String> methods) {}

    /** Null where the class has no native method, or is one whose native methods must stay as they are. */
    static Result weave(byte[] code) {
        var reader = new ClassReader(code);
        if (!hasNatives(reader)) {
            return null;
        }
        var writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        var methods = new ArrayList<String>();
        var registers = new boolean[1];
        String owner = reader.getClassName();
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] exceptions) {
                        boolean isNative = (access & Opcodes.ACC_NATIVE) != 0;
                        MethodVisitor plain = super.visitMethod(
                                access & ~Opcodes.ACC_NATIVE, name, descriptor, signature, exceptions);
                        if (!isNative) {
                            return new DirectMapping(plain, registers);
                        }
                        methods.add(name);
                        return new MethodVisitor(Opcodes.ASM9, plain) {
                            @Override
                            public void visitEnd() { // behind the annotations, which stay where they were
                                body(mv, owner, access, name, descriptor);
                                super.visitEnd();
                                int hidden = access & (Opcodes.ACC_STATIC | Opcodes.ACC_NATIVE)
                                        | Opcodes.ACC_PRIVATE
                                        | Opcodes.ACC_FINAL
                                        | Opcodes.ACC_SYNTHETIC;
                                writer.visitMethod(hidden, Frames.NATIVE_PREFIX + name, descriptor, null, exceptions)
                                        .visitEnd();
                            }
                        };
                    }
                },
                0);
        return registers[0] && !owner.equals(DIRECT_MAPPING) ? null : new Result(writer.toByteArray(), methods);
    }

    private static boolean hasNatives(ClassReader reader) {
        var found = new boolean[1];
        reader.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] exceptions) {
                        found[0] |= (access & Opcodes.ACC_NATIVE) != 0;
                        return null;
                    }
                },
                ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return found[0];
    }

    private static void body(MethodVisitor to, String owner, int access, String name, String descriptor) {
        boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
        Type[] parameters = Type.getArgumentTypes(descriptor);
        Type returned = Type.getReturnType(descriptor);
        int begin = (Type.getArgumentsAndReturnSizes(descriptor) >> 2) - (isStatic ? 1 : 0);
        int number = StrictWatch.number(Category.NATIVE);
        var start = new Label();
        var end = new Label();
        var handler = new Label();
        to.visitCode();
        CallWeaver.enter(to, isStatic, begin, number);
        to.visitTryCatchBlock(start, end, handler, null);
        to.visitLabel(start);
        int local = 0;
        if (!isStatic) {
            to.visitVarInsn(Opcodes.ALOAD, local++);
        }
        for (Type parameter : parameters) {
            to.visitVarInsn(parameter.getOpcode(Opcodes.ILOAD), local);
            local += parameter.getSize();
        }
        to.visitMethodInsn(
                isStatic ? Opcodes.INVOKESTATIC : Opcodes.INVOKESPECIAL,
                owner,
                Frames.NATIVE_PREFIX + name,
                descriptor,
                false);
        to.visitLabel(end);
        CallWeaver.exit(to, begin, number);
        to.visitInsn(returned.getOpcode(Opcodes.IRETURN));
        to.visitLabel(handler);
        var locals = new ArrayList<Object>();
        for (int i = 0; i < begin; i++) {
            locals.add(Opcodes.TOP);
        }
        locals.add(Opcodes.LONG);
        to.visitFrame(Opcodes.F_NEW, locals.size(), locals.toArray(), 1, new Object[] {"java/lang/Throwable"});
        CallWeaver.exit(to, begin, number);
        to.visitInsn(Opcodes.ATHROW);
        to.visitMaxs(0, 0);
    }

    /** Sees whether a class maps native methods by JNA. */
    private static final class DirectMapping extends MethodVisitor {

        private final boolean[] registers;

        DirectMapping(MethodVisitor plain, boolean[] registers) {
            super(Opcodes.ASM9, plain);
            this.registers = registers;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            registers[0] |= owner.equals(DIRECT_MAPPING) && name.equals("register");
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        }
    }
}
