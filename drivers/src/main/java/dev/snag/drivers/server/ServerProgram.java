package dev.snag.drivers.server;

import java.nio.file.Path;

/** Starts one server, in this JVM or in a process that ends with it. Made by the constructor without parameters. */
public interface ServerProgram {

    /**
     * Starts it and waits until it can be asked.
     *
     * @param folder for its files: what it unpacks may stay there, data of an earlier run must not be taken up
     * @throws ServerAbsent where it cannot be had on this machine
     * @throws Exception where it does not start
     */
    RunningServer start(Path folder) throws Exception;
}
