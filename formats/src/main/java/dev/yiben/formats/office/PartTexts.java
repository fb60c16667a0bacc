package dev.yiben.formats.office;

import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.Tally;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Collects the texts of a part in document order, and numbers them. */
public final class PartTexts {
  private final String part;
  private final List<TextUnit> units = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();
  private final Tally tally = new Tally();
  private int numbers;

  /** Creates a collection of the texts of a part, by its name. */
  public PartTexts(String part) {
    this.part = part;
  }

  /** Returns the name of the part. */
  public String part() {
    return part;
  }

  /** Returns the id of the next text, such as {@code ppt/slides/slide1.xml#p7}. */
  public SegmentId nextId() {
    return new SegmentId(part + "#p" + ++numbers);
  }

  /** Adds a text, whose characters are counted already. */
  public void add(TextUnit unit) {
    units.add(unit);
  }

  /** Counts text that is in no segment. */
  public void outside(String rule, CharSequence text) {
    tally.text(text);
    tally.outside(rule, text);
  }

  /** Adds what a user should know. */
  public void notice(String line) {
    notices.add(line);
  }

  /** Returns what counts the characters of the part. */
  public Tally tally() {
    return tally;
  }

  /** Returns the texts so far. */
  public List<TextUnit> units() {
    return Collections.unmodifiableList(units);
  }

  /** Returns all that was collected. */
  public PartText text() {
    return new PartText(units, tally.coverage(), notices);
  }
}
