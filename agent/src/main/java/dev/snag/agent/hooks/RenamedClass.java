package dev.snag.agent.hooks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A class file in which classes have other names. All names of a class file are text in its constant pool (JVMS 4.4), so
 * nothing else has to be understood; ASM does the same, and costs the start of every JVM forty milliseconds more.
 */
final class RenamedClass {

    private static final int MAGIC_AND_VERSION = 8;
    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    /** Where the letters of a text begin: behind its tag and its length. */
    private static final int TEXT = 3;
    /** Letters that are no ASCII stay the bytes that they are. */
    private static final Charset BYTES = StandardCharsets.ISO_8859_1;

    private RenamedClass() {}

    /**
     * The class file with those names.
     *
     * @param names internal names, the new one by the old one
     * @throws IOException where it is no class file
     */
    static byte[] of(byte[] code, Map<String, String> names) throws IOException {
        var out = new ByteArrayOutputStream(code.length);
        int count = unsignedShort(code, MAGIC_AND_VERSION);
        int at = MAGIC_AND_VERSION + 2;
        out.write(code, 0, at);
        for (int i = 1; i < count; i++) {
            int tag = code[at];
            if (tag == UTF8) {
                int length = unsignedShort(code, at + 1);
                byte[] text = renamed(new String(code, at + TEXT, length, BYTES), names)
                        .getBytes(BYTES);
                out.write(tag);
                out.write(text.length >> Byte.SIZE);
                out.write(text.length);
                out.write(text, 0, text.length);
                at += TEXT + length;
            } else {
                int length = 1 + length(tag);
                out.write(code, at, length);
                at += length;
                i += tag == LONG || tag == DOUBLE ? 1 : 0; // they take two places
            }
        }
        out.write(code, at, code.length - at);
        return out.toByteArray();
    }

    private static int unsignedShort(byte[] code, int at) {
        return (code[at] & 0xff) << Byte.SIZE | code[at + 1] & 0xff;
    }

    /** The name of a class alone, or the names in a descriptor. */
    private static String renamed(String text, Map<String, String> names) {
        String result = names.getOrDefault(text, text);
        for (Map.Entry<String, String> name : names.entrySet()) {
            result = result.replace(descriptor(name.getKey()), descriptor(name.getValue()));
        }
        return result;
    }

    /** Without {@code +}, whose first use would link a method handle. */
    private static String descriptor(String name) {
        return "L".concat(name).concat(";");
    }

    /** Of a constant that is no text, without its tag. */
    private static int length(int tag) throws IOException {
        return switch (tag) {
            case 7, 8, 16, 19, 20 -> 2;
            case 15 -> 3;
            case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
            case LONG, DOUBLE -> 8;
            default -> throw new IOException("no class file: a constant of kind " + tag);
        };
    }
}
