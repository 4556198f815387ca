package dev.snag.runtime.ledger;

import dev.snag.findings.Entry;
import dev.snag.findings.jsonl.JsonlWriter;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;

/**
 * {@code snags.jsonl} of this JVM. The first JVM in a folder writes there, others that run at the same time in a sub-folder
 * {@code jvm-PID} of their own; what earlier runs wrote is kept, and added to.
 */
final class SnagFile implements AutoCloseable {

    private static final String NAME = "snags.jsonl";
    /** The lock lies far behind the file's end, so that readers are let in where locks are mandatory. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final File path;
    private final FileChannel channel;

    private SnagFile(File path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    static SnagFile open(File folder, long pid) throws IOException {
        SnagFile first = tryOpen(folder);
        var another = new File(folder, "jvm-" + pid);
        SnagFile own = first != null ? first : tryOpen(another);
        if (own == null) {
            throw new IOException("another process writes to " + another);
        }
        return own;
    }

    private static SnagFile tryOpen(File folder) throws IOException {
        Folders.create(folder);
        var path = new File(folder, NAME);
        FileChannel channel = new RandomAccessFile(path, "rw").getChannel();
        SnagFile file = null;
        try {
            if (channel.tryLock(LOCKED_BYTE, 1, false) != null) {
                endOpenLine(channel);
                file = new SnagFile(path, channel);
            }
        } catch (OverlappingFileLockException takenInThisJvm) {
            return null;
        } finally {
            if (file == null) {
                channel.close();
            }
        }
        return file;
    }

    /** A run that was killed may have left its last line open: what this one writes is not to be lost with it. */
    private static void endOpenLine(FileChannel channel) throws IOException {
        long size = channel.size();
        ByteBuffer last = ByteBuffer.allocate(1);
        if (size > 0 && channel.read(last, size - 1) == 1 && last.get(0) != '\n') {
            channel.write(ByteBuffer.wrap(new byte[] {'\n'}), size);
        }
    }

    File path() {
        return path;
    }

    /** Writes one line with one call, so that it is there as a whole even after {@code kill -9}; or nothing of it. */
    void write(Entry entry) throws IOException {
        ByteBuffer line = StandardCharsets.UTF_8.encode(JsonlWriter.line(entry) + "\n");
        long end = channel.size();
        channel.position(end);
        try {
            while (line.hasRemaining()) {
                channel.write(line);
            }
        } catch (IOException e) {
            takeBack(end, e);
            throw e;
        }
    }

    private void takeBack(long end, IOException why) {
        try {
            channel.truncate(end);
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
