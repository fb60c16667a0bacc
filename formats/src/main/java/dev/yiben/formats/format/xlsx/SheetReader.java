package dev.yiben.formats.format.xlsx;

import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.CellFilter;
import dev.yiben.formats.markup.Attribute;
import dev.yiben.formats.markup.Token.StartTag;
import dev.yiben.formats.office.TextUnit;
import dev.yiben.formats.run.Paragraph;
import dev.yiben.formats.run.ParagraphBuilder;
import dev.yiben.formats.run.RunStyle;
import dev.yiben.formats.xml.XmlName;
import dev.yiben.formats.xml.XmlPass;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;

/** Reads a sheet in one pass: which strings its cells show, and the texts that it has itself. */
final class SheetReader implements XmlPass.Visitor {
  private static final int MOST_COLUMNS = 16_384;
  private static final int MOST_TITLE = 32;
  private static final int MOST_PROMPT = 255;
  private static final Set<String> HEADERS =
      Set.of("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter");

  private final String part;
  private final Sheet sheet;
  private final int number;
  private final Reading reading;
  private final CellVisitor cells;
  private final Units units;
  private final HeaderFooter headers;
  private final Attributes attributes;
  private final Optional<String> sheetRule;
  private final boolean filtered;
  private final BitSet hiddenColumns = new BitSet();
  private boolean rowHidden;
  private int row;
  private int column;
  private String type = "";
  private boolean hasFormula;
  private Content content = new Content(0, 0, false);
  private int pieces;
  private StringItem item;
  private int itemStart;

  /**
   * Creates a reader.
   *
   * @param number of the sheet in its workbook
   * @param part the sheet as it is written
   * @param cells gets those whose texts are not in segments of the sheet
   */
  SheetReader(Sheet sheet, int number, String part, Reading reading, CellVisitor cells) {
    this.part = part;
    this.sheet = sheet;
    this.number = number;
    this.reading = reading;
    this.cells = cells;
    this.units = new Units(sheet.part());
    this.sheetRule =
        sheet.hidden() && !reading.hiddenText() ? Fate.HIDDEN.rule() : Optional.empty();
    this.headers = new HeaderFooter(part, units, sheet.part(), sheetRule);
    this.attributes = new Attributes(part, units, sheet.part(), sheetRule);
    // A filter hides rows for a while only.
    this.filtered = part.contains("filterColumn");
  }

  Units units() {
    return units;
  }

  @Override
  public void start(XmlName name, StartTag tag) {
    if (item != null) {
      item.start(name, tag);
      return;
    }
    switch (name.local()) {
      case "col" -> column(tag);
      case "row" -> {
        row = number(tag, "r", row + 1);
        rowHidden = isHidden(tag) && !filtered;
        column = 0;
      }
      case "c" -> cell(tag);
      case "f" -> hasFormula = true;
      case "is" -> {
        item = new StringItem(part, tag);
        itemStart = tag.end();
      }
      case "dataValidation" -> {
        attributes.add(tag.attribute("errorTitle"), MOST_TITLE);
        attributes.add(tag.attribute("error"), MOST_PROMPT);
        attributes.add(tag.attribute("promptTitle"), MOST_TITLE);
        attributes.add(tag.attribute("prompt"), MOST_PROMPT);
      }
      case "hyperlink" -> {
        attributes.add(tag.attribute("tooltip"), MOST_PROMPT);
        attributes.add(tag.attribute("display"), MOST_PROMPT);
      }
      case "filter", "customFilter" ->
          reading.literals().add(value(tag, "val"), place() + "a filter");
      default -> {}
    }
    begin(tag.end());
  }

  private void column(StartTag tag) {
    if (isHidden(tag)) {
      int first = number(tag, "min", 1);
      int last = Math.min(number(tag, "max", first), MOST_COLUMNS);
      if (first > 0 && first <= last) {
        hiddenColumns.set(first, last + 1);
      }
    }
  }

  /** Returns whether rows or columns are hidden for good; those of a folded group are not. */
  private boolean isHidden(StartTag tag) {
    return Set.of("1", "true").contains(value(tag, "hidden"))
        && number(tag, "outlineLevel", 0) == 0;
  }

  private void cell(StartTag tag) {
    Optional<CellReference> place = CellReference.of(value(tag, "r"));
    column = place.map(CellReference::column).orElse(column + 1);
    row = place.map(CellReference::row).orElse(row);
    type = value(tag, "t");
    hasFormula = false;
  }

  @Override
  public void text(int start, int end, boolean literal) {
    if (item != null) {
      item.text(start, end, literal);
    } else {
      // Several pieces, as nobody writes them, are not read at all.
      content = ++pieces == 1 ? new Content(start, end, literal) : new Content(end, end, false);
    }
  }

  private void begin(int offset) {
    content = new Content(offset, offset, false);
    pieces = 0;
  }

  @Override
  public void end(XmlName name, int start, int end) {
    if (item != null) {
      if (name.local().equals("is")) {
        inline(start);
      } else {
        item.end(name, end);
      }
      return;
    }
    switch (name.local()) {
      case "v" -> value();
      case "f" -> {
        if (hasLiteral()) {
          reading.literals().formula(content.text(part), place() + "the formula of " + reference());
        }
      }
      case "formula1" ->
          reading.literals().allowed(content.text(part), place() + "a rule for values");
      case "formula" ->
          reading.literals().formula(content.text(part), place() + "a conditional format");
      default -> {
        if (HEADERS.contains(name.local())) {
          headers.add(content);
        }
      }
    }
    begin(end);
  }

  /** Returns whether there may be a text in a formula; most have none. */
  private boolean hasLiteral() {
    for (int i = content.start(); i < content.end(); i++) {
      if (part.charAt(i) == '"' || part.charAt(i) == '&') {
        return true;
      }
    }
    return false;
  }

  private void value() {
    if (type.equals("s")) {
      int string = index();
      Fate fate = fate();
      cells.shared(string, fate, content);
      if (fate == Fate.TRANSLATED && reading.anchors().has(number)) {
        reading.sharedString(string).ifPresent(this::anchor);
      }
    } else if (type.equals("str")) {
      text();
    }
  }

  private int index() {
    try {
      return Integer.parseInt(part.substring(content.start(), content.end()).strip());
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private void anchor(SegmentId segment) {
    reading.anchors().add(number, reference(), segment);
  }

  private CellReference reference() {
    return new CellReference(column, row);
  }

  private Fate fate() {
    if (hasFormula) {
      return Fate.FORMULA_RESULT;
    }
    CellFilter chosen = reading.chosen();
    if (!chosen.takes(Math.max(1, column), Math.max(1, row))) {
      return Fate.NOT_CHOSEN;
    }
    boolean hidden = sheet.hidden() || rowHidden || hiddenColumns.get(Math.max(0, column));
    return hidden && !reading.hiddenText() ? Fate.HIDDEN : Fate.TRANSLATED;
  }

  /** Adds a text that stands in the cell itself as a value, as results of formulas do. */
  private void text() {
    Content text = content;
    ParagraphBuilder builder = new ParagraphBuilder(text.start(), text.end());
    StringBuilder seen = new StringBuilder();
    CellText.add(part, text, RunStyle.PLAIN, builder, seen);
    if (fate() == Fate.FORMULA_RESULT) {
      units.tally().text(seen);
      units.tally().outside("formula-result", seen);
      cells.result(seen.toString(), text);
      return;
    }
    Optional<Paragraph> paragraph = builder.build(part);
    paragraph.ifPresent(
        found -> {
          TextDialect dialect = new TextDialect(CellText::encode);
          add(
              found,
              seen.toString(),
              text.wholeStart(),
              text.wholeEnd(),
              (target, merging) -> found.write(target, dialect, merging.markup()));
        });
  }

  private void inline(int end) {
    StringItem string = item;
    item = null;
    units.tally().text(string.readings());
    units.tally().outside("ruby-reading", string.readings());
    Optional<Paragraph> paragraph = string.paragraph();
    if (paragraph.isPresent()) {
      add(
          paragraph.get(),
          string.seen(),
          itemStart,
          end,
          string.writer(paragraph.get(), reading.keepReadings()));
    }
  }

  private void add(Paragraph paragraph, String seen, int start, int end, TextUnit.Writer writer) {
    Fate fate = fate();
    if (fate == Fate.TRANSLATED) {
      anchor(units.nextId());
      reading.literals().cell(seen, units.nextId());
    }
    units.add(
        paragraph,
        seen,
        new Units.Kind(Role.TABLE_CELL, sheet.part(), reading.rule(fate, seen, units.nextId())),
        start,
        end,
        writer);
  }

  private String place() {
    return sheet.name() + ": ";
  }

  private String value(StartTag tag, String name) {
    Optional<Attribute> attribute = tag.attribute(name);
    return attribute.map(found -> found.value(part)).orElse("");
  }

  private int number(StartTag tag, String name, int other) {
    try {
      return Integer.parseInt(value(tag, name));
    } catch (NumberFormatException e) {
      return other;
    }
  }
}
