package dev.yiben.pipeline.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.yiben.formats.document.Segment;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.FormatRegistry;
import dev.yiben.formats.format.Project;
import dev.yiben.formats.format.ProjectFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Translations that people made, of games beside the repository, are hardly ever faulted. */
class FalseAlarmsTest {
  private static final Path CORPUS = Path.of("../../shared/corpus/renpy");
  private static final double MOST = 0.02;

  @ParameterizedTest
  @CsvSource({
    "tutorial, japanese, ja, 1300",
    "tutorial, schinese, zh, 1250",
    "the_question, japanese, ja, 400",
    "the_question, schinese, zh, 300",
    "the_question, french, fr, 300",
    "the_question, russian, ru, 300"
  })
  void areFew(String game, String folder, String language, int fewest) {
    assumeTrue(Files.isDirectory(CORPUS), "no folder " + CORPUS);
    List<CheckedSegment> segments = new ArrayList<>();
    FormatOptions options = FormatOptions.DEFAULT.into(language).withTranslationFolder(folder);
    Project project = FormatRegistry.load().project(CORPUS.resolve(game), options).orElseThrow();
    for (ProjectFile file : project.files()) {
      try (Document document = file.open()) {
        document
            .segments()
            .forEach(segment -> translated(segment, language).ifPresent(segments::add));
      }
    }

    List<String> alarms = alarms(QaChecks.all(Map.of()), segments);

    assertThat(segments).hasSizeGreaterThan(fewest);
    assertThat((double) alarms.size() / segments.size())
        .as("of %d segments: %s", segments.size(), String.join("\n", alarms))
        .isLessThan(MOST);
  }

  private static Optional<CheckedSegment> translated(Segment segment, String language) {
    return segment
        .hints()
        .existing()
        .map(target -> new CheckedSegment(segment, target, Optional.of("en"), language, List.of()));
  }

  private static List<String> alarms(QaChecks checks, List<CheckedSegment> segments) {
    Map<Integer, List<Finding>> together = checks.checkTogether(segments);
    List<String> alarms = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      List<Finding> findings = new ArrayList<>(checks.check(segments.get(i)));
      findings.addAll(together.getOrDefault(i, List.of()));
      findings.removeIf(finding -> finding.severity().compareTo(Severity.WARNING) < 0);
      if (!findings.isEmpty()) {
        alarms.add(segments.get(i).segment().id() + " " + findings);
      }
    }
    return alarms;
  }
}
