package dev.yiben.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file in a job's folder that says which process is at work. It is left there by a process that
 * is killed or crashes, so that the next run can say so.
 */
final class RunMark implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunMark.class);
  private static final Pattern CONTENT = Pattern.compile("(\\d{1,18}) (\\d{1,18})\\s*");
  private static final Pattern SIGNAL = Pattern.compile("#\\s+(\\w+) \\(0x.*");
  private static final Pattern FRAME = Pattern.compile("# [CVJj]\\s+\\[([^+\\]]+).*");
  private static final int LINES_OF_CAUSE = 40;

  private final Path file;
  private final Path crashFolder;
  private final boolean otherAtWork;
  private final Optional<String> ended;

  private RunMark(Path file, Path crashFolder) {
    this.file = file;
    this.crashFolder = crashFolder;
    Optional<Matcher> before = read(file);
    this.otherAtWork = before.flatMap(RunMark::owner).isPresent();
    this.ended = otherAtWork ? Optional.empty() : before.map(mark -> mark.group(1));
  }

  /**
   * Marks a run of this process, unless another is at work.
   *
   * @param jobFolder folder of the job, which must be there
   * @param crashFolder where the virtual machine leaves its reports of crashes
   */
  static RunMark set(Path jobFolder, Path crashFolder) {
    RunMark mark = new RunMark(jobFolder.resolve("running"), crashFolder);
    if (!mark.otherAtWork) {
      ProcessHandle own = ProcessHandle.current();
      try {
        Files.writeString(mark.file, own.pid() + " " + start(own) + "\n");
      } catch (IOException e) {
        LOG.info("The run cannot be marked", e);
      }
    }
    return mark;
  }

  /**
   * Returns how the last run ended, if it did so without having said why.
   *
   * @param remedies what to try if it happens again; empty for nothing
   */
  Optional<String> lastEnd(String remedies) {
    return ended.map(
        pid -> {
          Path report = crashFolder.resolve("hs_err_pid" + pid + ".log");
          String advice = remedies.isEmpty() ? "" : "; if it happens again, " + remedies;
          return Files.isRegularFile(report)
              ? "the last run of this job crashed"
                  + cause(report)
                  + "; what it finished is kept"
                  + advice
                  + "; "
                  + report
                  + " says more"
              : "the last run of this job ended without a word: it was killed, by someone or by the"
                  + " system for want of memory, or the power went; what it finished is kept"
                  + advice;
        });
  }

  /** Returns the signal and the library, such as {@code " in libjllama.so (SIGSEGV)"}. */
  private static String cause(Path report) {
    String signal = "";
    String library = "";
    for (String line : firstLines(report)) {
      Matcher ofSignal = SIGNAL.matcher(line);
      if (signal.isEmpty() && ofSignal.matches()) {
        signal = " (" + ofSignal.group(1) + ")";
      }
      Matcher ofFrame = FRAME.matcher(line);
      if (library.isEmpty() && ofFrame.matches()) {
        library = " in " + ofFrame.group(1);
      }
    }
    return library + signal;
  }

  private static List<String> firstLines(Path report) {
    try (Stream<String> lines = Files.lines(report, StandardCharsets.ISO_8859_1)) {
      return lines.limit(LINES_OF_CAUSE).toList();
    } catch (IOException e) {
      LOG.info("{} cannot be read", report, e);
      return List.of();
    }
  }

  private static Optional<Matcher> read(Path file) {
    try {
      return Files.isRegularFile(file)
          ? Optional.of(CONTENT.matcher(Files.readString(file))).filter(Matcher::matches)
          : Optional.empty();
    } catch (IOException e) {
      LOG.info("{} cannot be read", file, e);
      return Optional.empty();
    }
  }

  /** Returns the process that set a mark, if it is alive and no other one of the same number. */
  private static Optional<ProcessHandle> owner(Matcher mark) {
    return ProcessHandle.of(Long.parseLong(mark.group(1)))
        .filter(ProcessHandle::isAlive)
        .filter(process -> start(process) == Long.parseLong(mark.group(2)));
  }

  private static long start(ProcessHandle process) {
    return process.info().startInstant().map(instant -> instant.toEpochMilli()).orElse(0L);
  }

  @Override
  public void close() {
    if (!otherAtWork) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        LOG.info("The mark of the run is left", e);
      }
    }
  }
}
