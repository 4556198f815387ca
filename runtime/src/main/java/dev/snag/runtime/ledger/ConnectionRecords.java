package dev.snag.runtime.ledger;

import dev.snag.findings.Frame;
import dev.snag.findings.OpenConnections;
import dev.snag.findings.OpeningSite;
import dev.snag.runtime.connections.ConnectionReport;
import dev.snag.runtime.connections.ConnectionReport.Opener;
import dev.snag.runtime.diagnosis.Frames;
import dev.snag.runtime.origins.CodeSources;
import dev.snag.runtime.origins.Origin;
import java.util.List;

/** Makes the record of too many connections: time of day, jars and versions. */
final class ConnectionRecords {

    private final WallClock clock;
    private final CodeSources sources;

    ConnectionRecords(WallClock clock, CodeSources sources) {
        this.clock = clock;
        this.sources = sources;
    }

    OpenConnections of(ConnectionReport report) {
        return new OpenConnections(
                clock.at(report.at()),
                report.host(),
                report.address(),
                report.port(),
                report.count(),
                report.limit(),
                report.peak(),
                report.openers().stream().map(this::site).toList());
    }

    private OpeningSite site(Opener opener) {
        List<StackTraceElement> frames = Frames.asWritten(opener.frames());
        List<Origin> origins = sources.of(frames);
        List<Frame> stack = StackFrames.of(frames, origins);
        return new OpeningSite(
                opener.count(),
                StackFrames.at(stack, Frames.offender(frames)),
                StackFrames.at(stack, StackFrames.own(frames, origins)),
                stack);
    }
}
