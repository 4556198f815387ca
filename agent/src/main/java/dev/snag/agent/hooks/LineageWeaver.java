package dev.snag.agent.hooks;

import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The places at which the scope of a test is handed on, the same on JDK 21 to 27. A call at the entry of each way to start a
 * thread, on the thread that starts the other: {@code VirtualThread.start(ThreadContainer)}, to which its other {@code start}
 * leads, and both of {@code Thread}. In thread pools one where a task is taken, and one before a worker runs it.
 */
final class LineageWeaver {

    private static final String STARTING = "starting(Ljava/lang/Thread;)V";
    private static final String SUBMITTED = "submitted(Ljava/lang/Object;)V";
    private static final String RUNNING = "running(Ljava/lang/Object;)V";
    private static final String POOL = "java/util/concurrent/ThreadPoolExecutor";
    private static final String BEFORE_EXECUTE = "beforeExecute(Ljava/lang/Thread;Ljava/lang/Runnable;)V";

    /**
     * What is called at the entry of a method, with the argument in a local variable.
     *
     * @param local 0 for the object itself
     */
    private record Entry(String method, int local) {}

    private static final Map<String, Map<String, Entry>> ENTRIES = Map.of(
            "java/lang/VirtualThread",
            Map.of("start(Ljdk/internal/vm/ThreadContainer;)V", new Entry(STARTING, 0)),
            "java/lang/Thread",
            Map.of(
                    "start(Ljdk/internal/vm/ThreadContainer;)V",
                    new Entry(STARTING, 0),
                    "start()V",
                    new Entry(STARTING, 0)),
            POOL,
            Map.of("execute(Ljava/lang/Runnable;)V", new Entry(SUBMITTED, 1)),
            "java/util/concurrent/ScheduledThreadPoolExecutor",
            Map.of("delayedExecute(Ljava/util/concurrent/RunnableScheduledFuture;)V", new Entry(SUBMITTED, 1)));

    private int places;

    /** Internal names of the classes that have them. */
    static Set<String> classes() {
        return ENTRIES.keySet();
    }

    /** How many places there are in a class. */
    static int placesIn(String name) {
        return ENTRIES.get(name).size() + (name.equals(POOL) ? 1 : 0);
    }

    /** How many places of a class were found. */
    int places() {
        return places;
    }

    byte[] weave(byte[] code) {
        var reader = new ClassReader(code);
        var writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        String owner = reader.getClassName();
        Map<String, Entry> entries = ENTRIES.getOrDefault(owner, Map.of());
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] exceptions) {
                        MethodVisitor plain = super.visitMethod(access, name, descriptor, signature, exceptions);
                        Entry entry = entries.get(name + descriptor);
                        if (entry != null) {
                            return new CalledFirst(plain, entry);
                        }
                        return owner.equals(POOL) && name.equals("runWorker") ? new BeforeTask(plain) : plain;
                    }
                },
                0);
        return writer.toByteArray();
    }

    private static void call(MethodVisitor to, String method) {
        int descriptor = method.indexOf('(');
        to.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                BridgeClass.LINEAGE,
                method.substring(0, descriptor),
                method.substring(descriptor),
                false);
    }

    private final class CalledFirst extends MethodVisitor {

        private final Entry entry;

        CalledFirst(MethodVisitor plain, Entry entry) {
            super(Opcodes.ASM9, plain);
            this.entry = entry;
        }

        @Override
        public void visitCode() {
            super.visitCode();
            places++;
            super.visitVarInsn(Opcodes.ALOAD, entry.local);
            call(mv, entry.method);
        }
    }

    /** The task is the last argument of {@code beforeExecute}, and so on top of the stack. */
    private final class BeforeTask extends MethodVisitor {

        BeforeTask(MethodVisitor plain) {
            super(Opcodes.ASM9, plain);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            if (owner.equals(POOL) && BEFORE_EXECUTE.equals(name + descriptor)) {
                places++;
                super.visitInsn(Opcodes.DUP);
                call(mv, RUNNING);
            }
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        }
    }
}
