package dev.yiben.pipeline.interchange;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import dev.yiben.pipeline.check.CheckedSegment;
import dev.yiben.pipeline.check.Finding;
import dev.yiben.pipeline.check.QaChecks;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A returned target as a segment can take it.
 *
 * @param target the target; empty if there is none, or none that can be taken
 * @param fault why it cannot be taken, in one line; empty if there is none, or it is sound
 */
record ReturnedTarget(Optional<CodedText> target, Optional<String> fault) {
  static final ReturnedTarget NONE = new ReturnedTarget(Optional.empty(), Optional.empty());

  /** Returns the target of a segment that a unit has. */
  static ReturnedTarget of(Segment segment, ReturnedUnit unit) {
    if (unit.target().isEmpty() || isOpen(segment, unit)) {
      return NONE;
    }
    if (unit.fault().isPresent()) {
      return new ReturnedTarget(Optional.empty(), unit.fault());
    }
    CodedText target;
    try {
      target = segment.source().withMarked(onOneLine(unit.target().get()));
    } catch (IllegalArgumentException e) {
      return new ReturnedTarget(
          Optional.empty(),
          Optional.of("it has a mark ⟦…⟧ that the source has not, or half of one"));
    }
    String faults =
        QaChecks.structural()
            .check(new CheckedSegment(segment, target, Optional.empty(), "", List.of()))
            .stream()
            .map(Finding::message)
            .collect(Collectors.joining(", "));
    return faults.isEmpty()
        ? new ReturnedTarget(Optional.of(target), Optional.empty())
        : new ReturnedTarget(Optional.empty(), Optional.of(faults));
  }

  /** Tools put the source into the place of targets to begin with. */
  private static boolean isOpen(Segment segment, ReturnedUnit unit) {
    String target = unit.target().get();
    return target.isBlank()
        || (unit.state().isOpen() && target.strip().equals(segment.source().marked().strip()));
  }

  /** A segment has no line ends of its own; tools and people put them in. */
  private static String onOneLine(String text) {
    return text.indexOf('\n') < 0 && text.indexOf('\r') < 0
        ? text
        : text.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
