package dev.snag.agent.code;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** The static type of what an instruction of a method leaves on top of the operand stack. */
final class Operand {

    static final String CLASS = "java.lang.Class";
    private static final int MOST_STEPS = 16;

    private final ClassNode type;
    private final MethodNode method;

    Operand(ClassNode type, MethodNode method) {
        this.type = type;
        this.method = method;
    }

    /** Binary name of a class; null where it cannot be told. */
    String typeOf(AbstractInsnNode instruction) {
        return typeOf(instruction, MOST_STEPS);
    }

    private String typeOf(AbstractInsnNode instruction, int steps) {
        if (instruction == null || steps == 0) {
            return null;
        }
        return switch (instruction) {
            case FieldInsnNode field -> Type.getType(field.desc).getClassName();
            case TypeInsnNode made -> made.desc.replace('/', '.');
            case LdcInsnNode constant -> constant.cst instanceof Type ? CLASS : null;
            case MethodInsnNode call ->
                call.name.equals("<init>")
                        ? call.owner.replace('/', '.')
                        : Type.getReturnType(call.desc).getClassName();
            case VarInsnNode variable ->
                variable.getOpcode() == Opcodes.ALOAD
                        ? typeOfLocal(variable, steps)
                        : typeOf(CodeLines.before(variable), steps - 1); // the stored value's copy is still there
            default -> instruction.getOpcode() == Opcodes.DUP ? typeOf(CodeLines.before(instruction), steps - 1) : null;
        };
    }

    private String typeOfLocal(VarInsnNode load, int steps) {
        int slot = 0;
        if ((method.access & Opcodes.ACC_STATIC) == 0) {
            if (load.var == slot) {
                return type.name.replace('/', '.');
            }
            slot++;
        }
        for (Type parameter : Type.getArgumentTypes(method.desc)) {
            if (load.var == slot) {
                return parameter.getClassName();
            }
            slot += parameter.getSize();
        }
        return typeOf(CodeLines.before(storeBefore(load)), steps - 1);
    }

    private static AbstractInsnNode storeBefore(VarInsnNode load) {
        for (AbstractInsnNode at = load.getPrevious(); at != null; at = at.getPrevious()) {
            if (at instanceof VarInsnNode store && store.getOpcode() == Opcodes.ASTORE && store.var == load.var) {
                return store;
            }
        }
        return load; // a local that nothing stores is none of javac's
    }
}
