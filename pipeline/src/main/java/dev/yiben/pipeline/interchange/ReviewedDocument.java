package dev.yiben.pipeline.interchange;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.format.Document;
import dev.yiben.glossary.TermMatcher;
import dev.yiben.pipeline.check.CheckedSegment;
import dev.yiben.pipeline.check.Finding;
import dev.yiben.pipeline.plan.PlannedSegment;
import dev.yiben.pipeline.plan.SegmentKey;
import dev.yiben.pipeline.plan.Sentences;
import dev.yiben.pipeline.plan.SkipRules;
import dev.yiben.pipeline.work.LanguageDetection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The segments of an open document that can be reviewed, with their terms. */
final class ReviewedDocument {
  private final List<Segment> all;
  private final List<PlannedSegment> segments = new ArrayList<>();
  private final Optional<String> sourceLanguage;
  private final ReviewSettings settings;

  ReviewedDocument(Document document, ReviewSettings settings) {
    this.settings = settings;
    all = document.segments();
    sourceLanguage =
        settings
            .sourceLanguage()
            .or(document::declaredLanguage)
            .or(() -> new LanguageDetection().detect(all));
    TermMatcher terms = settings.terms().in(sourceLanguage.orElse(""));
    for (int index = 0; index < all.size(); index++) {
      Segment segment = all.get(index);
      // One that has a translation already can be reviewed too.
      if (SkipRules.ruleFor(segment, true).isEmpty()) {
        segments.add(
            new PlannedSegment(
                index,
                segment,
                0,
                terms.match(segment.source().wordText()),
                new SegmentKey(segment.id(), "", "")));
      }
    }
  }

  /** Returns all segments of the document. */
  List<Segment> all() {
    return all;
  }

  /** Returns those that can be reviewed. */
  List<PlannedSegment> segments() {
    return segments;
  }

  /** Returns the language of the document as a BCP 47 tag, if it is known. */
  Optional<String> sourceLanguage() {
    return sourceLanguage;
  }

  /** Returns what the checks find in targets, by index of the segment among all. */
  Map<Integer, List<Finding>> findings(Map<Integer, CodedText> targets) {
    Map<Integer, List<Finding>> findings = new HashMap<>();
    List<CheckedSegment> checked = new ArrayList<>();
    List<Integer> indices = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      int index = segments.get(i).index();
      if (targets.containsKey(index)) {
        CheckedSegment segment = checked(i, targets);
        checked.add(segment);
        indices.add(index);
        findings.put(index, settings.checks().check(segment));
      }
    }
    settings
        .checks()
        .checkTogether(checked)
        .forEach(
            (i, more) ->
                findings.merge(
                    indices.get(i),
                    more,
                    (a, b) -> Stream.of(a, b).flatMap(List::stream).toList()));
    return findings;
  }

  private CheckedSegment checked(int i, Map<Integer, CodedText> targets) {
    PlannedSegment segment = segments.get(i);
    return new CheckedSegment(
        segment.segment(),
        targets.get(segment.index()),
        sourceLanguage,
        settings.targetLanguage(),
        segment.terms(),
        Sentences.around(segments, i).stream()
            .map(part -> targets.get(part.index()))
            .filter(Objects::nonNull)
            .toList());
  }
}
