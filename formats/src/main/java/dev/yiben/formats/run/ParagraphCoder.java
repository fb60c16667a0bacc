package dev.yiben.formats.run;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.run.Token.Alone;
import dev.yiben.formats.run.Token.End;
import dev.yiben.formats.run.Token.Start;
import dev.yiben.formats.run.Token.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes of a paragraph's items a text with codes. */
final class ParagraphCoder {
  private static final int MOST_ORIGINAL = 200;

  private final String part;
  private final int start;
  private final int end;
  private final List<Piece> loose;
  private final List<Item> items;
  private final Extent extent;
  private final CodedText.Builder text = CodedText.builder();
  private final List<Slot> slots = new ArrayList<>();

  ParagraphCoder(
      String part, int start, int end, List<Piece> loose, List<Item> items, Extent extent) {
    this.part = part;
    this.start = start;
    this.end = end;
    this.loose = loose;
    this.items = items;
    this.extent = extent;
  }

  Paragraph paragraph() {
    List<Item> inside = items.subList(extent.first(), extent.last() + 1);
    PrevailingLooks looks = new PrevailingLooks(inside);
    Map<Integer, Integer> numbers = new HashMap<>();
    for (Token token : TokenMerger.merge(new LookCoder(inside, looks).tokens())) {
      if (token instanceof Words words) {
        add(words.value());
      } else if (token instanceof Start opening) {
        String original = original(opening.pieces()) + opening.name();
        numbers.put(opening.pair(), text.open(original));
        slots.add(new Slot.Start(opening.pieces(), opening.look()));
      } else if (token instanceof End closing) {
        text.close(numbers.get(closing.pair()), original(closing.pieces()));
        slots.add(new Slot.End(closing.pieces()));
      } else if (token instanceof Alone code) {
        text.standalone(original(code.pieces()), code.shown());
        slots.add(new Slot.Standalone(code.pieces()));
      }
    }
    return new Paragraph(
        start,
        end,
        text.build(),
        slots,
        looks.outermost(),
        loose,
        items.subList(0, extent.first()),
        items.subList(extent.last() + 1, items.size()));
  }

  private void add(String value) {
    text.text(value);
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) == '⟦' || value.charAt(i) == '⟧') {
        slots.add(new Slot.Bracket(value.substring(i, i + 1)));
      }
    }
  }

  private String original(List<Piece> pieces) {
    StringBuilder original = new StringBuilder();
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Between between) {
        original.append(original(between.start(), between.end()));
      } else if (piece instanceof Piece.WholeRun run) {
        original.append(original(run.contentStart(), run.contentEnd()));
      } else if (piece instanceof Piece.InRun inRun) {
        original.append(original(inRun.start(), inRun.end()));
      } else if (piece instanceof Piece.Characters characters) {
        original.append(characters.text());
      }
      if (original.length() > MOST_ORIGINAL) {
        break;
      }
    }
    if (original.length() <= MOST_ORIGINAL) {
      return original.toString();
    }
    boolean inPair = Character.isHighSurrogate(original.charAt(MOST_ORIGINAL - 1));
    return original.substring(0, inPair ? MOST_ORIGINAL - 1 : MOST_ORIGINAL);
  }

  /** Returns what stands in the file; of long elements, which hold texts themselves, the start. */
  private String original(int from, int to) {
    if (to - from <= MOST_ORIGINAL) {
      return part.substring(from, to);
    }
    int tagEnd = part.indexOf('>', from) + 1;
    return part.substring(from, Math.min(Math.max(tagEnd, from + 1), from + MOST_ORIGINAL));
  }
}
