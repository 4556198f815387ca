package dev.snag.findings.policy;

import java.util.List;

/** Whether a run passes. It fails closed: where it cannot be known that all was seen, nothing passes. */
public sealed interface GateResult {

    /** Which of them it is. */
    enum Outcome {
        OFF,
        PASSES,
        FAILS,
        UNTRUSTED
    }

    /** Nobody asked: {@code fail-on=none}. */
    record Off() implements GateResult {
        @Override
        public Outcome outcome() {
            return Outcome.OFF;
        }
    }

    /** All was watched, and nothing fails. */
    record Passes() implements GateResult {
        @Override
        public Outcome outcome() {
            return Outcome.PASSES;
        }
    }

    /**
     * Something fails.
     *
     * @param snags those that fail, as far as they were kept each for itself
     * @param count how many
     * @param doubts why there may be more
     */
    record Fails(List<FailingSnag> snags, long count, List<String> doubts) implements GateResult {
        public Fails {
            snags = List.copyOf(snags);
            doubts = List.copyOf(doubts);
        }

        @Override
        public Outcome outcome() {
            return Outcome.FAILS;
        }
    }

    /**
     * Nothing was found that fails, but that says nothing.
     *
     * @param doubts why
     */
    record Untrusted(List<String> doubts) implements GateResult {
        public Untrusted {
            doubts = List.copyOf(doubts);
        }

        @Override
        public Outcome outcome() {
            return Outcome.UNTRUSTED;
        }
    }

    /** The result of what was counted, and of what is doubtful about the watch. */
    static GateResult of(PolicyAccount account, List<String> doubts) {
        if (account.policy().failOn().off()) {
            return new Off();
        }
        if (account.failingCount() > 0) {
            return new Fails(account.failing(), account.failingCount(), doubts);
        }
        return doubts.isEmpty() ? new Passes() : new Untrusted(doubts);
    }

    /** Whether the build may go on. */
    default boolean passes() {
        return switch (outcome()) {
            case OFF, PASSES -> true;
            case FAILS, UNTRUSTED -> false;
        };
    }

    /** Which of them it is, for those who need to know no more. */
    Outcome outcome();
}
