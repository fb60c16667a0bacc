package dev.yiben.formats.format.docx;

import dev.yiben.formats.format.Revisions;
import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The view of a document's tracked changes that is translated (ISO/IEC 29500-1, 17.13.5): the text
 * after them, or the text before.
 */
final class TrackedChanges {
  /**
   * What holds or marks text, the end of a paragraph, a row or a cell that was not there before.
   */
  private static final Set<String> ADDED = Set.of("ins", "moveTo", "cellIns");

  /** What holds or marks those that are not there any more. */
  private static final Set<String> REMOVED = Set.of("del", "moveFrom", "cellDel");

  private static final Pattern MOVE = Pattern.compile("(move(?:From|To))Range(?:Start|End)");

  private static final String PROPERTIES = "rPr";

  private final Set<String> gone;
  private final Set<String> fresh;
  private final boolean before;
  private final boolean kept;

  TrackedChanges(Revisions revisions) {
    this.kept = revisions == Revisions.KEEP;
    this.before = revisions == Revisions.REJECT;
    this.gone = before ? ADDED : REMOVED;
    this.fresh = before ? REMOVED : ADDED;
  }

  /** Returns whether an element holds, or marks, what is not in the view. */
  boolean isGone(XmlElement element) {
    return isWord(element) && gone.contains(element.local());
  }

  /** Returns whether an element holds, or marks, what is not in the other view. */
  boolean isNew(XmlElement element) {
    return isWord(element) && fresh.contains(element.local());
  }

  /** Returns whether an element says what properties were before. */
  static boolean isChange(XmlElement element) {
    return isWord(element) && element.local().endsWith("Change");
  }

  private static boolean isWord(XmlElement element) {
    return element.name().namespace().equals(Namespaces.WORD);
  }

  /** Returns whether nothing in an element is in the view, such as in a deleted row. */
  boolean hides(XmlElement element) {
    if (element.is(Namespaces.WORD, "tr") || element.is(Namespaces.WORD, "tc")) {
      return element
          .child(Namespaces.WORD, element.local() + "Pr")
          .filter(properties -> properties.children().stream().anyMatch(this::isGone))
          .isPresent();
    }
    return isGone(element) && !element.isEmptyTag();
  }

  /** Returns whether changes stay in what is translated. */
  boolean areKept() {
    return kept;
  }

  /** Returns whether what is in an element stands in its place in the view. */
  boolean isSeenThrough(XmlElement element) {
    return !kept && isNew(element);
  }

  /** Returns whether an element holds what was inserted, and stays. */
  boolean isInsertion(XmlElement element) {
    return kept && isNew(element) && !element.isEmptyTag();
  }

  /** Returns what is in an element as the view has it, with changes if they stay. */
  List<XmlElement> children(XmlElement element) {
    List<XmlElement> children = new ArrayList<>();
    for (XmlElement child : element.children()) {
      addVisible(child, children);
    }
    return children;
  }

  private void addVisible(XmlElement element, List<XmlElement> visible) {
    if (isSeenThrough(element)) {
      element.children().forEach(child -> addVisible(child, visible));
    } else if (kept || !isGone(element)) {
      visible.add(element);
    }
  }

  /** Returns the properties of a run as the view has them. */
  Optional<XmlElement> properties(XmlElement run) {
    Optional<XmlElement> properties = run.child(Namespaces.WORD, PROPERTIES);
    return properties.flatMap(this::old).or(() -> properties);
  }

  /**
   * Returns what stood in the place of properties, such as {@code w:rPr}, before a change; nothing
   * if the view is the one after changes, or they have not changed.
   */
  Optional<XmlElement> old(XmlElement properties) {
    return before
        ? properties
            .child(Namespaces.WORD, properties.local() + "Change")
            .flatMap(change -> change.child(Namespaces.WORD, properties.local()))
        : Optional.empty();
  }

  /** Returns whether the view is the one before the changes. */
  boolean isBefore() {
    return before;
  }

  /**
   * Returns a paragraph ({@code w:p}) with those that are one with it in the view, since the marks
   * between them are not there. A paragraph without text in the view goes with none: it is left
   * alone, with its changes.
   */
  List<XmlElement> joined(XmlElement paragraph) {
    List<XmlElement> joined = new ArrayList<>(List.of(paragraph));
    XmlElement last = paragraph;
    while (!kept && isMarkGone(last) && (joined.size() > 1 || hasText(paragraph))) {
      Optional<XmlElement> next = last.next();
      while (next.isPresent() && isRangeMark(next.get())) {
        next = next.get().next();
      }
      if (next.isEmpty() || !next.get().is(Namespaces.WORD, "p")) {
        break;
      }
      last = next.get();
      joined.add(last);
    }
    return joined;
  }

  private boolean isMarkGone(XmlElement paragraph) {
    Optional<XmlElement> properties = paragraph.child(Namespaces.WORD, "pPr");
    return properties
            .flatMap(found -> found.child(Namespaces.WORD, PROPERTIES))
            .filter(mark -> mark.children().stream().anyMatch(this::isGone))
            .isPresent()
        && properties.get().child(Namespaces.WORD, "sectPr").isEmpty();
  }

  private boolean hasText(XmlElement element) {
    return children(element).stream()
        .anyMatch(child -> isText(child) ? !child.text().isBlank() : hasText(child));
  }

  /** Returns whether an element is text of a run, deleted or not. */
  static boolean isText(XmlElement element) {
    return element.is(Namespaces.WORD, "t") || element.is(Namespaces.WORD, "delText");
  }

  private static boolean isRangeMark(XmlElement element) {
    return element.isEmptyTag()
        && (element.local().endsWith("Start") || element.local().endsWith("End"));
  }

  /**
   * Returns what stands in paragraphs that are one, and between them, as the view has it, but for
   * their properties.
   */
  List<XmlElement> content(List<XmlElement> paragraphs) {
    List<XmlElement> content = new ArrayList<>();
    XmlElement last = paragraphs.get(paragraphs.size() - 1);
    Optional<XmlElement> next = Optional.of(paragraphs.get(0));
    while (next.isPresent() && next.get().start() <= last.start()) {
      if (next.get().is(Namespaces.WORD, "p")) {
        children(next.get()).stream()
            .filter(child -> !child.is(Namespaces.WORD, "pPr"))
            .forEach(content::add);
      } else {
        content.add(next.get());
      }
      next = next.get().next();
    }
    return withoutMoves(content);
  }

  /** Leaves out where a move begins and ends, if it does both here, since nothing has moved. */
  private static List<XmlElement> withoutMoves(List<XmlElement> content) {
    Map<String, Integer> ends = new HashMap<>();
    content.forEach(element -> move(element).ifPresent(key -> ends.merge(key, 1, Integer::sum)));
    return content.stream()
        .filter(element -> move(element).filter(key -> ends.get(key) == 2).isEmpty())
        .toList();
  }

  /** Returns what the two ends of a range that has moved have in common. */
  private static Optional<String> move(XmlElement element) {
    Matcher name = MOVE.matcher(element.local());
    return isWord(element) && name.matches()
        ? Optional.of(name.group(1) + " " + element.value("id"))
        : Optional.empty();
  }
}
