package dev.yiben.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Sends the log to a file while it is open. */
final class LogFile implements AutoCloseable {
  private final Path file;
  private final Logger root;
  private final FileAppender<ILoggingEvent> appender = new FileAppender<>();

  /** Opens a log, which goes on where an earlier run left it. */
  LogFile(Path file) {
    this.file = file;
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%d %-5level [%thread] %logger{20} - %msg%n");
    encoder.start();
    appender.setContext(context);
    appender.setFile(file.toString());
    appender.setEncoder(encoder);
    appender.start();
    root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    root.addAppender(appender);
  }

  Path file() {
    return file;
  }

  @Override
  public void close() {
    root.setLevel(Level.OFF);
    root.detachAppender(appender);
    appender.stop();
  }
}
