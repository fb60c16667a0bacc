package dev.yiben.formats.format.docx;

import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The complex fields of a part, which may begin in one paragraph and end in another. */
final class Fields {
  private static final int NO_STORY = -1;

  private final Map<Integer, Field> byBegin = new HashMap<>();

  /** Of each story, where instructions begin that are in no other, and where they end. */
  private final Map<Integer, NavigableMap<Integer, Integer>> instructions = new HashMap<>();

  /** Where results of tables of contents begin, and where they end. */
  private final NavigableMap<Integer, Integer> contents = new TreeMap<>();

  private Fields() {}

  /** A field whose end was not seen yet. */
  private static final class Pending {
    private final XmlElement begin;
    private final StringBuilder instruction = new StringBuilder();
    private Optional<XmlElement> separate = Optional.empty();

    Pending(XmlElement begin) {
      this.begin = begin;
    }
  }

  /**
   * Finds the fields in a part.
   *
   * @param changes the view that is read; fields that are not in it are none
   */
  static Fields of(XmlElement root, TrackedChanges changes) {
    Fields fields = new Fields();
    Map<Integer, Deque<Pending>> open = new HashMap<>();
    int goneUntil = 0;
    for (XmlElement element : root.descendants()) {
      if (element.start() >= goneUntil && changes.isGone(element) && !element.isEmptyTag()) {
        goneUntil = element.end();
      }
      if (element.start() < goneUntil) {
        continue;
      }
      boolean mark = element.is(Namespaces.WORD, "fldChar");
      if (mark || isInstruction(element)) {
        fields.add(element, mark, open.computeIfAbsent(story(element), key -> new ArrayDeque<>()));
      }
    }
    fields.byBegin.values().stream()
        .sorted((one, other) -> Integer.compare(one.begin().start(), other.begin().start()))
        .forEach(
            field -> {
              fields.addInstruction(field);
              fields.addContents(field);
            });
    return fields;
  }

  static boolean isInstruction(XmlElement element) {
    return element.is(Namespaces.WORD, "instrText") || element.is(Namespaces.WORD, "delInstrText");
  }

  private void add(XmlElement element, boolean mark, Deque<Pending> open) {
    if (!mark) {
      open.stream()
          .limit(1)
          .filter(pending -> pending.separate.isEmpty())
          .forEach(pending -> pending.instruction.append(element.text()));
      return;
    }
    switch (element.value("fldCharType")) {
      case "begin" -> open.push(new Pending(element));
      case "separate" -> {
        if (!open.isEmpty() && open.element().separate.isEmpty()) {
          open.element().separate = Optional.of(element);
        }
      }
      case "end" -> {
        if (!open.isEmpty()) {
          Pending pending = open.remove();
          byBegin.put(
              pending.begin.start(),
              new Field(pending.begin, pending.separate, element, pending.instruction.toString()));
        }
      }
      default -> {
        // Not a mark that Word knows.
      }
    }
  }

  private void addInstruction(Field field) {
    NavigableMap<Integer, Integer> known =
        instructions.computeIfAbsent(story(field.begin()), key -> new TreeMap<>());
    int begin = field.begin().start();
    if (known.isEmpty() || known.lastEntry().getValue() < begin) {
      known.put(begin, field.head().start());
    }
  }

  /** Returns the text box that an element is in: its fields are no others' business. */
  private static int story(XmlElement element) {
    Optional<XmlElement> around = element.parent();
    while (around.isPresent() && !around.get().is(Namespaces.WORD, "txbxContent")) {
      around = around.get().parent();
    }
    return around.map(XmlElement::start).orElse(NO_STORY);
  }

  /** Returns the field that a mark begins; nothing if it never ends. */
  Optional<Field> beginningAt(XmlElement mark) {
    return Optional.ofNullable(byBegin.get(mark.start()));
  }

  /** Returns where the instruction ends that goes on where a paragraph begins. */
  Optional<Integer> instructionUntil(XmlElement paragraph) {
    if (instructions.isEmpty()) {
      return Optional.empty();
    }
    NavigableMap<Integer, Integer> known = instructions.get(story(paragraph));
    Map.Entry<Integer, Integer> before = known == null ? null : known.floorEntry(paragraph.start());
    return before == null || before.getValue() < paragraph.start()
        ? Optional.empty()
        : Optional.of(before.getValue());
  }

  /** Adds the result of a table of contents or the like, unless it is in another's. */
  private void addContents(Field field) {
    int end = field.end().start();
    if (field.isContents() && (contents.isEmpty() || contents.lastEntry().getValue() < end)) {
      contents.put(field.head().end(), end);
    }
  }

  /** Returns whether a paragraph has text in the result of a table of contents or the like. */
  boolean isContents(XmlElement paragraph) {
    Map.Entry<Integer, Integer> last = contents.lowerEntry(paragraph.end());
    return last != null
        && last.getValue() > paragraph.start()
        && paragraph.descendants().stream()
            .filter(TrackedChanges::isText)
            .anyMatch(text -> isContents(text.start()));
  }

  private boolean isContents(int offset) {
    Map.Entry<Integer, Integer> result = contents.floorEntry(offset);
    return result != null && offset < result.getValue();
  }
}
