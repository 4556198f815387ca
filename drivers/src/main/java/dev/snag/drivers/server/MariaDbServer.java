package dev.snag.drivers.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** MariaDB, out of Debian's packages, which are unpacked and not installed. It speaks TLS with a certificate of its own. */
public final class MariaDbServer implements ServerProgram {
    private static final List<String> PACKAGES = List.of(
            "mariadb-server-core",
            "mariadb-server",
            "mariadb-client-core",
            "libaio1",
            "liburing2",
            "libnuma1",
            "libpcre2-8-0");

    private static final Duration START = Duration.ofSeconds(30);

    @Override
    public RunningServer start(Path folder) throws Exception {
        var packages = DebianPackages.unpacked(folder.resolve("packages"), PACKAGES);
        Path data = folder.resolve("data-" + ProcessHandle.current().pid());
        Certificate certificate = Certificate.madeIn(folder);
        makeDatabase(packages, data, folder.resolve("install.txt"));
        int port = Ports.free();
        Process server = packages.process("usr/sbin/mariadbd", options(packages, data, certificate, port))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("mariadb.txt").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::destroyForcibly, "kill-mariadb"));
        Ports.await(server, port, START, folder.resolve("mariadb.txt"));
        return new RunningServer("MariaDB " + version(packages), port, Map.of(), () -> {
            server.destroy();
            server.waitFor(10, TimeUnit.SECONDS);
            Folders.delete(data);
        });
    }

    private static void makeDatabase(DebianPackages packages, Path data, Path log) throws Exception {
        packages.runToEnd(
                log,
                "usr/bin/mariadb-install-db",
                "--no-defaults",
                "--user=" + System.getProperty("user.name"),
                "--basedir=" + packages.root().resolve("usr"),
                "--datadir=" + data,
                "--auth-root-authentication-method=normal",
                "--skip-test-db");
    }

    private static List<String> options(DebianPackages packages, Path data, Certificate certificate, int port) {
        return List.of(
                "--no-defaults",
                "--user=" + System.getProperty("user.name"),
                "--basedir=" + packages.root().resolve("usr"),
                "--datadir=" + data,
                "--lc-messages-dir=" + packages.root().resolve("usr/share/mysql"),
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--socket=" + data.resolve("socket"),
                "--pid-file=" + data.resolve("pid"),
                "--ssl-cert=" + certificate.certificate(),
                "--ssl-key=" + certificate.key(),
                "--skip-log-bin");
    }

    /** Such as {@code 10.11.19}. */
    private static String version(DebianPackages packages) throws Exception {
        Process process = packages.process("usr/sbin/mariadbd", List.of("--no-defaults", "--version"))
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        // mariadbd  Ver 10.11.19-MariaDB-0+deb12u1 for debian-linux-gnu on x86_64 (Debian 12)
        return said.replaceFirst("(?s).*Ver ([0-9.]+).*", "$1").strip();
    }
}
