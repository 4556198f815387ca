package dev.snag.benchmarks.echo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HttpMessageTest {

    @Test
    void twoMessagesOnOneConnectionAreReadOneAfterTheOther() throws IOException {
        byte[] first = HttpMessage.of("POST / HTTP/1.1", "one".getBytes(StandardCharsets.US_ASCII));
        byte[] second = HttpMessage.of("POST / HTTP/1.1", "two!".getBytes(StandardCharsets.US_ASCII));
        InputStream both =
                new java.io.SequenceInputStream(new ByteArrayInputStream(first), new ByteArrayInputStream(second));

        assertThat(HttpMessage.readBody(both)).asString().isEqualTo("one");
        assertThat(HttpMessage.readBody(both)).asString().isEqualTo("two!");
        assertThat(HttpMessage.readBody(both)).isNull();
    }

    @Test
    void aConnectionClosedWithinABodyIsAnError() {
        InputStream cut = new ByteArrayInputStream(
                "POST / HTTP/1.1\r\ncontent-LENGTH: 5\r\n\r\nabc".getBytes(StandardCharsets.US_ASCII));

        assertThatThrownBy(() -> HttpMessage.readBody(cut)).isInstanceOf(EOFException.class);
    }
}
