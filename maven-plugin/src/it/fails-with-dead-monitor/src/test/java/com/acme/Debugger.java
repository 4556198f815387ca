package com.acme;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;

/** Ends the monitor of another JVM: what it throws there is what its loop does not catch. */
final class Debugger {

    private Debugger() {}

    public static void main(String[] arguments) throws Exception {
        AttachingConnector byPid = Bootstrap.virtualMachineManager().attachingConnectors().stream()
                .filter(connector -> connector.name().equals("com.sun.jdi.ProcessAttach"))
                .findFirst()
                .orElseThrow();
        var where = byPid.defaultArguments();
        where.get("pid").setValue(arguments[0]);
        VirtualMachine jvm = byPid.attach(where);
        ReferenceType test = jvm.classesByName("com.acme.DeadMonitorTest").get(0);
        var deadly = (ObjectReference) test.getValue(test.fieldByName("DEADLY"));
        ThreadReference monitor = jvm.allThreads().stream()
                .filter(thread -> thread.name().equals("snag-monitor"))
                .findFirst()
                .orElseThrow();
        monitor.stop(deadly);
        jvm.dispose();
    }
}
