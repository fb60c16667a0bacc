package dev.yiben.formats.format.xlsx;

import dev.yiben.formats.document.LengthLimit;
import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentHints;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.Tally;
import dev.yiben.formats.office.PartText;
import dev.yiben.formats.office.TextUnit;
import dev.yiben.formats.run.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the texts of a part. */
final class Units {
  private final String part;
  private final List<TextUnit> units = new ArrayList<>();
  private final Tally tally = new Tally();
  private int number;

  Units(String part) {
    this.part = part;
  }

  /** Returns the counted characters, to count what is in no segment. */
  Tally tally() {
    return tally;
  }

  /** What a text is besides its words. */
  record Kind(Role role, String stream, Optional<String> skipRule, Optional<LengthLimit> limit) {
    Kind(Role role, String stream, Optional<String> skipRule) {
      this(role, stream, skipRule, Optional.empty());
    }
  }

  /** Returns the id of the next text. */
  SegmentId nextId() {
    return id(part, number + 1);
  }

  /** Returns the id of a text of a part, the first being 1. */
  static SegmentId id(String part, int number) {
    return new SegmentId(part + "#p" + number);
  }

  /** Goes on to the next number, since the text of this one is in no segment. */
  void skip() {
    number++;
  }

  /**
   * Adds a text.
   *
   * @param seen the text as people see it
   */
  void add(
      Paragraph paragraph, String seen, Kind kind, int start, int end, TextUnit.Writer writer) {
    SegmentId id = nextId();
    number++;
    tally.text(seen);
    tally.outside("placeholder-bracket", paragraph.brackets());
    Optional<String> rule =
        kind.skipRule()
            .or(() -> Identifiers.matches(seen) ? Optional.of("identifier") : Optional.empty());
    SegmentHints hints = kind.limit().map(SegmentHints.NONE::withLimit).orElse(SegmentHints.NONE);
    Segment segment = new Segment(id, paragraph.text(), kind.role(), kind.stream(), rule, hints);
    units.add(new TextUnit(segment, start, end, writer));
  }

  List<TextUnit> units() {
    return units;
  }

  PartText text(List<String> notices) {
    return new PartText(units, tally.coverage(), notices);
  }
}
