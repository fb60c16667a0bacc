package dev.yiben.cli.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.FormatRegistry;
import dev.yiben.formats.format.Project;
import dev.yiben.formats.format.ProjectFile;
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

/**
 * How long it takes to read a game of 50,000 spoken lines, to write its translation with a target
 * for each, and to check that, from the start of a Java process to its end.
 */
final class GameBenchmark implements Benchmark {
  private static final int SCRIPTS = 50;
  private static final int LINES = 1000;

  @Override
  public String name() {
    return "games";
  }

  @Override
  public List<Figure> measure(BenchSettings settings) throws IOException, InterruptedException {
    Path game = settings.work().resolve("game-of-lines").resolve("game");
    write(game);
    List<Double> clock = new ArrayList<>();
    Map<String, List<Double>> parts = new HashMap<>();
    for (int round = 0; round < settings.rounds(); round++) {
      deleteTranslation(game);
      long start = System.nanoTime();
      ChildProcess.run(Worker.class, settings.work(), game)
          .forEach(
              (name, values) -> parts.computeIfAbsent(name, n -> new ArrayList<>()).addAll(values));
      clock.add((System.nanoTime() - start) / 1e9);
    }
    return List.of(
        Figure.atMost(
            5.0,
            "seconds to read, write and check %,d spoken lines, JVM start included"
                .formatted(SCRIPTS * LINES),
            Median.of(clock),
            String.format(
                Locale.ROOT,
                "read and written %.2f s, checked %.2f s; processor time %.2f s",
                Median.of(parts.get("written")),
                Median.of(parts.get("checked")),
                Median.of(parts.get("processor")))));
  }

  private static void write(Path game) throws IOException {
    Files.createDirectories(game);
    int sentence = 0;
    for (int script = 0; script < SCRIPTS; script++) {
      StringBuilder text =
          new StringBuilder("define e = Character(\"Eileen\")\n\n".repeat(script == 0 ? 1 : 0));
      text.append("label part_").append(script).append(":\n\n");
      for (int line = 0; line < LINES; line++) {
        text.append(line % 3 == 0 ? "    " : "    e ")
            .append('"')
            .append(BenchText.sentence(sentence++, 12))
            .append(line % 10 == 0 ? ", {i}so it was{/i}, [name]" : "")
            .append(".\"\n");
      }
      Files.writeString(game.resolve("part%02d.rpy".formatted(script)), text);
    }
  }

  private static void deleteTranslation(Path game) throws IOException {
    Path folder = game.resolve("tl/french");
    if (Files.isDirectory(folder)) {
      try (var files = Files.list(folder)) {
        for (Path file : (Iterable<Path>) files::iterator) {
          Files.delete(file);
        }
      }
    }
  }

  /** Translates one game. */
  static final class Worker {
    private Worker() {}

    /** Runs in a process of its own. */
    public static void main(String[] arguments) throws IOException {
      Path game = Path.of(arguments[1]);
      long start = System.nanoTime();
      Project project = project(game);
      for (ProjectFile file : project.files()) {
        Path target = project.folder().resolve(file.target());
        Files.createDirectories(target.getParent());
        try (Document document = file.open();
            OutputStream out = Files.newOutputStream(target)) {
          Map<SegmentId, CodedText> targets = new HashMap<>();
          for (Segment segment : document.segments()) {
            CodedText source = segment.source();
            targets.put(segment.id(), source.withMarked(source.marked().replace('e', '\u00E9')));
          }
          document.merge(DocumentBenchmark.Worker.lookup(targets), out);
        }
      }
      long written = System.nanoTime();
      int problems = project(game).problems().size();
      long checked = System.nanoTime();
      if (problems > 0) {
        throw new IOException(problems + " problems in what was written");
      }
      ChildProcess.tell("written", List.of((written - start) / 1e9));
      ChildProcess.tell("checked", List.of((checked - written) / 1e9));
      OperatingSystemMXBean system =
          (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
      ChildProcess.tell("processor", List.of(system.getProcessCpuTime() / 1e9));
    }

    private static Project project(Path game) {
      return FormatRegistry.load()
          .project(game, FormatOptions.DEFAULT.into("fr"))
          .orElseThrow(() -> new IllegalStateException("No game in " + game));
    }
  }
}
