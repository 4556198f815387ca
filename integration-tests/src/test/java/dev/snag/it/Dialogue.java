package dev.snag.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A running {@link dev.snag.it.programs.Puppet} that is told what to do, one thing after the other. */
final class Dialogue implements AutoCloseable {
    private static final int LONGEST_SECONDS = 40;

    private final Process process;
    private final Writer commands;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

    private Dialogue(Process process) {
        this.process = process;
        commands = process.outputWriter(StandardCharsets.UTF_8);
        var reader = new Thread(this::collect, "answers");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts it and waits until its {@code main} has begun. */
    static Dialogue with(Forked puppet) throws IOException, InterruptedException {
        var dialogue = new Dialogue(puppet.start());
        String first = dialogue.answer();
        if (!first.equals("begun")) {
            dialogue.close();
            throw new IOException("the puppet has not begun: " + first);
        }
        return dialogue;
    }

    /** Tells it to do something and returns what it answers. */
    String ask(String command) throws IOException, InterruptedException {
        tell(command);
        return answer();
    }

    /** Tells it to do something that gives no answer. */
    void tell(String command) throws IOException {
        commands.write(command + "\n");
        commands.flush();
    }

    private String answer() throws InterruptedException {
        String line = answers.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
        return line == null ? "no answer within " + LONGEST_SECONDS + " s" : line;
    }

    private void collect() {
        var in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        try (in) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                answers.add(line);
            }
            answers.add("(end of output)");
        } catch (IOException e) {
            answers.add("(output is gone: " + e + ")");
        }
    }

    /** Lets its {@code main} return; returns the status. */
    int end() throws IOException, InterruptedException {
        commands.close();
        return status();
    }

    /** Waits until it has ended by itself. */
    int status() throws InterruptedException {
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("it has not ended within " + LONGEST_SECONDS + " s");
        }
        return process.exitValue();
    }

    Process process() {
        return process;
    }

    /** Kills it where it still runs. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
