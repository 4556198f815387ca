package dev.snag.agent.hooks;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** An instance method whose body is woven into a handler, outermost, for each throwable on its way out. */
abstract class GuardedMethod extends MethodVisitor {

    private final String owner;
    private final Label start = new Label();
    private final Label end = new Label();

    /**
     * Over the plain one.
     *
     * @param owner internal name of its class
     */
    GuardedMethod(MethodVisitor plain, String owner) {
        super(Opcodes.ASM9, plain);
        this.owner = owner;
    }

    /** Writes what comes before the body, outside of the handler. */
    abstract void entry();

    /** Writes what is done before a throwable goes on. */
    abstract void thrown();

    @Override
    public void visitCode() {
        super.visitCode();
        entry();
        super.visitLabel(start);
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        super.visitLabel(end);
        var handler = new Label();
        super.visitTryCatchBlock(start, end, handler, null);
        super.visitLabel(handler);
        super.visitFrame(Opcodes.F_NEW, 1, new Object[] {owner}, 1, new Object[] {"java/lang/Throwable"});
        thrown();
        super.visitInsn(Opcodes.ATHROW);
        super.visitMaxs(maxStack, maxLocals);
    }
}
