package dev.yiben.cli;

import dev.yiben.glossary.GlossaryReader;
import dev.yiben.glossary.TermMatcher;
import dev.yiben.pipeline.check.QaChecks;
import dev.yiben.pipeline.check.Severity;
import dev.yiben.pipeline.interchange.ReviewSettings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that say what is looked at in translations that people review. */
final class ReviewOptions {
  @Option(
      names = {"-f", "--from"},
      paramLabel = "LANG",
      converter = LanguageTag.Converter.class,
      description = "Language of the files; default: what each declares, or is detected as.")
  private Optional<LanguageTag> from = Optional.empty();

  @Option(
      names = "--glossary",
      paramLabel = "FILE",
      split = "\n",
      splitSynopsisLabel = "",
      description = "Termbase in YAML; repeat it for several, of which later ones win.")
  private List<Path> glossaries = List.of();

  @Option(
      names = "--checks",
      paramLabel = "ID=SEVERITY",
      split = ",",
      description = "Severity of a check: off, info, warning or error, such as NUM-001=off.")
  private Map<String, Severity> checks = new LinkedHashMap<>();

  /** Throws a usage exception if a check is unknown. */
  void requireValid() {
    CheckIds.requireKnown(checks.keySet());
  }

  ReviewSettings settings(Environment environment, LanguageTag language) {
    return new ReviewSettings(
        from.map(LanguageTag::tag),
        language.tag(),
        new TermMatcher(
            GlossaryReader.read(glossaries.stream().map(environment::resolve).toList())),
        QaChecks.all(checks));
  }
}
