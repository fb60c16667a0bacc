package dev.yiben.formats.format.docx;

import dev.yiben.formats.format.Tally;
import dev.yiben.formats.run.CodeKind;
import dev.yiben.formats.run.ParagraphBuilder;
import dev.yiben.formats.run.Piece;
import dev.yiben.formats.run.RunStyle;
import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells what stands in a run (ISO/IEC 29500-1, 17.3.3), but for fields and ruby. */
final class RunReader {
  private static final String SOFT_HYPHEN = "\u00AD";

  private final ParagraphBuilder builder;
  private final Tally tally;

  RunReader(ParagraphBuilder builder, Tally tally) {
    this.builder = builder;
    this.tally = tally;
  }

  /**
   * Adds an element of a run.
   *
   * @param piece how it is written again, where it does not go into a run with others
   * @param symbolFont whether the run is in a font of pictures
   * @param leftOut the rule by which its text is not translated
   */
  void add(
      XmlElement element,
      Piece piece,
      RunStyle style,
      boolean symbolFont,
      Optional<String> leftOut) {
    if (TrackedChanges.isText(element)) {
      addText(element, piece, style, symbolFont, leftOut);
      return;
    }
    if (!element.name().namespace().equals(Namespaces.WORD)) {
      addShown(CodeKind.MARK, "alternative", OpaqueText.of(element), piece);
      return;
    }
    switch (element.local()) {
      case "rPr", "lastRenderedPageBreak", "softHyphen" -> {
        // Word finds out anew where lines and pages end.
      }
      case "tab", "ptab" -> add(CodeKind.MARK, "\t", inRun(element, style));
      case "br", "cr" -> add(CodeKind.MARK, "\n", inRun(element, style));
      case "noBreakHyphen" -> addText("\u2011", piece, style, leftOut);
      case "sym" -> addShown(CodeKind.MARK, "symbol", Symbols.character(element), piece);
      case "commentReference", "instrText", "delInstrText" -> add(CodeKind.END_ANCHOR, "", piece);
      case "dayShort", "monthShort", "yearShort", "dayLong", "monthLong", "yearLong", "pgNum" ->
          add(CodeKind.WORD, "", piece);
      default -> addShown(CodeKind.MARK, "alternative", OpaqueText.of(element), piece);
    }
  }

  /** Adds a note's mark that its author has chosen, with the reference that it belongs to. */
  void addCustomMark(List<XmlElement> elements, RunStyle style) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder mark = new StringBuilder();
    for (XmlElement element : elements) {
      pieces.add(inRun(element, style));
      mark.append(OpaqueText.of(element));
    }
    count("note-reference", mark.toString());
    builder.code(CodeKind.MARK, pieces, mark.toString());
  }

  private static Piece inRun(XmlElement element, RunStyle style) {
    return new Piece.InRun(element.start(), element.end(), style);
  }

  private void add(CodeKind kind, String shown, Piece piece) {
    builder.code(kind, List.of(piece), shown);
  }

  private void addShown(CodeKind kind, String rule, String shown, Piece piece) {
    count(rule, shown);
    add(kind, shown, piece);
  }

  private void count(String rule, String text) {
    tally.text(text);
    tally.outside(rule, text);
  }

  private void addText(
      XmlElement element,
      Piece piece,
      RunStyle style,
      boolean symbolFont,
      Optional<String> leftOut) {
    String text = WordSpaces.text(element);
    if (leftOut.isPresent()) {
      addText(text, piece, style, leftOut);
      return;
    }
    int start = 0;
    while (start < text.length()) {
      boolean symbol = Symbols.isSymbol(text.charAt(start), symbolFont);
      int end = start + 1;
      while (end < text.length() && Symbols.isSymbol(text.charAt(end), symbolFont) == symbol) {
        end++;
      }
      String stretch = text.substring(start, end);
      if (symbol) {
        count("symbol", stretch);
        builder.code(CodeKind.MARK, List.of(new Piece.Characters(stretch, style)), stretch);
      } else {
        addText(stretch, piece, style, leftOut);
      }
      start = end;
    }
  }

  private void addText(String text, Piece piece, RunStyle style, Optional<String> leftOut) {
    tally.text(text);
    if (leftOut.isPresent()) {
      tally.outside(leftOut.get(), text);
      add(CodeKind.END_ANCHOR, "", piece);
      return;
    }
    String shown = text.replace(SOFT_HYPHEN, "");
    tally.outside("soft-hyphen", SOFT_HYPHEN.repeat(text.length() - shown.length()));
    builder.text(shown, style);
  }
}
