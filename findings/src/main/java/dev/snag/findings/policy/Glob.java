package dev.snag.findings.policy;

/** A pattern of a name: {@code *} stands for any run of characters, dots included, {@code ?} for one. */
record Glob(String pattern) {

    private static final char ANY_RUN = '*';
    private static final char ANY_ONE = '?';

    boolean matches(String name) {
        int p = 0;
        int n = 0;
        int star = -1;
        int taken = 0;
        while (n < name.length()) {
            if (p < pattern.length() && pattern.charAt(p) == ANY_RUN) {
                star = p++;
                taken = n;
            } else if (p < pattern.length() && (pattern.charAt(p) == ANY_ONE || pattern.charAt(p) == name.charAt(n))) {
                p++;
                n++;
            } else if (star >= 0) {
                // The last star takes one more; those before it need never take another.
                p = star + 1;
                n = ++taken;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == ANY_RUN) {
            p++;
        }
        return p == pattern.length();
    }

    @Override
    public String toString() {
        return pattern;
    }
}
