package dev.snag.samples.workers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The page of documentation that quotes a run, between two marks, and has its picture and its JSON beside it. */
final class Page {

    private static final String BEGIN = "<!-- measured -->";
    private static final String END = "<!-- /measured -->";

    private Page() {}

    /** Writes picture and JSON beside the page and puts the tables into it. */
    static void quote(Path page, Run run) throws IOException {
        Files.writeString(page, with(Files.readString(page), Tables.markdown(run)));
        Files.writeString(beside(page, ".svg"), Picture.of(run) + "\n");
        Files.writeString(beside(page, ".json"), Tables.json(run));
    }

    private static Path beside(Path page, String ending) {
        return page.resolveSibling(page.getFileName().toString().replace(".md", ending));
    }

    /** The page with this between its marks; throws {@link IOException} where it lacks them. */
    static String with(String page, String tables) throws IOException {
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException("the page lacks the marks " + BEGIN + " and " + END);
        }
        return page.substring(0, begin + BEGIN.length()) + "\n" + tables + page.substring(end);
    }
}
