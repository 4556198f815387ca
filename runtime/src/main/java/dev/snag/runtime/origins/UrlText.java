package dev.snag.runtime.origins;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;

/** Paths in URLs, of which not all that stand there are escaped as they should be. */
final class UrlText {

    private static final int HEX = 16;

    private UrlText() {}

    /** The file of a path: as it reads when decoded, or as it stands there where only that exists. */
    static File file(String path) {
        File decoded = new File(decoded(path));
        File plain = new File(path);
        return !decoded.exists() && plain.exists() ? plain : decoded;
    }

    /** With {@code %20} and the like replaced; what is no escape stays as it is. */
    static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        var bytes = new ByteArrayOutputStream();
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < raw.length; i++) {
            int high = i + 2 < raw.length && raw[i] == '%' ? Character.digit(raw[i + 1], HEX) : -1;
            int low = high < 0 ? -1 : Character.digit(raw[i + 2], HEX);
            if (low < 0) {
                bytes.write(raw[i]);
            } else {
                bytes.write(high * HEX + low);
                i += 2;
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
