package dev.snag.samples.workers;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** A run for tests. */
final class RunOfTwo {

    private RunOfTwo() {}

    static Run run() {
        return new Run(
                LocalDate.parse("2026-11-27"),
                2,
                "PostgreSQL 18.6",
                128,
                Duration.ofSeconds(10),
                List.of(
                        new Row(
                                WorkerType.VIRTUAL,
                                "21.0.13+9-LTS",
                                new Numbers(7_500, 750, 160.4, 240, 0, 0),
                                31.4,
                                200L << 20,
                                40,
                                37.5,
                                "nothing",
                                null),
                        new Row(
                                WorkerType.NO_POOL,
                                "21.0.13+9-LTS",
                                new Numbers(1_000, 20, 40, 2_000, 600, 200),
                                3.25,
                                220L << 20,
                                100,
                                9,
                                "100 connections at one time, limit 50",
                                new Burst.Outcome(100, 1_900, "FATAL: <too many>"))));
    }
}
