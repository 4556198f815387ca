package dev.snag.findings.text;

/** English ordinals: 1st, 2nd, 3rd, 10th, 11th, 21st. */
final class Ordinal {

    private Ordinal() {}

    static String text(long number) {
        boolean teen = number / 10 % 10 == 1;
        return number
                + switch ((int) (teen ? 0 : number % 10)) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }
}
