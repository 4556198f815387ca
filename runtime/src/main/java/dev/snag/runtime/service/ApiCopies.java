package dev.snag.runtime.service;

import dev.snag.runtime.ledger.Ledger;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * Finds copies of the API that do not come by themselves. One that is initialized while the agent runs does; one that was
 * there before a late attach does not, nor one that only plugins use.
 */
final class ApiCopies {

    private static final String CONNECTION = "dev.snag.AgentConnection";
    private static final String JAR = "snag-api";

    private ApiCopies() {}

    /** Whether the class path names the API; it is not searched, as that would open every jar of the application. */
    static boolean onClassPath() {
        return System.getProperty("java.class.path", "").contains(JAR)
                || System.getProperty("jdk.module.path", "").contains(JAR);
    }

    static void connectOnClassPath(Ledger ledger) {
        try {
            connect(Class.forName(CONNECTION, true, ClassLoader.getSystemClassLoader()), ledger);
        } catch (ClassNotFoundException onlyItsName) {
            ledger.note("the class path names " + JAR + ", which is not there; plugins are not looked for");
        }
    }

    static void connectLoaded(Host host) {
        for (Class<?> type : host.loaded()) {
            if (type.getName().equals(CONNECTION)) {
                connect(type, host.ledger());
            }
        }
    }

    private static void connect(Class<?> connection, Ledger ledger) {
        try {
            Method connect = connection.getDeclaredMethod("connect");
            connect.setAccessible(true);
            connect.invoke(null);
        } catch (InvocationTargetException e) {
            ledger.failed("api", e.getCause());
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            ledger.failed("api", e);
        }
    }
}
