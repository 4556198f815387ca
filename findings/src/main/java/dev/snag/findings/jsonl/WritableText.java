package dev.snag.findings.jsonl;

/**
 * Text that any UTF-8 encoder takes and that leaves a line readable.
 *
 * <p>A thread may have any name: half of a surrogate pair would make a strict encoder throw away the whole line, and a
 * name of megabytes would push the line over what a reader accepts.
 */
final class WritableText {

    /** Longer text is cut to this many characters; class names end at 65,535 bytes and are shorter by far in practice. */
    static final int LONGEST = 65_536;

    private static final char REPLACEMENT = '\uFFFD';

    private WritableText() {}

    static String of(String text) {
        return text.length() > LONGEST ? paired(text.substring(0, LONGEST)) + "..." : paired(text);
    }

    private static String paired(String text) {
        int lone = nextLone(text, 0);
        if (lone < 0) {
            return text;
        }
        var mended = new StringBuilder(text);
        for (; lone >= 0; lone = nextLone(text, lone + 1)) {
            mended.setCharAt(lone, REPLACEMENT);
        }
        return mended.toString();
    }

    private static int nextLone(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                boolean pair = i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
                if (!pair) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }
}
