package dev.snag.agent.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a command said and how it ended. */
record CommandRun(int status, String out, String err) {

    static CommandRun of(Object... arguments) {
        var words = new String[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            words[i] = arguments[i].toString();
        }
        var printed = new StringWriter();
        var complained = new StringWriter();
        int status = new Commands()
                .commandLine()
                .setOut(new PrintWriter(printed, true))
                .setErr(new PrintWriter(complained, true))
                .execute(words);
        return new CommandRun(status, printed.toString(), complained.toString());
    }
}
