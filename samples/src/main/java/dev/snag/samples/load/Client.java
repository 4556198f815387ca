package dev.snag.samples.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a worker and waits for the answer, fifteen seconds at most. */
record Client(HttpClient http, URI worker) {
    private static final Duration LONGEST = Duration.ofSeconds(15);

    /**
     * What came of one request.
     *
     * @param failed no answer, or one with a status of 400 or above
     */
    record Outcome(Duration took, boolean failed) {}

    static Client of(URI worker) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(LONGEST)
                .build();
        return new Client(http, worker);
    }

    Outcome ask(Step step, int number) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        worker.resolve(step.path().apply(number)))
                .timeout(LONGEST);
        if (step.body() != null) {
            request.POST(HttpRequest.BodyPublishers.ofString(step.body().apply(number)));
        }
        long start = System.nanoTime();
        boolean failed;
        try {
            failed = http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                            .statusCode()
                    >= 400;
        } catch (IOException noAnswer) {
            failed = true;
        }
        return new Outcome(Duration.ofNanos(System.nanoTime() - start), failed);
    }
}
