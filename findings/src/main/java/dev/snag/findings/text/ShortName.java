package dev.snag.findings.text;

import dev.snag.findings.Frame;

/** A frame's name cut to a column: packages go first, down to their initials, then altogether, then the left end. */
final class ShortName {

    private static final String CUT = "...";

    private ShortName() {}

    static String of(Frame frame, int width) {
        String full = frame.toString();
        if (full.length() <= width) {
            return full;
        }
        String inPackages = frame.className();
        int packages = inPackages.lastIndexOf('.') + 1;
        String rest = full.substring(packages);
        String initials = initials(inPackages.substring(0, packages));
        if (initials.length() + rest.length() <= width) {
            return initials + rest;
        }
        return rest.length() <= width ? rest : CUT + rest.substring(rest.length() - width + CUT.length());
    }

    private static String initials(String packages) {
        var initials = new StringBuilder();
        boolean begins = true;
        for (int i = 0; i < packages.length(); i++) {
            char c = packages.charAt(i);
            if (begins || c == '.') {
                initials.append(c);
            }
            begins = c == '.';
        }
        return initials.toString();
    }
}
