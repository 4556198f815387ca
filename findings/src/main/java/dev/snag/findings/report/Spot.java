package dev.snag.findings.report;

import dev.snag.findings.Frame;
import dev.snag.findings.Place;
import java.util.Optional;

/**
 * Where a build server is to show a snag: in the user's own code if it can be found there.
 *
 * @param path from the repository's root
 * @param line 0 where it is not known
 * @param found whether the file was found, or its path is a guess from the class's name
 */
public record Spot(String path, int line, boolean found) {

    private static final Spot NOWHERE = new Spot("unknown", 0, false);

    /** That of a snag. */
    public static Spot of(SnagReport snag, SourcePaths sources) {
        Place place = snag.example().place();
        Frame[] candidates = {place.caller(), place.offender(), place.culprit()};
        for (Frame frame : candidates) {
            Optional<String> path = frame == null ? Optional.empty() : sources.of(frame);
            if (path.isPresent()) {
                return new Spot(path.get(), frame.line(), true);
            }
        }
        for (Frame frame : candidates) {
            if (frame != null) {
                return new Spot(SourcePaths.below(frame) + ".java", frame.line(), false);
            }
        }
        return NOWHERE;
    }
}
