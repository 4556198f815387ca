package dev.snag.samples.workers;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Asks on the calling thread, and waits for two seconds at most. */
final class Client {

    /** As long as somebody before a screen waits. */
    static final int PATIENCE_MILLIS = 2_000;

    private static final double NANOS_PER_MILLI = 1e6;

    private Client() {}

    /** So that a client keeps its connection, and asks once only. */
    static void setUp(int clients) {
        System.setProperty("http.maxConnections", String.valueOf(clients));
        System.setProperty("sun.net.http.retryPost", "false");
    }

    /** One request through the front; {@code begin} is when it began. */
    static Asked ask(Front front) throws InterruptedException {
        long begin = System.nanoTime();
        URI service = front.take(PATIENCE_MILLIS);
        if (service == null) {
            return new Asked(begin, PATIENCE_MILLIS, Asked.End.TIMED_OUT);
        }
        Asked.End end;
        try {
            int waited = (int) ((System.nanoTime() - begin) / NANOS_PER_MILLI);
            end = post(service.resolve("/work"), Math.max(1, PATIENCE_MILLIS - waited)) == 200
                    ? Asked.End.DONE
                    : Asked.End.REFUSED;
        } catch (SocketTimeoutException outOfPatience) {
            end = Asked.End.TIMED_OUT;
        } catch (IOException broken) {
            end = Asked.End.REFUSED;
        } finally {
            front.giveBack(service);
        }
        return new Asked(begin, (System.nanoTime() - begin) / NANOS_PER_MILLI, end);
    }

    private static int post(URI what, int millis) throws IOException {
        HttpURLConnection http = open(what, millis);
        try {
            int status = http.getResponseCode();
            drain(status < 400 ? http.getInputStream() : http.getErrorStream());
            return status;
        } catch (SocketTimeoutException outOfPatience) {
            http.disconnect();
            throw outOfPatience;
        }
    }

    /** What it answers. */
    static String text(URI what, int millis) throws IOException {
        try (InputStream body = open(what, millis).getInputStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static HttpURLConnection open(URI what, int millis) throws IOException {
        var http = (HttpURLConnection) what.toURL().openConnection();
        http.setConnectTimeout(millis);
        http.setReadTimeout(millis);
        http.setRequestMethod("POST");
        http.setDoOutput(true);
        http.setFixedLengthStreamingMode(0);
        http.getOutputStream().close();
        return http;
    }

    private static void drain(InputStream body) throws IOException {
        if (body != null) {
            try (body) {
                body.readAllBytes();
            }
        }
    }
}
