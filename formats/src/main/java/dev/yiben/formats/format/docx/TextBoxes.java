package dev.yiben.formats.format.docx;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The texts that a file has twice, for programs that know more and for those that know less
 * (ISO/IEC 29500-3, 10.2.1): the first choice is translated, all others repeat it.
 */
final class TextBoxes {
  private final Map<Integer, Map<String, Deque<SegmentId>>> choices = new HashMap<>();

  /** Returns the text that a paragraph repeats; nothing if it says something else. */
  Optional<SegmentId> repeatedBy(XmlElement paragraph, CodedText text) {
    for (XmlElement branch : branches(paragraph)) {
      if (!isFirst(branch)) {
        Deque<SegmentId> equal =
            choices
                .getOrDefault(alternatives(branch), Map.of())
                .getOrDefault(text.marked(), new ArrayDeque<>());
        if (!equal.isEmpty()) {
          // Of equal ones each is repeated once, in their order.
          equal.add(equal.element());
          return Optional.of(equal.remove());
        }
      }
    }
    return Optional.empty();
  }

  /** Adds a text that stands for itself. */
  void add(XmlElement paragraph, CodedText text, SegmentId id) {
    for (XmlElement branch : branches(paragraph)) {
      if (isFirst(branch)) {
        choices
            .computeIfAbsent(alternatives(branch), key -> new HashMap<>())
            .computeIfAbsent(text.marked(), key -> new ArrayDeque<>())
            .add(id);
      }
    }
  }

  /** Returns the choices and fallbacks that an element is in, the innermost first. */
  private static List<XmlElement> branches(XmlElement element) {
    List<XmlElement> branches = new ArrayList<>();
    Optional<XmlElement> around = element.parent();
    while (around.isPresent()) {
      if (around.get().is(Namespaces.COMPATIBILITY, "Choice")
          || around.get().is(Namespaces.COMPATIBILITY, "Fallback")) {
        branches.add(around.get());
      }
      around = around.get().parent();
    }
    return branches;
  }

  private static int alternatives(XmlElement branch) {
    return branch.parent().map(XmlElement::start).orElse(branch.start());
  }

  private static boolean isFirst(XmlElement branch) {
    return branch
        .parent()
        .flatMap(parent -> parent.child(Namespaces.COMPATIBILITY, branch.local()))
        .filter(first -> first.start() == branch.start() && branch.local().equals("Choice"))
        .isPresent();
  }
}
