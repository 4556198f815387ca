package dev.snag.agent.hooks;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;

/**
 * Has connections seen, where there is a limit of them and nowhere else. Like all hooks it stays registered, so that another
 * agent's transformation does not lose it.
 */
public final class ConnectionHooks implements ClassFileTransformer {

    /** The sensor's name. */
    public static final String SENSOR = "connection-hooks";

    private static final String NOT_SEEN = "; connections are not counted, and max-connections tells nothing";

    private final Instrumentation instrumentation;
    private final List<ConnectionTarget> woven = new ArrayList<>();
    private volatile Throwable failure;

    /** Nothing is woven yet. */
    public ConnectionHooks(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    /** Weaves; returns {@code on}, or why it is off and what is therefore not seen. */
    public String install() {
        try {
            instrumentation.addTransformer(this, true);
            instrumentation.retransformClasses(type(ConnectionTarget.SOCKET), type(ConnectionTarget.CHANNEL));
        } catch (UnmodifiableClassException | ClassNotFoundException | RuntimeException | LinkageError e) {
            return "off: the JDK's sockets cannot be transformed (" + e + ")" + NOT_SEEN;
        }
        if (failure != null) {
            return "off: the JDK's sockets cannot be read (" + failure + ")" + NOT_SEEN;
        }
        for (ConnectionTarget target : ConnectionTarget.ALL) {
            int found = count(target);
            if (found != 1) {
                return "off: " + target + " was found " + found + " times" + NOT_SEEN;
            }
        }
        return "on";
    }

    /** Loaded, not initialized: that would settle what a {@code main} may still choose. */
    private static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(name.replace('/', '.'), false, null);
    }

    private synchronized int count(ConnectionTarget target) {
        int count = 0;
        for (ConnectionTarget each : woven) {
            count += each == target ? 1 : 0;
        }
        return count;
    }

    @Override
    public byte[] transform(
            Module module, ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] code) {
        // Constants of the compiler's: on this line nothing is loaded.
        if (loader != null || !ConnectionTarget.SOCKET.equals(name) && !ConnectionTarget.CHANNEL.equals(name)) {
            return null;
        }
        try {
            ConnectionWeaver.Result result = ConnectionWeaver.weave(code);
            found(name, result.woven());
            return result.code();
        } catch (RuntimeException | LinkageError e) {
            failure = e; // a class file of a JDK that is newer than we know; it stays as it is
            return null;
        }
    }

    /** It may be transformed again: what was found last counts. */
    private synchronized void found(String owner, List<ConnectionTarget> targets) {
        for (int i = woven.size() - 1; i >= 0; i--) {
            if (woven.get(i).owner().equals(owner)) {
                woven.remove(i);
            }
        }
        woven.addAll(targets);
    }
}
