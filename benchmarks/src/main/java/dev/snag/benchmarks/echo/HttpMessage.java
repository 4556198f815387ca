package dev.snag.benchmarks.echo;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The body of an HTTP/1.1 message with a {@code Content-Length}: all that an echo needs to read. */
final class HttpMessage {
    private static final String LENGTH = "content-length:";

    private HttpMessage() {}

    /** Reads one message and returns its body; null where the peer closed the connection before the first byte. */
    static byte[] readBody(InputStream in) throws IOException {
        String line = readLine(in);
        if (line == null) {
            return null;
        }
        int length = 0;
        while (!line.isEmpty()) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith(LENGTH)) {
                length = Integer.parseInt(lower.substring(LENGTH.length()).strip());
            }
            line = readLine(in);
            if (line == null) {
                throw new EOFException("the connection was closed within a message");
            }
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("the connection was closed within a body");
        }
        return body;
    }

    /** A whole message as it goes over the wire. */
    static byte[] of(String firstLine, byte[] body) {
        byte[] head = (firstLine + "\r\nHost: localhost\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    private static String readLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return null;
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
