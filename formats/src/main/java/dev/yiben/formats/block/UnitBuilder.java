package dev.yiben.formats.block;

import dev.yiben.formats.block.Item.Kind;
import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.Tally;
import dev.yiben.formats.markup.Attribute;
import dev.yiben.formats.markup.Characters;
import dev.yiben.formats.markup.Characters.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects text and codes into runs, counts all text, and makes units of runs with words. */
final class UnitBuilder {
  private static final String SOFT_HYPHEN = "\u00AD";

  private final String markup;
  private final String place;
  private final String stream;
  private final Map<String, String> entities;
  private final Optional<Pattern> templateCode;
  private final List<Unit> units = new ArrayList<>();
  private final Tally tally = new Tally();
  private Run run = new Run();
  private Block block = Block.OUTERMOST;

  /**
   * Creates a builder.
   *
   * @param place what the segments' ids begin with
   * @param entities what the document declares
   */
  UnitBuilder(
      String markup,
      String place,
      String stream,
      Map<String, String> entities,
      Vocabulary vocabulary) {
    this.markup = markup;
    this.place = place;
    this.stream = stream;
    this.entities = entities;
    this.templateCode = vocabulary.templateCode();
  }

  List<Unit> units() {
    return units;
  }

  Tally tally() {
    return tally;
  }

  /** Says what the text to come stands in. */
  void enter(Block newBlock) {
    block = newBlock;
  }

  /** Returns the run that is being collected. */
  Run run() {
    return run;
  }

  /** Begins a run within another, which it returns. */
  Run begin() {
    Run outer = run;
    run = new Run();
    return outer;
  }

  /** Goes on with the outer run. */
  void resume(Run outer) {
    run = outer;
  }

  /**
   * Adds text with references and the code of templates; its line ends are codes where they are
   * shown as such.
   */
  void text(int start, int end) {
    int done = start;
    if (templateCode.isPresent()) {
      Matcher found = templateCode.get().matcher(markup).region(start, end);
      while (found.find()) {
        plainText(done, found.start());
        outside("template-code", found.group());
        code(Kind.ATOM, found.start(), found.end(), found.group());
        done = found.end();
      }
    }
    plainText(done, end);
  }

  private void plainText(int start, int end) {
    for (Piece piece : Characters.pieces(markup, start, end, entities)) {
      switch (piece.kind()) {
        case LITERAL -> literal(piece.start(), piece.end());
        case REFERENCE -> encoded(piece.start(), piece.end(), piece.value());
        case UNKNOWN_REFERENCE -> {
          outside("unknown-entity", piece.value());
          run.add(new Item(Kind.ATOM, piece.start(), piece.end(), piece.value(), Item.UNPAIRED));
        }
        case FORBIDDEN -> {
          outside("control-character", piece.value());
          run.add(new Item(Kind.MARK, piece.start(), piece.end(), "", Item.UNPAIRED));
        }
      }
    }
  }

  private void literal(int start, int end) {
    int from = start;
    int i = start;
    while (i < end) {
      char c = markup.charAt(i);
      if (c == SOFT_HYPHEN.charAt(0)) {
        add(Kind.LITERAL, from, i, markup.substring(from, i));
        outside("soft-hyphen", SOFT_HYPHEN);
        gone(i, i + 1);
        from = i + 1;
      } else if (block.lines() && (c == '\n' || c == '\r')) {
        add(Kind.LITERAL, from, i, markup.substring(from, i));
        from = lineEnd(i, end);
        lineBreak(i, from);
        i = from - 1;
      }
      i++;
    }
    add(Kind.LITERAL, from, end, markup.substring(from, end));
  }

  /** Returns where a line's text begins, given where the line before ends: after its indent. */
  private int lineEnd(int lineFeed, int end) {
    int i = markup.startsWith("\r\n", lineFeed) ? lineFeed + 2 : lineFeed + 1;
    while (i < end && (markup.charAt(i) == ' ' || markup.charAt(i) == '\t')) {
      i++;
    }
    return Math.min(i, end);
  }

  /** Adds text that stands in the markup in another way. */
  void encoded(int start, int end, String value) {
    if (block.lines() && value.equals("\n")) {
      lineBreak(start, end);
      return;
    }
    String shown = value.replace(SOFT_HYPHEN, "");
    outside("soft-hyphen", SOFT_HYPHEN.repeat(value.length() - shown.length()));
    if (shown.isEmpty()) {
      gone(start, end);
    } else {
      add(Kind.ENCODED, start, end, shown);
    }
  }

  private void add(Kind kind, int start, int end, String value) {
    if (start == end) {
      return;
    }
    tally.text(value);
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) == '⟦' || value.charAt(i) == '⟧') {
        tally.outside("placeholder-bracket", value.substring(i, i + 1));
      }
    }
    run.add(new Item(kind, start, end, value, Item.UNPAIRED));
  }

  /** Counts text that is in no segment. */
  void outside(String rule, String value) {
    tally.text(value);
    tally.outside(rule, value);
  }

  /** Adds a code. */
  void code(Kind kind, int start, int end, String shown) {
    run.add(new Item(kind, start, end, shown, Item.UNPAIRED));
  }

  /** Adds markup that goes where the text is translated. */
  void gone(int start, int end) {
    code(Kind.GONE, start, end, "");
  }

  /** Adds a line break; after another one, it ends a segment. */
  void lineBreak(int start, int end) {
    if (run.endsWithBreak() && run.isVisible()) {
      flush();
    }
    code(Kind.BREAK, start, end, "\n");
  }

  /** Makes a segment of an attribute's value. */
  void attribute(Attribute attribute) {
    Run body = begin();
    Block around = block;
    block = around.forAttribute();
    text(attribute.valueStart(), attribute.valueEnd());
    flush(attribute.quote());
    block = around;
    resume(body);
  }

  /** Ends the run; where there is text in it, it is a segment. */
  void flush() {
    flush(Unit.CONTENT);
  }

  private void flush(char quote) {
    if (run.isVisible()) {
      CodedRun coded = CodedRun.of(markup, run.items());
      Segment segment = segment(coded.text());
      units.add(new Unit(segment, coded.start(), coded.end(), coded.slots(), quote, false));
    }
    run = new Run();
  }

  private Segment segment(CodedText text) {
    SegmentId id = new SegmentId(place + "#p" + (units.size() + 1));
    return new Segment(id, text, block.role(), stream, block.rule());
  }

  /** Takes a unit of markup within the text as one of this document. */
  void adopt(Unit unit) {
    Segment segment = segment(unit.segment().source());
    units.add(
        new Unit(segment, unit.start(), unit.end(), unit.slots(), unit.quote(), unit.escaped()));
  }

  /** Takes over what was counted of markup within the text. */
  void adopt(Tally inner, String text) {
    tally.within(text, inner);
  }
}
