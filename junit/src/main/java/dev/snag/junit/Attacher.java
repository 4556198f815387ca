package dev.snag.junit;

import com.sun.tools.attach.VirtualMachine;

/** A process of its own: loads an agent into the JVM that asks for it. */
final class Attacher {

    private Attacher() {}

    /** Process id, the agent's jar, and its options where there are any. */
    public static void main(String[] arguments) throws Exception {
        VirtualMachine vm = VirtualMachine.attach(arguments[0]);
        try {
            vm.loadAgent(arguments[1], arguments.length > 2 ? arguments[2] : null);
        } finally {
            vm.detach();
        }
    }
}
