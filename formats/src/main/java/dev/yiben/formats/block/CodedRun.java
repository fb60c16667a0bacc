package dev.yiben.formats.block;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.InlineCode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A run as a segment's text.
 *
 * @param text what the model sees
 * @param start offset in the markup where it begins
 * @param end offset after it
 * @param slots its codes in order
 */
public record CodedRun(CodedText text, int start, int end, List<Slot> slots) {
  public CodedRun {
    slots = List.copyOf(slots);
  }

  /** Codes a run with visible text. */
  static CodedRun of(String markup, List<Item> run) {
    List<Item> trimmed = Trimmer.trim(run);
    List<Item> items = Collapser.collapse(trimmed);
    CodedText.Builder builder = CodedText.builder();
    Map<Integer, Integer> numbers = new HashMap<>();
    for (Item item : items) {
      String original = markup.substring(item.start(), item.end());
      switch (item.kind()) {
        case LITERAL, ENCODED -> builder.text(item.value());
        case ATOM, MARK, BREAK -> builder.standalone(original, item.value());
        case OPEN, CLOSE -> {
          if (item.isLoose()) {
            builder.standalone(original, "");
          } else if (item.kind() == Item.Kind.OPEN) {
            numbers.put(item.pair(), builder.open(original));
          } else {
            builder.close(numbers.get(item.pair()), original);
          }
        }
        case GONE -> throw new IllegalStateException("Collapsing leaves none");
      }
    }
    CodedText text = builder.build();
    Item last = trimmed.get(trimmed.size() - 1);
    return new CodedRun(text, trimmed.get(0).start(), last.end(), slots(text, items));
  }

  private static List<Slot> slots(CodedText text, List<Item> items) {
    Deque<Item> codes = new ArrayDeque<>();
    for (Item item : items) {
      if (!item.isText()) {
        codes.add(item);
      }
    }
    List<Slot> slots = new ArrayList<>();
    for (InlineCode code : text.codes()) {
      if (!isBracket(code)) {
        Item item = codes.remove();
        slots.add(
            new Slot(code.placeholder(), item.start(), item.end(), item.isLoose(), item.written()));
      }
    }
    return slots;
  }

  /** Returns whether a code stands for a bracket of the text's own. */
  static boolean isBracket(InlineCode code) {
    return code.original().equals("⟦") || code.original().equals("⟧");
  }
}
