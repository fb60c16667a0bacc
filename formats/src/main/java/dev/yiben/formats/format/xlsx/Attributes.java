package dev.yiben.formats.format.xlsx;

import dev.yiben.formats.document.LengthLimit;
import dev.yiben.formats.document.Role;
import dev.yiben.formats.markup.Attribute;
import dev.yiben.formats.run.Paragraph;
import dev.yiben.formats.run.ParagraphBuilder;
import dev.yiben.formats.run.RunStyle;
import java.util.Optional;

/** Texts that are values of attributes. */
final class Attributes {
  private final String part;
  private final Units units;
  private final String stream;
  private final Optional<String> skipRule;

  Attributes(String part, Units units, String stream, Optional<String> skipRule) {
    this.part = part;
    this.units = units;
    this.stream = stream;
    this.skipRule = skipRule;
  }

  /**
   * Adds the value of an attribute, if there is any text in it.
   *
   * @param most the most characters that Excel takes; a longer translation is cut
   */
  void add(Optional<Attribute> attribute, int most) {
    attribute.ifPresent(found -> add(found.valueStart(), found.valueEnd(), most));
  }

  /** Adds the value of an attribute, which is a range of the part. */
  void add(int start, int end, int most) {
    ParagraphBuilder builder = new ParagraphBuilder(start, end);
    StringBuilder seen = new StringBuilder();
    CellText.add(part, new Content(start, end, false), RunStyle.PLAIN, builder, seen);
    Optional<Paragraph> paragraph = builder.build(part);
    if (paragraph.isEmpty()) {
      units.tally().text(seen);
      return;
    }
    Paragraph found = paragraph.get();
    LengthLimit limit = new LengthLimit(most, most, Math.max(1, most / 10));
    units.add(
        found,
        seen.toString(),
        new Units.Kind(Role.ATTRIBUTE, stream, skipRule, Optional.of(limit)),
        start,
        end,
        (target, merging) ->
            Shortened.of(target.visibleText(), most).equals(target.visibleText())
                ? found.write(target, new TextDialect(CellText::encodeAttribute), merging.markup())
                : CellText.encodeAttribute(Shortened.of(target.visibleText(), most)));
  }
}
