package dev.yiben.cli;

import static dev.yiben.cli.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.inference.LocalEngine;
import dev.yiben.pipeline.store.JobStore;
import dev.yiben.pipeline.store.StoredSegment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A run that is killed at any moment goes on where it was, to the same result. */
@ParameterizedClass
@EnumSource
class ResumeIT {
  private static final int KILLS = 20;
  private static final String ASKING = "Asking, rung ";

  @Parameter private LocalEngine engine;
  @TempDir Path folder;

  @Test
  void killedAtRandomMomentsGivesTheSameBytesAndAsksNothingTwice() throws Exception {
    Run whole = new Run(folder.resolve("whole"), engine);
    long start = System.nanoTime();
    whole.toTheEnd();
    long duration = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);

    Random random = new Random(20);
    int kills = 0;
    for (int job = 0; kills < KILLS; job++) {
      Run broken = new Run(folder.resolve("job" + job), engine);
      // A run that was through before its moment had come is no proof.
      while (kills < KILLS && broken.killedAfter(random.nextLong(duration))) {
        kills++;
      }
      broken.toTheEnd();
      assertThat(broken.targets()).isEqualTo(whole.targets());
      assertThat(Files.mismatch(broken.output(), whole.output())).isEqualTo(-1);
      assertThat(broken.askedAgain()).isEmpty();
      assertThat(broken.leftovers()).isEmpty();
    }
  }

  /** A job that is run again and again. */
  private static final class Run {
    private final Launcher launcher;
    private final Map<String, String> targets = new TreeMap<>();
    private final List<String> askedAgain = new ArrayList<>();
    private int logLines;

    Run(Path root, LocalEngine engine) throws IOException {
      launcher = new Launcher(Files.createDirectories(root)).with(engine);
      Files.copy(
          Launcher.samples().resolve("lighthouse.epub"),
          launcher.work().resolve("lighthouse.epub"));
    }

    Path output() {
      return launcher.work().resolve("lighthouse.zh.epub");
    }

    void toTheEnd() throws IOException {
      assertThat(launcher.run(command())).succeeded();
      lookBack();
    }

    /** Returns whether the process was still at work when it was killed. */
    boolean killedAfter(long milliseconds) throws IOException, InterruptedException {
      Process process = launcher.start(command());
      boolean ended = process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      lookBack();
      return !ended;
    }

    private String[] command() {
      return new String[] {
        "translate",
        "lighthouse.epub",
        "--to",
        "zh",
        "--model",
        "demo",
        "--glossary",
        Launcher.samples().resolve("glossary.yaml").toString(),
        "--job-dir",
        "job"
      };
    }

    /** Compares what the last run asked with what was finished before it. */
    private void lookBack() throws IOException {
      Path job = launcher.work().resolve("job");
      Path log = job.resolve("translate.log");
      if (!Files.exists(log)) {
        return;
      }
      List<String> lines = Files.readAllLines(log);
      lines.stream()
          .skip(logLines)
          .filter(line -> line.contains(ASKING))
          .flatMap(line -> Stream.of(line.substring(line.lastIndexOf(": ") + 2).split(" ", -1)))
          .filter(targets::containsKey)
          .forEach(askedAgain::add);
      logLines = lines.size();
      try (JobStore store = JobStore.open(job)) {
        String input = launcher.work().resolve("lighthouse.epub").toString();
        for (StoredSegment segment : store.load(input, store.finished(input))) {
          targets.put(segment.key().id().value(), segment.target().orElse(segment.fault()));
        }
      }
    }

    Map<String, String> targets() {
      return targets;
    }

    List<String> askedAgain() {
      return askedAgain;
    }

    /** Returns files that do not belong beside the input and the output. */
    Set<String> leftovers() throws IOException {
      try (Stream<Path> files = Files.list(launcher.work())) {
        return files
            .map(file -> file.getFileName().toString())
            .filter(name -> !Set.of("lighthouse.epub", "lighthouse.zh.epub", "job").contains(name))
            .collect(Collectors.toSet());
      }
    }
  }
}
