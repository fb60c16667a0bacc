package dev.yiben.formats.run;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.run.Item.Close;
import dev.yiben.formats.run.Item.Code;
import dev.yiben.formats.run.Item.Open;
import dev.yiben.formats.run.Item.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes of a paragraph's items a text with codes. */
final class ParagraphCoder {
  private static final int MOST_ORIGINAL = 200;

  /** The paragraph itself, as a container of runs. */
  private static final int OUTERMOST = 0;

  private final String part;
  private final int start;
  private final int end;
  private final List<Item> items;
  private final Extent extent;
  private final Map<Integer, RunStyle> prevailing = new HashMap<>();
  private final CodedText.Builder text = CodedText.builder();
  private final List<Slot> slots = new ArrayList<>();
  private final Deque<Integer> containers = new ArrayDeque<>();
  private final Deque<Integer> numbers = new ArrayDeque<>();
  private RunStyle span = RunStyle.PLAIN;
  private int spanNumber;

  ParagraphCoder(String part, int start, int end, List<Item> items, Extent extent) {
    this.part = part;
    this.start = start;
    this.end = end;
    this.items = items;
    this.extent = extent;
  }

  Paragraph paragraph() {
    findPrevailing();
    containers.push(OUTERMOST);
    int next = extent.first();
    while (next <= extent.last()) {
      next = add(next);
    }
    endSpan();
    return new Paragraph(
        start,
        end,
        text.build(),
        slots,
        prevailing(OUTERMOST),
        items.subList(0, extent.first()),
        items.subList(extent.last() + 1, items.size()));
  }

  /** Finds the look that most characters have, in the paragraph and in each element with runs. */
  private void findPrevailing() {
    Map<Integer, Map<String, Integer>> counts = new HashMap<>();
    Map<Integer, Map<String, RunStyle>> styles = new HashMap<>();
    Deque<Integer> open = new ArrayDeque<>();
    open.push(OUTERMOST);
    for (Item item : items.subList(extent.first(), extent.last() + 1)) {
      if (item instanceof Open container) {
        open.push(container.pair());
      } else if (item instanceof Close) {
        open.remove();
      } else if (item instanceof Text run && !isNeutral(run)) {
        RunStyle style = run.style();
        styles
            .computeIfAbsent(open.element(), key -> new HashMap<>())
            .putIfAbsent(style.key(), style);
        counts
            .computeIfAbsent(open.element(), key -> new LinkedHashMap<>())
            .merge(style.key(), run.value().length(), Integer::sum);
      }
    }
    counts.forEach(
        (container, byKey) -> {
          String most = "";
          int characters = -1;
          for (Map.Entry<String, Integer> entry : byKey.entrySet()) {
            if (entry.getValue() > characters) {
              most = entry.getKey();
              characters = entry.getValue();
            }
          }
          prevailing.put(container, styles.get(container).get(most));
        });
  }

  private RunStyle prevailing(int container) {
    return prevailing.getOrDefault(container, RunStyle.PLAIN);
  }

  private static boolean isNeutral(Text run) {
    return run.isBlank() && !run.style().showsOnSpaces();
  }

  /** Adds an item, and those that go with it, and returns the number of the next. */
  private int add(int i) {
    Item item = items.get(i);
    if (item instanceof Text run) {
      look(isNeutral(run) ? around(i) : run.style());
      addText(run.value());
      return i + 1;
    }
    if (item instanceof Code code) {
      if (spanNumber > 0 && !following(i + 1).key().equals(span.key())) {
        endSpan();
      }
      return addCode(i, code);
    }
    endSpan();
    if (item instanceof Open open) {
      RunStyle style = prevailing.getOrDefault(open.pair(), prevailing(containers.element()));
      prevailing.putIfAbsent(open.pair(), style);
      containers.push(open.pair());
      numbers.push(text.open(original(open.start(), open.end())));
      slots.add(new Slot.ContainerStart(open, style));
    } else if (item instanceof Close close) {
      containers.remove();
      text.close(numbers.remove(), original(close.start(), close.end()));
      slots.add(new Slot.ContainerEnd(close));
    }
    return i + 1;
  }

  /** Returns the look of a space: that of the words on its sides, if it is the same. */
  private RunStyle around(int i) {
    RunStyle base = prevailing(containers.element());
    RunStyle before = spanNumber > 0 ? span : base;
    return following(i + 1).key().equals(before.key()) ? before : base;
  }

  /** Returns the look of the next word in the same element. */
  private RunStyle following(int from) {
    for (int i = from; i <= extent.last(); i++) {
      Item item = items.get(i);
      if (item instanceof Text run && !isNeutral(run)) {
        return run.style();
      }
      if (item instanceof Open || item instanceof Close) {
        break;
      }
    }
    return prevailing(containers.element());
  }

  private void look(RunStyle style) {
    boolean base = style.key().equals(prevailing(containers.element()).key());
    if (spanNumber > 0 && (base || !style.key().equals(span.key()))) {
      endSpan();
    }
    if (!base && spanNumber == 0) {
      span = style;
      spanNumber = text.open(style.key());
      slots.add(new Slot.SpanStart(style));
    }
  }

  private void endSpan() {
    if (spanNumber > 0) {
      text.close(spanNumber, "");
      slots.add(new Slot.SpanEnd());
      spanNumber = 0;
    }
  }

  private void addText(String value) {
    text.text(value);
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) == '⟦' || value.charAt(i) == '⟧') {
        slots.add(new Slot.Bracket(value.substring(i, i + 1)));
      }
    }
  }

  /** Adds a code; anchors that stand together are one. */
  private int addCode(int i, Code first) {
    List<Code> codes = new ArrayList<>(List.of(first));
    int next = i + 1;
    while (first.kind().isAnchor()
        && next <= extent.last()
        && items.get(next) instanceof Code code
        && code.kind().isAnchor()) {
      codes.add(code);
      next++;
    }
    StringBuilder original = new StringBuilder();
    codes.forEach(code -> original.append(original(code.start(), code.end())));
    text.standalone(original.toString(), first.shown());
    slots.add(new Slot.Standalone(List.copyOf(codes)));
    return next;
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
