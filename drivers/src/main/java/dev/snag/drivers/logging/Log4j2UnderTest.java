package dev.snag.drivers.logging;

import java.io.OutputStream;
import java.nio.file.Path;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AsyncAppender;
import org.apache.logging.log4j.core.appender.FileAppender;
import org.apache.logging.log4j.core.appender.OutputStreamAppender;
import org.apache.logging.log4j.core.config.AppenderRef;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.NullConfiguration;
import org.apache.logging.log4j.core.layout.PatternLayout;

/** Log4j 2; its queue is {@code AsyncAppender}. */
public final class Log4j2UnderTest implements LoggingUnderTest {

    @Override
    public Class<?> library() {
        return LoggerContext.class;
    }

    @Override
    public Log toStream(OutputStream stream) {
        var configuration = new NullConfiguration();
        return log(
                configuration,
                OutputStreamAppender.newBuilder()
                        .setName("stream")
                        .setTarget(stream)
                        .setLayout(layout(configuration))
                        .setConfiguration(configuration)
                        .build());
    }

    @Override
    public Log toFile(Path file, boolean queued) {
        var configuration = new NullConfiguration();
        Appender appender = FileAppender.newBuilder()
                .setName("file")
                .setFileName(file.toString())
                .setLayout(layout(configuration))
                .setConfiguration(configuration)
                .build();
        return log(configuration, queued ? queue(configuration, appender) : appender);
    }

    private static Appender queue(Configuration configuration, Appender to) {
        to.start();
        configuration.addAppender(to);
        return AsyncAppender.newBuilder()
                .setName("queue")
                .setAppenderRefs(new AppenderRef[] {AppenderRef.createAppenderRef(to.getName(), null, null)})
                .setConfiguration(configuration)
                .build();
    }

    private static PatternLayout layout(Configuration configuration) {
        return PatternLayout.newBuilder()
                .setPattern("%m%n")
                .setConfiguration(configuration)
                .build();
    }

    private static Log log(Configuration configuration, Appender appender) {
        var context = new LoggerContext("lab");
        context.start(configuration);
        appender.start();
        configuration.addAppender(appender);
        configuration.getRootLogger().setLevel(Level.INFO);
        configuration.getRootLogger().addAppender(appender, Level.INFO, null);
        context.updateLoggers();
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
