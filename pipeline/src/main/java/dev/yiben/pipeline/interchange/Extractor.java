package dev.yiben.pipeline.interchange;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentFormat;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.FormatRegistry;
import dev.yiben.pipeline.Fate;
import dev.yiben.pipeline.InputFile;
import dev.yiben.pipeline.check.Finding;
import dev.yiben.pipeline.plan.ExistingTranslations;
import dev.yiben.pipeline.plan.Fingerprint;
import dev.yiben.pipeline.plan.PlannedSegment;
import dev.yiben.pipeline.store.StoredOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Takes the segments of documents out for a review. */
public final class Extractor {
  private final FormatRegistry formats;
  private final ReviewSettings settings;

  /** Creates an extractor. */
  public Extractor(FormatRegistry formats, ReviewSettings settings) {
    this.formats = formats;
    this.settings = settings;
  }

  /**
   * Takes the segments out of a document.
   *
   * @param original path of the document, or of its project, as the file for review is to name it
   * @param options how it is read
   * @param outcomes what a run has made of the segments; none for those without targets
   * @throws dev.yiben.formats.format.DocumentException if the document cannot be read
   */
  public ExchangeDocument extract(
      InputFile file, String original, FormatOptions options, List<StoredOutcome> outcomes) {
    DocumentFormat format = file.formatIn(formats);
    try (Document document = file.open(format, options)) {
      ReviewedDocument reviewed = new ReviewedDocument(document, settings);
      Map<Integer, Extract> extracts = extracts(reviewed, outcomes);
      Map<Integer, CodedText> targets = new HashMap<>();
      extracts.forEach((index, extract) -> extract.target.ifPresent(t -> targets.put(index, t)));
      Map<Integer, List<Finding>> findings = reviewed.findings(targets);
      List<ExchangeUnit> units = new ArrayList<>();
      for (PlannedSegment segment : reviewed.segments()) {
        Extract extract = extracts.get(segment.index());
        units.add(
            new ExchangeUnit(
                segment.index() + 1,
                segment.segment().id().value(),
                segment.segment().source(),
                extract.target,
                extract.state,
                notes(segment, extract, findings.getOrDefault(segment.index(), List.of()))));
      }
      return new ExchangeDocument(
          new Origin(
              original,
              file.part().map(part -> part.target().toString().replace('\\', '/')),
              Optional.of(format.id()),
              !outcomes.isEmpty(),
              ReadingOptions.of(options)),
          reviewed.sourceLanguage(),
          units,
          document.notices());
    }
  }

  /** What there is of a segment. */
  private record Extract(Optional<CodedText> target, ReviewState state, String reason) {}

  private static Map<Integer, Extract> extracts(
      ReviewedDocument reviewed, List<StoredOutcome> outcomes) {
    Map<SegmentId, StoredOutcome> byId = new HashMap<>();
    outcomes.forEach(outcome -> byId.put(outcome.id(), outcome));
    Map<Integer, Extract> extracts = new HashMap<>();
    for (PlannedSegment segment : reviewed.segments()) {
      extracts.put(
          segment.index(),
          Optional.ofNullable(byId.get(segment.segment().id()))
              .filter(outcome -> outcome.sourceHash().equals(hash(segment.segment())))
              .flatMap(outcome -> extract(segment.segment(), outcome))
              .orElseGet(() -> extract(segment.segment())));
    }
    return extracts;
  }

  private static Optional<Extract> extract(Segment segment, StoredOutcome outcome) {
    if (outcome.target().isEmpty()) {
      return Optional.of(
          new Extract(Optional.empty(), ReviewState.KEPT_AS_SOURCE, outcome.reason()));
    }
    ReviewState state = outcome.fate() == Fate.REUSED ? ReviewState.REUSED : ReviewState.TRANSLATED;
    return target(segment, outcome.target().get())
        .map(
            target ->
                new Extract(
                    Optional.of(target), outcome.confirmed() ? ReviewState.REVIEWED : state, ""));
  }

  private static Optional<CodedText> target(Segment segment, String marked) {
    try {
      return Optional.of(segment.source().withMarked(marked));
    } catch (IllegalArgumentException e) {
      // Another reading of the document gave the segment other codes.
      return Optional.empty();
    }
  }

  private static Extract extract(Segment segment) {
    Optional<CodedText> existing = ExistingTranslations.usable(segment);
    if (existing.isEmpty() && segment.hints().existing().isPresent()) {
      return new Extract(
          Optional.empty(),
          ReviewState.UNTRANSLATED,
          "the document has a translation with other codes: "
              + segment.hints().existing().get().marked());
    }
    return new Extract(
        existing, existing.isEmpty() ? ReviewState.UNTRANSLATED : ReviewState.EXISTING, "");
  }

  private static List<ExchangeNote> notes(
      PlannedSegment planned, Extract extract, List<Finding> findings) {
    List<ExchangeNote> notes = new ArrayList<>();
    context(planned.segment())
        .ifPresent(text -> notes.add(new ExchangeNote(ExchangeNote.Kind.CONTEXT, text)));
    LinkedHashSet<String> terms = new LinkedHashSet<>();
    planned
        .terms()
        .forEach(
            match ->
                terms.add(
                    match.text()
                        + " = "
                        + match.target()
                        + (match.term().note().isEmpty() ? "" : " (" + match.term().note() + ")")));
    terms.forEach(term -> notes.add(new ExchangeNote(ExchangeNote.Kind.TERM, term)));
    if (!extract.reason.isEmpty()) {
      notes.add(new ExchangeNote(ExchangeNote.Kind.FINDING, extract.reason));
    }
    findings.forEach(
        finding ->
            notes.add(
                new ExchangeNote(
                    ExchangeNote.Kind.FINDING,
                    finding.id()
                        + " "
                        + finding.severity().name().toLowerCase(Locale.ROOT)
                        + ": "
                        + finding.message())));
    return notes;
  }

  private static Optional<String> context(Segment segment) {
    List<String> words = new ArrayList<>();
    if (segment.role() != Role.PARAGRAPH) {
      words.add(segment.role().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
    segment.hints().speaker().ifPresent(speaker -> words.add("said by " + speaker));
    segment
        .hints()
        .limit()
        .ifPresent(limit -> words.add("at most " + limit.columns() + " columns"));
    return words.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", words));
  }

  private static String hash(Segment segment) {
    return Fingerprint.of(segment.source().marked()).value();
  }
}
