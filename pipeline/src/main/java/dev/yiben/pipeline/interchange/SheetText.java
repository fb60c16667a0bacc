package dev.yiben.pipeline.interchange;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.InlineCode.Kind;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts as they stand in cells: codes as placeholders such as {@code ⟦1⟧}. */
final class SheetText {
  private static final Pattern CHARACTER =
      Pattern.compile("⟦(" + ReturnedText.CHARACTER + "[0-9A-F]{1,5}-[0-9]{1,9})⟧");

  private SheetText() {}

  /** Returns the text of a cell. */
  static String of(CodedText text) {
    StringBuilder cell = new StringBuilder();
    for (Piece piece : Pieces.of(text)) {
      if (piece instanceof Piece.Text plain) {
        cell.append(plain.text());
      } else {
        Piece.Code code = (Piece.Code) piece;
        cell.append(code.kind() == Kind.CLOSE ? "⟦/" : "⟦").append(code.id()).append('⟧');
      }
    }
    return cell.toString();
  }

  /** Returns the marked text of a cell. */
  static String marked(String cell) {
    Matcher characters = CHARACTER.matcher(cell);
    return characters.replaceAll(
        found -> {
          ReturnedText text = new ReturnedText();
          text.code(found.group(1));
          return Matcher.quoteReplacement(text.marked());
        });
  }

  /** Returns what the codes of a text stand for, in one line; empty where there are none. */
  static String legend(CodedText text) {
    List<String> codes =
        Pieces.of(text).stream()
            .filter(Piece.Code.class::isInstance)
            .map(Piece.Code.class::cast)
            .filter(code -> code.kind() != Kind.CLOSE)
            .map(code -> "⟦" + code.id() + "⟧ " + Pieces.shortDisplay(code.original()))
            .toList();
    return String.join("  ", codes);
  }
}
