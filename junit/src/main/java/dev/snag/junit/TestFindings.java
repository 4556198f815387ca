package dev.snag.junit;

import dev.snag.findings.Kind;
import dev.snag.findings.Occurrence;
import java.util.List;

/** What was found of the virtual threads of a test; a parameter of its methods. */
public interface TestFindings {

    /**
     * All findings so far, allowed ones and warnings included, in the order in which they began to be seen. A hold that has ended
     * by now is there with its length; one that goes on, and is over the threshold, with its length so far.
     */
    List<Occurrence> soFar();

    /** Those of a kind. */
    default List<Occurrence> soFar(Kind kind) {
        return soFar().stream()
                .filter(finding -> finding.cause().kind() == kind)
                .toList();
    }
}
