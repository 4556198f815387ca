package dev.snag.agent.code;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Searches one method for the monitor that is entered on a line. {@code javac} pushes the object, duplicates it, stores the
 * copy and enters: what pushed it tells its static type.
 */
final class MonitorSearch extends ClassVisitor {

    private static final String CLASS = "java.lang.Class";
    /** Nobody can override these; {@code javac} names an interface as their holder where that is the receiver's type. */
    private static final Set<String> WAITS = Set.of("()V", "(J)V", "(JI)V");

    private final String method;
    private final int line;
    private final boolean waits;
    private String owner;
    private String found;

    MonitorSearch(String method, int line, boolean waits) {
        super(Opcodes.ASM9);
        this.method = method;
        this.line = line;
        this.waits = waits;
    }

    /** Binary name of the class; null where it was not found. */
    String found() {
        return found;
    }

    @Override
    public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
        owner = name.replace('/', '.');
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        if (!name.equals(method)) {
            return null;
        }
        boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
        String own = isStatic ? CLASS : owner;
        return new Body((access & Opcodes.ACC_SYNCHRONIZED) != 0 ? own : null, isStatic, descriptor);
    }

    private final class Body extends MethodVisitor {

        private final String methodsOwn;
        private final Map<Integer, String> locals = new HashMap<>();
        private int at;
        private String pushed;
        private String duplicated;
        private String entered;
        private String onLine;
        private boolean hasLine;

        Body(String methodsOwn, boolean isStatic, String descriptor) {
            super(Opcodes.ASM9);
            this.methodsOwn = methodsOwn;
            int slot = 0;
            if (!isStatic) {
                locals.put(slot++, owner);
            }
            for (Type type : Type.getArgumentTypes(descriptor)) {
                locals.put(slot, type.getClassName());
                slot += type.getSize();
            }
        }

        @Override
        public void visitLineNumber(int number, Label start) {
            at = number;
            hasLine |= number == line;
        }

        @Override
        public void visitInsn(int opcode) {
            switch (opcode) {
                case Opcodes.DUP -> duplicated = pushed;
                case Opcodes.MONITORENTER -> {
                    entered = duplicated;
                    if (at == line) {
                        onLine = entered;
                    }
                }
                default -> pushed = null;
            }
        }

        @Override
        public void visitFieldInsn(int opcode, String holder, String name, String descriptor) {
            boolean reads = opcode == Opcodes.GETFIELD || opcode == Opcodes.GETSTATIC;
            pushed = reads ? Type.getType(descriptor).getClassName() : null;
        }

        @Override
        public void visitVarInsn(int opcode, int variable) {
            if (opcode == Opcodes.ALOAD) {
                pushed = locals.get(variable);
            } else if (opcode == Opcodes.ASTORE) {
                locals.put(variable, pushed);
            }
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            pushed = opcode == Opcodes.NEW || opcode == Opcodes.CHECKCAST ? type.replace('/', '.') : null;
        }

        @Override
        public void visitLdcInsn(Object value) {
            pushed = value instanceof Type ? CLASS : null;
        }

        @Override
        public void visitMethodInsn(int opcode, String holder, String name, String descriptor, boolean isInterface) {
            if (waits && name.equals("wait") && WAITS.contains(descriptor) && at == line) {
                String receiver = descriptor.equals("()V") ? pushed : null;
                String around = entered == null ? methodsOwn : entered;
                onLine = receiver == null ? around : receiver;
            }
            boolean constructed = name.equals("<init>");
            String result = Type.getReturnType(descriptor).getClassName();
            pushed = constructed ? holder.replace('/', '.') : result;
        }

        @Override
        public void visitEnd() {
            String here = onLine != null ? onLine : hasLine || line <= 0 ? methodsOwn : null;
            found = here != null ? here : found;
        }
    }
}
