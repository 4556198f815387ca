package dev.snag.it;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.connect.ListeningConnector;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A debugger that waits for a JVM to connect to it, so that the JVM has no debugger to wait for and says nothing of one on its
 * standard output.
 */
final class Debugger implements AutoCloseable {
    private static final String LONGEST_MILLIS = "40000";

    private final ListeningConnector connector;
    private final Map<String, Connector.Argument> arguments;
    private final String address;
    private final CompletableFuture<VirtualMachine> connected;

    private Debugger() throws IOException, IllegalConnectorArgumentsException {
        connector = Bootstrap.virtualMachineManager().listeningConnectors().stream()
                .filter(each -> each.name().equals("com.sun.jdi.SocketListen"))
                .findFirst()
                .orElseThrow();
        arguments = connector.defaultArguments();
        arguments.get("port").setValue("0");
        arguments.get("localAddress").setValue("127.0.0.1");
        arguments.get("timeout").setValue(LONGEST_MILLIS);
        address = connector.startListening(arguments);
        connected = CompletableFuture.supplyAsync(this::accept);
    }

    /** One that listens. */
    static Debugger listening() throws IOException, IllegalConnectorArgumentsException {
        return new Debugger();
    }

    private VirtualMachine accept() {
        try {
            return connector.accept(arguments);
        } catch (IOException | IllegalConnectorArgumentsException e) {
            throw new CompletionException(e);
        }
    }

    /** The option of a JVM that connects to it. */
    String asOption() {
        String port = address.substring(address.lastIndexOf(':') + 1);
        return "-agentlib:jdwp=transport=dt_socket,server=n,suspend=n,includevirtualthreads=y,address=127.0.0.1:"
                + port;
    }

    /** Suspends all of the JVM for so long. */
    void suspendAll(int millis) throws InterruptedException {
        VirtualMachine vm = connected.join();
        vm.suspend();
        Thread.sleep(millis);
        vm.resume();
    }

    /** Suspends the threads of this name, so far as it knows of them, for so long. */
    void suspend(String prefix, int millis) throws InterruptedException {
        List<ThreadReference> threads = connected.join().allThreads().stream()
                .filter(thread -> thread.name().startsWith(prefix))
                .toList();
        threads.forEach(ThreadReference::suspend);
        Thread.sleep(millis);
        threads.forEach(ThreadReference::resume);
    }

    /** Lets go of the JVM, which goes on without a debugger. */
    void leave() {
        connected.join().dispose();
    }

    @Override
    public void close() throws IOException, IllegalConnectorArgumentsException {
        connector.stopListening(arguments);
    }
}
