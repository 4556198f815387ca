package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.snag.jdks.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Jar, version, advice and place of creation, of an application in a fat jar. */
final class OffenderNamesIT {

    private static final String PINS_LATER = " JDK 24 and newer pin here as well.";
    private static final String MAIN = """
            package com.acme;
            public class Main {
                public static void main(String[] args) throws Exception {
                    Thread.ofVirtual().start(Main::ask).join();
                }
                static void ask() {
                    org.postgresql.Slow.holdMonitor();
                    try { Thread.sleep(1); } catch (InterruptedException e) { throw new Error(e); }
                    new org.postgresql.SlowToInitialize();
                }
            }
            """;
    private static final Map<String, String> LIBRARY =
            Map.of("org.postgresql.Slow", """
            package org.postgresql;
            public class Slow {
                public static synchronized void holdMonitor() {
                    try { Thread.sleep(400); } catch (InterruptedException e) { throw new Error(e); }
                }
            }
            """, "org.postgresql.SlowToInitialize", """
            package org.postgresql;
            public class SlowToInitialize {
                static { try { Thread.sleep(400); } catch (InterruptedException e) { throw new Error(e); } }
            }
            """);

    @TestFactory
    Stream<DynamicTest> an_application_in_a_fat_jar_is_told_by_its_parts() {
        return InstalledJdks.chosen().stream().map(jdk -> DynamicTest.dynamicTest(jdk.toString(), () -> run(jdk)));
    }

    private static void run(Jdk jdk) throws IOException, InterruptedException {
        Path folder = Path.of(System.getProperty("snag.artifacts", "target/forked"))
                .toAbsolutePath()
                .resolve("OffenderNamesIT-" + jdk.feature());
        Forked java = Forked.in(folder);
        Path fat = FatJar.pack(folder, Map.of("com.acme.Main", MAIN), "postgresql-42.5.6.jar", LIBRARY);
        Files.writeString(
                folder.resolve("own.json"),
                "{\"advice\": [{\"name\": \"x\", \"kinds\": \"PINNED\", \"reasons\": \"CLASS_INIT\","
                        + " \"say\": \"Ask Acme.\", \"source\": \"us\"}]}");

        Outcome outcome = java.arguments(
                        jdk.tool("java"),
                        Shipped.javaAgent("report=report,creation-sites=100,advice=own.json"),
                        "-jar",
                        fat)
                .run();

        assertThat(outcome.status()).as(outcome.described()).isZero();
        assertThat(outcome.stdout()).as("the URL's handler").isEmpty();
        List<JsonObject> holds = Report.in(folder.resolve("report")).occurrences();
        assertThat(holds).as(outcome.described()).isNotEmpty().allSatisfy(hold -> {
            assertThat(Report.text(hold, "offender.jar")).contains("postgresql-42.5.6.jar");
            assertThat(Report.text(hold, "offender.version")).contains("42.5.6");
            assertThat(Report.frame(hold, "caller")).startsWith("com.acme.Main.ask:");
            assertThat(Report.text(hold, "caller.jar")).contains("classes");
            assertThat(Report.text(hold, "createdBy.thread.name")).contains("main");
            assertThat(Report.text(hold, "createdBy.site.class")).contains("com.acme.Main");
            assertThat(Report.text(hold, "createdBy.site.method")).contains("main");
        });
        assertThat(advice(holds, "CLASS_INIT")).containsExactly("Ask Acme." + (jdk.feature() < 24 ? PINS_LATER : ""));
        assertThat(advice(holds, "MONITOR"))
                .hasSize(jdk.feature() < 24 ? 1 : 0)
                .allSatisfy(said -> assertThat(said)
                        .startsWith(
                                "pgjdbc 42.5.6 synchronizes around its socket; 42.6.0 and newer use locks: upgrade."));
    }

    private static List<String> advice(List<JsonObject> holds, String reason) {
        return holds.stream()
                .filter(hold -> Report.text(hold, "reason").orElse("").equals(reason))
                .map(hold -> Report.text(hold, "advice").orElse(""))
                .toList();
    }
}
