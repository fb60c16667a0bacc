package dev.yiben.pipeline.plan;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import dev.yiben.pipeline.check.CheckedSegment;
import dev.yiben.pipeline.check.QaChecks;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The translations that a document has already. */
public final class ExistingTranslations {
  private ExistingTranslations() {}

  /**
   * Returns those that can stand as a translation of their source anywhere: with its codes, each
   * once.
   */
  static SortedMap<Integer, CodedText> of(List<Segment> segments) {
    SortedMap<Integer, CodedText> existing = new TreeMap<>();
    for (int index = 0; index < segments.size(); index++) {
      if (segments.get(index).skipRule().isEmpty()) {
        int at = index;
        usable(segments.get(index)).ifPresent(target -> existing.put(at, target));
      }
    }
    return existing;
  }

  /** Returns the translation of a segment that the document has already, if it is a sound one. */
  public static Optional<CodedText> usable(Segment segment) {
    if (segment.hints().existing().isEmpty()) {
      return Optional.empty();
    }
    CodedText target;
    try {
      target = segment.source().withMarked(segment.hints().existing().get().marked());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    boolean sound =
        QaChecks.structural()
            .check(new CheckedSegment(segment, target, Optional.empty(), "", List.of()))
            .isEmpty();
    return sound ? Optional.of(target) : Optional.empty();
  }
}
