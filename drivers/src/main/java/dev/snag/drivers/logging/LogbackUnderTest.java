package dev.snag.drivers.logging;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.OutputStream;
import java.nio.file.Path;

/** Logback; its queue is {@code AsyncAppender}. */
public final class LogbackUnderTest implements LoggingUnderTest {

    @Override
    public Class<?> library() {
        return LoggerContext.class;
    }

    @Override
    public Log toStream(OutputStream stream) {
        LoggerContext context = context();
        var appender = new OutputStreamAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setEncoder(encoder(context));
        appender.setOutputStream(stream);
        appender.start();
        return log(context, appender);
    }

    @Override
    public Log toFile(Path file, boolean queued) {
        LoggerContext context = context();
        var appender = new FileAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setEncoder(encoder(context));
        appender.setFile(file.toString());
        appender.start();
        return log(context, queued ? queue(context, appender) : appender);
    }

    /** As slf4j would make it. */
    private static LoggerContext context() {
        var context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        return context;
    }

    private static Appender<ILoggingEvent> queue(LoggerContext context, Appender<ILoggingEvent> to) {
        var queue = new AsyncAppender();
        queue.setContext(context);
        queue.addAppender(to);
        queue.start();
        return queue;
    }

    private static PatternLayoutEncoder encoder(LoggerContext context) {
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%msg%n");
        encoder.start();
        return encoder;
    }

    private static Log log(LoggerContext context, Appender<ILoggingEvent> appender) {
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        root.addAppender(appender);
        Logger logger = context.getLogger("lab");
        return new Log() {
            @Override
            public void info(String line) {
                logger.info(line);
            }

            @Override
            public void close() {
                context.stop();
            }
        };
    }
}
