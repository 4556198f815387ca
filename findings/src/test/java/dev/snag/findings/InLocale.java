package dev.snag.findings;

import java.util.Locale;
import java.util.function.Supplier;

/** Runs code under another default locale, and puts the old one back. */
public final class InLocale {

    private InLocale() {}

    public static <T> T get(String tag, Supplier<T> code) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(tag));
        try {
            return code.get();
        } finally {
            Locale.setDefault(before);
        }
    }
}
