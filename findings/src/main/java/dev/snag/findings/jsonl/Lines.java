package dev.snag.findings.jsonl;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Stream;

/** Lines read one after the other, as they are asked for. */
public interface Lines extends Closeable {

    /**
     * The next line; empty at the end.
     *
     * @throws IOException where reading fails; the content of a line never is a reason to throw
     */
    Optional<Line> next() throws IOException;

    /** All that are left, lazily; a failing read is an {@link UncheckedIOException} there. */
    default Stream<Line> stream() {
        return Stream.generate(this::nextUnchecked)
                .takeWhile(Optional::isPresent)
                .map(Optional::orElseThrow);
    }

    private Optional<Line> nextUnchecked() {
        try {
            return next();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
