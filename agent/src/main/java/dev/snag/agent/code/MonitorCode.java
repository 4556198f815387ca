package dev.snag.agent.code;

import dev.snag.runtime.ledger.MonitorSites.Owned;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * What a class's code does with monitors, by method and line. A stack frame has no descriptor, so of overloaded methods the
 * line tells which is meant.
 *
 * <p>{@code javac} pushes the object, duplicates it, stores the copy, enters, and covers the body by a handler that leaves
 * the monitor: what pushed the object tells its static type, and the range of the handler where it is owned.
 */
final class MonitorCode {

    /** Nobody can override these; {@code javac} names an interface as their owner where that is the receiver's type. */
    private static final Set<String> WAITS = Set.of("()V", "(J)V", "(JI)V");

    private final ClassNode type = new ClassNode();

    MonitorCode(byte[] code) {
        new ClassReader(code).accept(type, ClassReader.SKIP_FRAMES);
    }

    /** Binary name of the class whose monitor is entered on this line; null where it was not found. */
    String enteredAt(String method, int line) {
        Set<String> types = new LinkedHashSet<>();
        String ownOf = null;
        for (MethodNode each : named(method)) {
            var lines = new CodeLines(each);
            for (AbstractInsnNode instruction : each.instructions) {
                if (instruction.getOpcode() == Opcodes.MONITORENTER && standsAt(lines, instruction, line)) {
                    types.add(new Operand(type, each).typeOf(CodeLines.before(instruction)));
                }
            }
            if (isSynchronized(each) && (line <= 0 || lines.has(line))) {
                ownOf = ownMonitor(each);
            }
        }
        // Two monitors that may be meant by one line are none.
        return types.isEmpty() ? ownOf : types.size() == 1 ? types.iterator().next() : null;
    }

    /** The interpreter has moved on to the instruction behind when it blocks, compiled code has not. */
    private static boolean standsAt(CodeLines lines, AbstractInsnNode enter, int line) {
        AbstractInsnNode behind = CodeLines.after(enter);
        return lines.of(enter) == line || behind != null && lines.of(behind) == line;
    }

    /** Binary name of the class of the object that is waited on in this line; null where it was not found. */
    String waitedOnAt(String method, int line) {
        for (MethodNode each : named(method)) {
            var lines = new CodeLines(each);
            for (AbstractInsnNode instruction : each.instructions) {
                if (lines.of(instruction) == line
                        && instruction instanceof MethodInsnNode call
                        && call.name.equals("wait")
                        && WAITS.contains(call.desc)) {
                    String receiver = call.desc.equals("()V")
                            ? new Operand(type, each).typeOf(CodeLines.before(instruction))
                            : null;
                    return receiver == null && owned(each, instruction) instanceof Owned.Monitor around
                            ? around.className()
                            : receiver;
                }
            }
        }
        return null;
    }

    /** The innermost monitor that a frame owns whose call stands on this line. */
    Owned ownedAt(String method, int line) {
        Owned owned = new Owned.Nothing();
        for (MethodNode each : named(method)) {
            var lines = new CodeLines(each);
            for (AbstractInsnNode instruction : each.instructions) {
                if (lines.of(instruction) == line
                        && CodeLines.calls(instruction)
                        && owned(each, instruction) instanceof Owned.Monitor monitor) {
                    return monitor;
                }
            }
        }
        return owned;
    }

    private Owned owned(MethodNode method, AbstractInsnNode at) {
        for (TryCatchBlockNode block : method.tryCatchBlocks) { // javac writes the inner ones first
            int index = method.instructions.indexOf(at);
            VarInsnNode monitor = leavesMonitor(block);
            if (monitor != null
                    && method.instructions.indexOf(block.start) < index
                    && index < method.instructions.indexOf(block.end)) {
                return new Owned.Monitor(new Operand(type, method).typeOf(monitor));
            }
        }
        return isSynchronized(method) ? new Owned.Monitor(ownMonitor(method)) : new Owned.Nothing();
    }

    /** The load of the monitor in a handler that begins by leaving it; null in any other. */
    private static VarInsnNode leavesMonitor(TryCatchBlockNode block) {
        AbstractInsnNode store = CodeLines.after(block.handler);
        AbstractInsnNode load = store == null ? null : CodeLines.after(store);
        AbstractInsnNode leave = load == null ? null : CodeLines.after(load);
        boolean fits = leave != null
                && store.getOpcode() == Opcodes.ASTORE
                && load.getOpcode() == Opcodes.ALOAD
                && leave.getOpcode() == Opcodes.MONITOREXIT;
        return fits ? (VarInsnNode) load : null;
    }

    private List<MethodNode> named(String method) {
        var named = new ArrayList<MethodNode>();
        for (MethodNode each : type.methods) {
            if (each.name.equals(method)) {
                named.add(each);
            }
        }
        return named;
    }

    private static boolean isSynchronized(MethodNode method) {
        return (method.access & Opcodes.ACC_SYNCHRONIZED) != 0;
    }

    private String ownMonitor(MethodNode method) {
        return (method.access & Opcodes.ACC_STATIC) != 0 ? Operand.CLASS : type.name.replace('/', '.');
    }
}
