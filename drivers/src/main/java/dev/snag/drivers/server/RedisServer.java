package dev.snag.drivers.server;

import java.nio.file.Path;
import java.util.Map;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.core.RedisServerBuilder;

/** Redis in a process of its own, unpacked from a jar, in memory alone. */
public final class RedisServer implements ServerProgram {

    @Override
    public RunningServer start(Path folder) throws Exception {
        int port = Ports.free();
        Path program =
                ExecutableProvider.newJarResourceProvider(folder.toFile()).get().toPath();
        redis.embedded.RedisServer server = new RedisServerBuilder()
                .executableProvider(program::toFile)
                .bind("127.0.0.1")
                .port(port)
                .setting("save \"\"")
                .setting("dir " + folder)
                .onShutdownForceStop(true)
                .build();
        server.start();
        return new RunningServer("Redis " + version(program), port, Map.of(), server::stop);
    }

    /** Such as {@code 6.2.6}. */
    private static String version(Path program) throws Exception {
        Process process = new ProcessBuilder(program.toString(), "--version").start();
        String said = new String(process.getInputStream().readAllBytes());
        // Redis server v=6.2.6 sha=00000000:0 malloc=libc bits=64 build=…
        return said.replaceFirst("(?s).*v=([0-9.]+).*", "$1").strip();
    }
}
