package dev.yiben.pipeline.interchange;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.DocumentFormat;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.FormatRegistry;
import dev.yiben.formats.format.TargetLookup;
import dev.yiben.pipeline.DocumentResult;
import dev.yiben.pipeline.DocumentResult.Status;
import dev.yiben.pipeline.Fate;
import dev.yiben.pipeline.InputFile;
import dev.yiben.pipeline.SegmentOutcome;
import dev.yiben.pipeline.Usage;
import dev.yiben.pipeline.check.Finding;
import dev.yiben.pipeline.memory.MemoryUse;
import dev.yiben.pipeline.plan.ExistingTranslations;
import dev.yiben.pipeline.plan.Fingerprint;
import dev.yiben.pipeline.plan.PlannedSegment;
import dev.yiben.pipeline.plan.SkipRules;
import dev.yiben.pipeline.prompt.LanguagePair;
import dev.yiben.pipeline.store.ConfirmedTarget;
import dev.yiben.pipeline.store.JobStore;
import dev.yiben.pipeline.store.StoredOutcome;
import dev.yiben.pipeline.work.OutputFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rebuilds documents with the targets that come back from a review. */
public final class Merger {
  private static final String NOT_IN_FILE = "not in the file for review";
  private static final String UNTRANSLATED = "no translation yet";

  private final FormatRegistry formats;
  private final ReviewSettings settings;
  private final JobStore store;
  private final Optional<MemoryUse> memory;

  /**
   * Creates a merger.
   *
   * @param store the job's, which learns what a person has confirmed; stays the caller's to close
   * @param memory where the translation memories are that learn it too, if any
   */
  public Merger(
      FormatRegistry formats, ReviewSettings settings, JobStore store, Optional<MemoryUse> memory) {
    this.formats = formats;
    this.settings = settings;
    this.store = store;
    this.memory = memory;
  }

  /**
   * Writes a document anew.
   *
   * <p>A translation is taken if its source is still the document's and all codes are in it; else
   * the source stays. What a person has changed or signed off replaces what the job has.
   *
   * @param options how it is read and written
   * @throws DocumentException if the document cannot be read
   */
  public MergedDocument merge(ReturnedDocument returned, InputFile file, FormatOptions options) {
    DocumentFormat format = file.formatIn(formats);
    OutputFile output = output(file);
    try (Document document = file.open(format, options)) {
      ReviewedDocument reviewed = new ReviewedDocument(document, settings);
      UnitPairing pairing = UnitPairing.of(reviewed.segments(), returned.units());
      Taken taken = take(reviewed, pairing);
      List<SegmentOutcome> outcomes = outcomes(reviewed, taken);
      List<String> notices = new ArrayList<>(document.notices());
      if (pairing.moved() > 0) {
        notices.add(
            pairing.moved()
                + " segments were found at another place, for the document has changed");
      }
      Status status;
      Optional<String> failure = Optional.empty();
      try {
        TargetLookup lookup = lookup(reviewed, taken);
        boolean changed = output.write(out -> notices.addAll(document.merge(lookup, out)));
        status = changed ? Status.WRITTEN : Status.UP_TO_DATE;
      } catch (IOException e) {
        status = Status.FAILED;
        failure = Optional.of(file.output() + ": cannot be written: " + e.getMessage());
      }
      Map<SegmentId, CodedText> confirmed = confirmed(reviewed, returned, pairing, taken, file);
      taken.problems.addAll(pairing.problems());
      return new MergedDocument(
          new DocumentResult(
              file.input(),
              file.output(),
              status,
              failure,
              format.id(),
              reviewed.sourceLanguage(),
              outcomes,
              Optional.of(document.coverage()),
              notices,
              Usage.NONE),
          taken.problems,
          taken.untranslated,
          confirmed);
    }
  }

  private OutputFile output(InputFile file) {
    try {
      return file.completed()
          ? OutputFile.completed(file.output(), store)
          : new OutputFile(file.output(), store);
    } catch (IOException e) {
      throw DocumentException.unreadable(file.output(), e);
    }
  }

  /** What is taken of a file for review, by index of the segment. */
  private static final class Taken {
    private final Map<Integer, CodedText> targets = new HashMap<>();
    private final Map<Integer, String> reasons = new HashMap<>();
    private final List<String> problems = new ArrayList<>();
    private int untranslated;
  }

  private static Taken take(ReviewedDocument reviewed, UnitPairing pairing) {
    Taken taken = new Taken();
    for (PlannedSegment planned : reviewed.segments()) {
      Segment segment = planned.segment();
      ReturnedUnit unit = pairing.units().get(planned.index());
      ReturnedTarget target = unit == null ? ReturnedTarget.NONE : ReturnedTarget.of(segment, unit);
      if (target.fault().isPresent()) {
        taken.reasons.put(planned.index(), target.fault().get());
        taken.problems.add(
            segment.id() + ": " + target.fault().get() + "; the translation is not taken");
      } else if (target.target().isPresent()) {
        taken.targets.put(planned.index(), target.target().get());
      } else if (segment.hints().existing().isEmpty()) {
        taken.reasons.put(planned.index(), unit == null ? NOT_IN_FILE : UNTRANSLATED);
        taken.untranslated++;
      }
    }
    return taken;
  }

  private static List<SegmentOutcome> outcomes(ReviewedDocument reviewed, Taken taken) {
    Map<Integer, List<Finding>> findings = reviewed.findings(taken.targets);
    List<SegmentOutcome> outcomes = new ArrayList<>();
    for (int index = 0; index < reviewed.all().size(); index++) {
      Segment segment = reviewed.all().get(index);
      CodedText target = taken.targets.get(index);
      String reason = taken.reasons.get(index);
      if (target != null) {
        outcomes.add(
            new SegmentOutcome(
                segment, Fate.TRANSLATED, target, "", findings.getOrDefault(index, List.of()), 0));
      } else if (reason != null) {
        outcomes.add(
            new SegmentOutcome(
                segment, Fate.KEPT_AS_SOURCE, segment.source(), reason, List.of(), 0));
      } else {
        outcomes.add(
            new SegmentOutcome(
                segment,
                Fate.SKIPPED,
                segment.hints().existing().orElse(segment.source()),
                SkipRules.ruleFor(segment, false).orElse(SkipRules.ALREADY_TRANSLATED),
                List.of(),
                0));
      }
    }
    return outcomes;
  }

  /** What the document has already and has come back as it was is not written again. */
  private TargetLookup lookup(ReviewedDocument reviewed, Taken taken) {
    Map<SegmentId, CodedText> targets = new HashMap<>();
    taken.targets.forEach(
        (index, target) -> {
          Segment segment = reviewed.all().get(index);
          if (!Optional.of(target).equals(ExistingTranslations.usable(segment))) {
            targets.put(segment.id(), target);
          }
        });
    return new TargetLookup() {
      @Override
      public String targetLanguage() {
        return settings.targetLanguage();
      }

      @Override
      public Optional<CodedText> target(SegmentId id) {
        return Optional.ofNullable(targets.get(id));
      }
    };
  }

  private Map<SegmentId, CodedText> confirmed(
      ReviewedDocument reviewed,
      ReturnedDocument returned,
      UnitPairing pairing,
      Taken taken,
      InputFile file) {
    Map<SegmentId, StoredOutcome> stored = new HashMap<>();
    String document = file.document().toString();
    store
        .outcomes(document, settings.targetLanguage())
        .forEach(outcome -> stored.put(outcome.id(), outcome));
    Map<SegmentId, CodedText> confirmed = new LinkedHashMap<>();
    List<ConfirmedTarget> targets = new ArrayList<>();
    for (PlannedSegment planned : reviewed.segments()) {
      CodedText target = taken.targets.get(planned.index());
      if (target != null) {
        Segment segment = planned.segment();
        StoredOutcome before = stored.get(segment.id());
        boolean ofPerson =
            before == null
                ? !returned.origin().withTargets()
                    && !Optional.of(target).equals(ExistingTranslations.usable(segment))
                : !Optional.of(target.marked()).equals(before.target());
        if (ofPerson || pairing.units().get(planned.index()).state().isConfirmed()) {
          confirmed.put(segment.id(), target);
          targets.add(
              new ConfirmedTarget(
                  segment.id(),
                  Fingerprint.of(segment.source().marked()).value(),
                  target.marked()));
        }
      }
    }
    store.confirm(document, targets);
    memory.ifPresent(
        use ->
            ConfirmedUnits.keep(
                use,
                new LanguagePair(reviewed.sourceLanguage(), settings.targetLanguage()),
                file.document(),
                reviewed.all(),
                confirmed));
    return confirmed;
  }
}
