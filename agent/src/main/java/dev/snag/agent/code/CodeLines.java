package dev.snag.agent.code;

import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** The source line of each instruction of a method, and the real instructions around one. */
final class CodeLines {

    private static final int NONE = 0;

    private final Map<AbstractInsnNode, Integer> lines = new HashMap<>();

    CodeLines(MethodNode method) {
        int line = NONE;
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof LineNumberNode number) {
                line = number.line;
            } else if (instruction.getOpcode() >= 0) {
                lines.put(instruction, line);
            }
        }
    }

    int of(AbstractInsnNode instruction) {
        return lines.getOrDefault(instruction, NONE);
    }

    boolean has(int line) {
        return lines.containsValue(line);
    }

    static boolean calls(AbstractInsnNode instruction) {
        return instruction instanceof MethodInsnNode || instruction instanceof InvokeDynamicInsnNode;
    }

    /** The instruction before, past labels and lines; null at the beginning. */
    static AbstractInsnNode before(AbstractInsnNode instruction) {
        AbstractInsnNode at = instruction.getPrevious();
        while (at != null && at.getOpcode() < 0) {
            at = at.getPrevious();
        }
        return at;
    }

    /** The instruction behind, past labels and lines; null at the end. */
    static AbstractInsnNode after(AbstractInsnNode instruction) {
        AbstractInsnNode at = instruction.getNext();
        while (at != null && at.getOpcode() < 0) {
            at = at.getNext();
        }
        return at;
    }
}
