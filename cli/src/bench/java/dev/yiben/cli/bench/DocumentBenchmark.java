package dev.yiben.cli.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.yiben.cli.LargeBook;
import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.FormatRegistry;
import dev.yiben.formats.format.TargetLookup;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How long it takes to read documents of 3 and 30 MB of text (15 for Markdown, which may not have
 * more) into segments and to write them with a target for each, from the start of a Java process to
 * its end.
 */
final class DocumentBenchmark implements Benchmark {
  private static final int SMALL = 3_000_000;

  /** Linear growth, and some room for what memory costs. */
  private static final double MOST_GROWTH = 1.1;

  @Override
  public String name() {
    return "documents";
  }

  @Override
  public List<Figure> measure(BenchSettings settings) throws IOException, InterruptedException {
    List<Figure> figures = new ArrayList<>();
    for (String extension : List.of("epub", "html", "md", "txt")) {
      figures.addAll(figures(settings, extension, extension.equals("md") ? 5 : 10));
    }
    Path book = settings.work().resolve("document-" + SMALL + ".epub");
    figures.add(
        Figure.plain(
            "seconds of the command with --engine echo on 3 MB",
            Median.of(new CommandRuns(settings, "").seconds(book, "echo")),
            ""));
    return figures;
  }

  private static Path write(Path folder, String extension, int characters) throws IOException {
    Path file = folder.resolve("document-" + characters + "." + extension);
    switch (extension) {
      case "epub" -> LargeBook.write(file, characters / 250_000, 250_000, 0);
      case "html" ->
          Files.writeString(
              file,
              "<!DOCTYPE html>\n<html lang=\"en\"><head><title>A page</title></head><body>\n<p>"
                  + LargeBook.plain(characters).strip().replace("\n\n", "</p>\n<p>")
                  + "</p>\n</body></html>\n");
      default -> Files.writeString(file, LargeBook.plain(characters));
    }
    return file;
  }

  private static List<Figure> figures(BenchSettings settings, String extension, int times)
      throws IOException, InterruptedException {
    Path small = write(settings.work(), extension, SMALL);
    Path large = write(settings.work(), extension, times * SMALL);
    List<Double> clock = new ArrayList<>();
    List<Double> processor = new ArrayList<>();
    List<Double> largeProcessor = new ArrayList<>();
    for (int round = 0; round < settings.rounds(); round++) {
      long start = System.nanoTime();
      processor.addAll(ChildProcess.run(Worker.class, settings.work(), small).get("processor"));
      clock.add((System.nanoTime() - start) / 1e9);
      largeProcessor.addAll(
          ChildProcess.run(Worker.class, settings.work(), large).get("processor"));
    }
    String name = extension.toUpperCase(Locale.ROOT);
    double seconds = Median.of(processor);
    return List.of(
        Figure.atMost(
            2.0,
            "seconds to read and write 3 MB of " + name + ", JVM start included",
            Median.of(clock),
            String.format(Locale.ROOT, "%.2f s of processor time", seconds)),
        Figure.atMost(
            times * MOST_GROWTH,
            "%d MB of %s ÷ 3 MB, processor time".formatted(3 * times, name),
            Median.ofRatios(largeProcessor, processor),
            String.format(Locale.ROOT, "%.2f s ÷ %.2f s", Median.of(largeProcessor), seconds)));
  }

  /** Reads and writes one document. */
  static final class Worker {
    private Worker() {}

    /** Runs in a process of its own. */
    public static void main(String[] arguments) throws IOException {
      Path file = Path.of(arguments[1]);
      try (Document document = FormatRegistry.load().detect(file).open(file)) {
        Map<SegmentId, CodedText> targets = new HashMap<>();
        for (Segment segment : document.segments()) {
          CodedText source = segment.source();
          targets.put(segment.id(), source.withMarked(source.marked().replace('e', '\u00E9')));
        }
        document.merge(lookup(targets), OutputStream.nullOutputStream());
      }
      OperatingSystemMXBean system =
          (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
      ChildProcess.tell("processor", List.of(system.getProcessCpuTime() / 1e9));
    }

    static TargetLookup lookup(Map<SegmentId, CodedText> targets) {
      return new TargetLookup() {
        @Override
        public String targetLanguage() {
          return "fr";
        }

        @Override
        public Optional<CodedText> target(SegmentId id) {
          return Optional.ofNullable(targets.get(id));
        }
      };
    }
  }
}
