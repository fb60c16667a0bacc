package dev.yiben.formats.format.docx;

import dev.yiben.formats.format.Tally;
import dev.yiben.formats.run.CodeKind;
import dev.yiben.formats.run.ParagraphBuilder;
import dev.yiben.formats.run.Piece;
import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects what belongs to a field and is not translated. */
final class FieldCollector {
  /** What becomes of what is collected. */
  private enum Purpose {
    /** It is a code that stands for words. */
    WHOLE,
    /** It is a code that shows nothing. */
    UNSEEN,
    /** It begins what holds the result. */
    HEAD,
    /** It is a part of a field whose other parts are elsewhere. */
    PART
  }

  private static final int NOWHERE = -1;

  private final ParagraphBuilder builder;
  private final Tally tally;
  private final List<Piece> pieces = new ArrayList<>();
  private final StringBuilder shown = new StringBuilder();
  private final Set<Integer> ends = new HashSet<>();
  private Purpose purpose = Purpose.PART;
  private int until = NOWHERE;

  /** Of each field that is open here, the innermost first, whether its result has begun. */
  private final Deque<Boolean> results = new ArrayDeque<>();

  /** How many of them have not. */
  private int instructions;

  FieldCollector(ParagraphBuilder builder, Tally tally) {
    this.builder = builder;
    this.tally = tally;
  }

  /** Begins in the midst of an instruction. */
  void goOn(int end) {
    begin(Purpose.PART, end);
    open();
  }

  /**
   * Begins a field.
   *
   * @param whole whether all of it is in the paragraph, and in one and the same element there
   */
  void begin(Field field, boolean whole, Piece mark) {
    if (!whole) {
      begin(Purpose.PART, field.head().start());
    } else if (Field.isText(field.instruction()) && field.separate().isPresent()) {
      begin(Purpose.HEAD, field.head().start());
      ends.add(field.end().start());
    } else {
      boolean unseen = Field.isUnseen(field.instruction());
      begin(unseen ? Purpose.UNSEEN : Purpose.WHOLE, field.end().start());
      FormField.choice(field.begin()).ifPresent(this::show);
    }
    add(field.begin(), mark);
  }

  private void begin(Purpose next, int end) {
    purpose = next;
    until = end;
    results.clear();
    instructions = 0;
  }

  private void open() {
    results.push(false);
    instructions++;
  }

  /** Ends a field, or its instruction. */
  private void close(boolean result) {
    if (!results.isEmpty()) {
      instructions -= results.remove() ? 0 : 1;
      if (result) {
        results.push(true);
      }
    }
  }

  boolean isCollecting() {
    return until != NOWHERE;
  }

  /** Returns whether what is collected ends in an element. */
  boolean endsIn(XmlElement element) {
    return until >= element.start() && until < element.end();
  }

  /**
   * Adds what stands in a run.
   *
   * @param piece how it is written again
   */
  void add(XmlElement element, Piece piece) {
    pieces.add(piece);
    if (element.is(Namespaces.WORD, "fldChar")) {
      switch (element.value("fldCharType")) {
        case "begin" -> open();
        case "separate" -> close(true);
        default -> close(false);
      }
    } else if (!Fields.isInstruction(element)) {
      show(OpaqueText.of(element));
    }
    if (element.start() == until) {
      finish();
    }
  }

  /** Adds what stands between runs. */
  void add(XmlElement element) {
    pieces.add(new Piece.Between(element.start(), element.end()));
    show(OpaqueText.of(element));
  }

  private void show(String text) {
    if (!text.isEmpty()) {
      tally.text(text);
      tally.outside("field", text);
      shown.append(instructions > 0 ? "" : text);
    }
  }

  /** Adds a mark that does not belong to what is collected. */
  void addEnd(XmlElement mark, Piece piece) {
    if (ends.remove(mark.start())) {
      builder.close(List.of(piece));
    } else {
      builder.code(CodeKind.END_ANCHOR, List.of(piece), "");
    }
  }

  /** Makes a code of what was collected so far, where an element begins or ends. */
  void flush() {
    if (!pieces.isEmpty()) {
      builder.code(CodeKind.START_ANCHOR, List.copyOf(pieces), "");
      pieces.clear();
      shown.setLength(0);
    }
  }

  /** Stops, since what was to come is not told. */
  void stop() {
    flush();
    until = NOWHERE;
  }

  private void finish() {
    List<Piece> all = List.copyOf(pieces);
    switch (purpose) {
      case WHOLE -> builder.code(CodeKind.WORD, all, shown.toString());
      case UNSEEN -> builder.code(CodeKind.END_ANCHOR, all, "");
      case HEAD -> builder.open(all);
      case PART -> builder.code(CodeKind.START_ANCHOR, all, "");
    }
    pieces.clear();
    shown.setLength(0);
    until = NOWHERE;
  }
}
