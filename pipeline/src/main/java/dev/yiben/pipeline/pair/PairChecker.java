package dev.yiben.pipeline.pair;

import dev.yiben.formats.document.Segment;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.DocumentFormat;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.FormatRegistry;
import dev.yiben.formats.format.ProjectFile;
import dev.yiben.glossary.LanguageTerms;
import dev.yiben.pipeline.DocumentResult;
import dev.yiben.pipeline.DocumentResult.Status;
import dev.yiben.pipeline.JobResult;
import dev.yiben.pipeline.SegmentOutcome;
import dev.yiben.pipeline.TermUse;
import dev.yiben.pipeline.Usage;
import dev.yiben.pipeline.check.CheckedSegment;
import dev.yiben.pipeline.check.Finding;
import dev.yiben.pipeline.check.Language;
import dev.yiben.pipeline.check.QaChecks;
import dev.yiben.pipeline.pair.CheckedPairs.Row;
import dev.yiben.pipeline.work.LanguageDetection;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Checks translations that are there already against their sources, whoever made them.
 *
 * <p>A segment of the source has the fate {@code TRANSLATED} where the translation has one for it,
 * {@code SKIPPED} where there is nothing to translate in it, else {@code KEPT_AS_SOURCE}; one that
 * only the translation has stands after its neighbour with an empty source and the fate {@code
 * SKIPPED}.
 */
public final class PairChecker {
  private static final String UNDETERMINED = "und";

  private final FormatRegistry formats;
  private final FormatOptions options;
  private final PairSettings settings;
  private final LanguageDetection detection = new LanguageDetection();
  private final QaChecks checks;
  private final LanguageTerms terms;
  private final List<CheckedFile> files = new ArrayList<>();

  /**
   * Creates a checker of the files of a job.
   *
   * @throws dev.yiben.glossary.GlossaryException if a regular expression of the glossary is wrong
   */
  public PairChecker(FormatRegistry formats, FormatOptions options, PairSettings settings) {
    this.formats = formats;
    this.options = options;
    this.settings = settings;
    this.checks = QaChecks.all(settings.severities(), List.of(), settings.glossary().forbidden());
    this.terms = new LanguageTerms(settings.glossary());
  }

  /**
   * A file whose pairs were checked each by itself.
   *
   * @param language of the translation; empty if the file could not be read
   */
  private record CheckedFile(DocumentResult document, List<Row> rows, Optional<String> language) {}

  /** Reads, pairs and checks a file and its translation; where it cannot be read, that is told. */
  public void add(FilePair pair) {
    try (Document target = format(pair.target()).open(pair.target(), options)) {
      List<Segment> targets = target.segments();
      String language = targetLanguage(pair.target(), target, targets);
      try (Document source = format(pair.source()).open(pair.source(), options.into(language))) {
        add(pair, source, SegmentPairs.of(source.segments(), targets), language);
      }
    } catch (DocumentException | UncheckedIOException e) {
      fail(pair, e);
    }
  }

  /**
   * Checks the translations that a file of a project has already.
   *
   * @param target where the file is
   * @param language of the translations, as a BCP 47 tag
   */
  public void add(ProjectFile file, Path target, String language) {
    FilePair pair = new FilePair(file.source(), target);
    try (Document document = file.open()) {
      add(pair, document, ExistingPairs.of(document.segments()), language);
    } catch (DocumentException | UncheckedIOException e) {
      fail(pair, e);
    }
  }

  /** Returns whether a file holds its source and its translation both. */
  public boolean isBoth(Path file) {
    try (Document document = format(file).open(file, options)) {
      return !ExistingPairs.of(document.segments()).isEmpty();
    } catch (DocumentException | UncheckedIOException e) {
      // Told when it is checked.
      return false;
    }
  }

  /** Checks the translations of a file that holds its source too. */
  public void add(Path file) {
    FilePair pair = new FilePair(file, file);
    try (Document document = format(file).open(file, options)) {
      List<Pairing> pairs = ExistingPairs.of(document.segments());
      List<Segment> targets = pairs.stream().map(one -> one.target().get()).toList();
      add(pair, document, pairs, targetLanguage(file, document, targets));
    } catch (DocumentException | UncheckedIOException e) {
      fail(pair, e);
    }
  }

  /**
   * Returns what the files came to, in their order, by the language of the translations; with what
   * shows only when those of a language are compared.
   */
  public Map<String, JobResult> results() {
    String first =
        files.stream().flatMap(file -> file.language().stream()).findFirst().orElse(UNDETERMINED);
    Map<String, List<CheckedFile>> byLanguage =
        files.stream()
            .collect(
                Collectors.groupingBy(
                    file -> file.language().orElse(first),
                    LinkedHashMap::new,
                    Collectors.toList()));
    Map<String, JobResult> results = new LinkedHashMap<>();
    byLanguage.forEach((language, group) -> results.put(language, compared(language, group)));
    return Collections.unmodifiableMap(results);
  }

  private JobResult compared(String language, List<CheckedFile> group) {
    List<CheckedSegment> together =
        group.stream()
            .flatMap(file -> file.rows().stream())
            .flatMap(row -> row.segment().stream())
            .toList();
    Map<Integer, List<Finding>> findings = checks.checkTogether(together);
    List<DocumentResult> results = new ArrayList<>();
    int index = 0;
    for (CheckedFile file : group) {
      List<SegmentOutcome> outcomes = new ArrayList<>();
      for (Row row : file.rows()) {
        List<Finding> further =
            row.segment().isPresent() ? findings.getOrDefault(index++, List.of()) : List.of();
        outcomes.add(row.outcome().withFindings(further));
      }
      results.add(file.document().withSegments(outcomes));
    }
    return new JobResult(
        results, Optional.empty(), TermUse.of(settings.glossary(), language, results));
  }

  private void add(FilePair pair, Document document, List<Pairing> pairs, String language) {
    Optional<String> sourceLanguage =
        settings
            .sourceLanguage()
            .or(document::declaredLanguage)
            .or(() -> detection.detect(document.segments()));
    CheckedPairs checker =
        new CheckedPairs(
            checks, terms.in(sourceLanguage), settings.severities(), sourceLanguage, language);
    files.add(
        new CheckedFile(
            new DocumentResult(
                pair.source(),
                pair.target(),
                Status.CHECKED,
                Optional.empty(),
                format(pair.target()).id(),
                sourceLanguage,
                List.of(),
                Optional.of(document.coverage()),
                document.notices(),
                Usage.NONE),
            checker.check(pairs),
            Optional.of(language)));
  }

  private void fail(FilePair pair, RuntimeException failure) {
    files.add(
        new CheckedFile(
            new DocumentResult(
                pair.source(),
                pair.target(),
                Status.FAILED,
                Optional.of(failure.getMessage()),
                "",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                Usage.NONE),
            List.of(),
            Optional.empty()));
  }

  private DocumentFormat format(Path file) {
    return settings.format().flatMap(formats::byId).orElseGet(() -> formats.detect(file));
  }

  /** What a file declares may have been left from its source, so its text counts for more. */
  private String targetLanguage(Path file, Document document, List<Segment> targets) {
    if (settings.targetLanguage().isPresent()) {
      return settings.targetLanguage().get();
    }
    Optional<String> declared = document.declaredLanguage();
    Optional<String> detected =
        detection
            .detect(targets)
            .map(found -> declared.filter(tag -> Language.same(tag, found)).orElse(found));
    return detected
        .or(() -> declared)
        .orElseThrow(
            () ->
                new DocumentException(
                    file, "the language of the translation is not clear; name it with --to"));
  }
}
