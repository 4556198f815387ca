package dev.snag.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.snag.jdks.Jdk;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A limit of connections in real JVMs, over real sockets. */
@Execution(ExecutionMode.CONCURRENT)
class ConnectionsIT {

    private static final int LIMIT = 8;

    private static ApiRun connecting(Jdk jdk, int number) throws Exception {
        return new ApiRun("Connecting", jdk)
                .option("max-blocking-time=off")
                .option("max-connections=" + LIMIT)
                .argument(String.valueOf(number));
    }

    @EachJdk
    void more_than_the_limit_are_told_once_with_their_number_and_who_opened_them(Jdk jdk) throws Exception {
        ApiRun run = connecting(jdk, 12);
        Outcome outcome = run.run();

        assertThat(outcome.status()).as(outcome::described).isZero();
        List<JsonObject> lines = Report.in(run.report()).ofType("connections");
        assertThat(lines).as(outcome::described).hasSize(2);
        JsonObject passed = lines.get(0);
        assertThat(passed.get("port")).hasToString(outcome.stdout().strip());
        assertThat(passed.get("count").getAsInt()).isEqualTo(LIMIT + 1);
        assertThat(passed.get("limit").getAsInt()).isEqualTo(LIMIT);
        assertThat(passed.getAsJsonArray("sites"))
                .extracting(site ->
                        Report.text(site.getAsJsonObject(), "offender.method").orElse(""))
                .containsExactlyInAnyOrder("socket", "channel", "adaptor", "nonBlocking");
        assertThat(passed.getAsJsonArray("sites"))
                .extracting(site -> site.getAsJsonObject().get("count").getAsInt())
                .containsExactly(3, 2, 2, 2);
        assertThat(lines.get(1).get("peak").getAsInt()).as("at the end").isEqualTo(12);
        assertThat(lines.get(1).get("count").getAsInt()).isZero();
        assertThat(outcome.stderr())
                .containsOnlyOnce("[snag] connections: " + (LIMIT + 1) + " open at one time to ")
                .contains("[snag]   3 of 9 opened by")
                .contains("> dev.snag.it.programs.Connecting.socket:")
                .doesNotContain("Snag")
                .doesNotContain("error");
    }

    @EachJdk
    void without_a_limit_nothing_is_woven_counted_or_loaded(Jdk jdk) throws Exception {
        ApiRun run = new ApiRun("Connecting", jdk)
                .option("max-blocking-time=off")
                .argument("12")
                .jvm("-Xlog:class+load=info:file=classes.log:none");
        Outcome outcome = run.run();

        assertThat(outcome.status()).as(outcome::described).isZero();
        assertThat(outcome.stderr()).as(outcome::described).isEmpty();
        assertThat(Files.readString(outcome.folder().resolve("classes.log")))
                .contains("java.lang.SnagBridge", "dev.snag.runtime.Session")
                .doesNotContain("java.lang.SnagConnections", "ConnectionHooks", "ConnectionWatch");
        Report report = Report.in(run.report());
        assertThat(report.ofType("connections")).isEmpty();
        assertThat(report.ofType("start").get(0).getAsJsonObject("sensors").has("connection-hooks"))
                .isFalse();
    }

    @EachJdk
    void as_many_as_the_limit_are_silent_and_what_is_woven_passes_the_verifier(Jdk jdk) throws Exception {
        ApiRun run = connecting(jdk, LIMIT)
                .jvm("-Xverify:all")
                .jvm("-Xlog:redefine+class*=warning,verification=warning:file=warnings.log:none");
        Outcome outcome = run.run();

        assertThat(outcome.status()).as(outcome::described).isZero();
        assertThat(outcome.stderr()).as(outcome::described).isEmpty();
        assertThat(Files.readString(outcome.folder().resolve("warnings.log"))).isEmpty();
        Report report = Report.in(run.report());
        assertThat(report.ofType("connections")).isEmpty();
        assertThat(report.ofType("start").get(0).getAsJsonObject("sensors").get("connection-hooks"))
                .hasToString("\"on\"");
        assertThat(report.ofType("end").get(0).get("ownErrors").getAsInt()).isZero();
    }
}
