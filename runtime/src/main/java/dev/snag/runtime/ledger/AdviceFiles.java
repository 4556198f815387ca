package dev.snag.runtime.ledger;

import dev.snag.findings.advice.AdviceBook;
import dev.snag.findings.advice.AdviceError;
import dev.snag.findings.advice.Code;
import dev.snag.findings.advice.Situation;
import dev.snag.runtime.diagnosis.Diagnosis;
import dev.snag.runtime.diagnosis.Frames;
import dev.snag.runtime.origins.Origin;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The user's advice, and the shipped one where that does not say anything; read when the first finding wants it. */
final class AdviceFiles {

    private final File users;
    private final int jdk;
    private final Ledger ledger;
    private AdviceBook book;

    /**
     * Reads nothing yet.
     *
     * @param users file of the user's own; null for none
     * @param jdk feature version of the JVM
     * @param ledger is told what is wrong with a file
     */
    AdviceFiles(File users, int jdk, Ledger ledger) {
        this.users = users;
        this.jdk = jdk;
        this.ledger = ledger;
    }

    /** What to do; null where no rule fits. */
    String on(Diagnosis diagnosis, List<Origin> origins) {
        if (book == null) {
            book = users == null ? shipped() : usersOwn().before(shipped());
        }
        return book.on(new Situation(diagnosis.cause(), diagnosis.compensated(), jdk, blamed(diagnosis, origins)));
    }

    private static List<Code> blamed(Diagnosis diagnosis, List<Origin> origins) {
        var blamed = new ArrayList<Code>();
        int culprit = diagnosis.culprit();
        if (culprit >= 0) {
            blamed.add(code(diagnosis.frames().get(culprit), origins.get(culprit)));
        }
        int offender = diagnosis.offender();
        if (offender >= 0 && (culprit < 0 || Frames.isJdk(diagnosis.frames().get(culprit)))) {
            blamed.add(code(diagnosis.frames().get(offender), origins.get(offender)));
        }
        return blamed;
    }

    private static Code code(StackTraceElement frame, Origin origin) {
        return new Code(frame.getClassName(), origin.artifact(), origin.version());
    }

    private AdviceBook shipped() {
        try (InputStream in = AdviceBook.class.getResourceAsStream("advice.json")) {
            return read(in);
        } catch (IOException | AdviceError e) {
            ledger.failed("advice", e);
            return AdviceBook.EMPTY;
        }
    }

    private AdviceBook usersOwn() {
        try (InputStream in = new FileInputStream(users)) {
            return read(in);
        } catch (IOException e) {
            ledger.warn("advice", "cannot read " + users + ": " + e.getMessage() + "; only the agent's own is given");
        } catch (AdviceError e) {
            ledger.warn("advice", "cannot use " + users + ": " + e.getMessage() + "; only the agent's own is given");
        }
        return AdviceBook.EMPTY;
    }

    private static AdviceBook read(InputStream in) throws IOException, AdviceError {
        try (var text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return AdviceBook.read(text);
        }
    }
}
