package dev.yiben.formats.format.docx;

import dev.yiben.formats.splice.Patch;
import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what to change in markup so that it reads as a view of its tracked changes does. */
final class Resolution {
  private final TrackedChanges changes;
  private final List<Patch> patches = new ArrayList<>();

  private Resolution(TrackedChanges changes) {
    this.changes = changes;
  }

  /**
   * Returns the patches for some elements, in order. The paragraphs of text boxes in them are texts
   * of their own and stay.
   *
   * <p>Where changes stay, moves become an insertion and a deletion: what was moved and what became
   * of it would not be the same.
   */
  static List<Patch> of(List<XmlElement> elements, TrackedChanges changes) {
    Resolution resolution = new Resolution(changes);
    elements.forEach(changes.areKept() ? resolution::addWithoutMoves : resolution::add);
    return resolution.patches;
  }

  private void addWithoutMoves(XmlElement element) {
    if (element.is(Namespaces.WORD, "txbxContent")) {
      return;
    }
    if (element.is(Namespaces.WORD, "moveTo")) {
      rename(element, "ins");
    } else if (element.is(Namespaces.WORD, "moveFrom")) {
      rename(element, "del");
      element.descendants().stream()
          .filter(text -> text.is(Namespaces.WORD, "t"))
          .forEach(text -> rename(text, "delText"));
      return;
    }
    element.children().forEach(this::addWithoutMoves);
  }

  private void add(XmlElement element) {
    Optional<XmlElement> old = changes.old(element);
    if (element.is(Namespaces.WORD, "txbxContent")) {
      return;
    }
    if (changes.isGone(element) || TrackedChanges.isChange(element)) {
      remove(element.start(), element.end());
    } else if (changes.isNew(element)) {
      remove(element.start(), element.contentStart());
      element.children().forEach(this::add);
      remove(element.contentEnd(), element.end());
    } else if (old.isPresent() && element.local().equals("pPr")) {
      addOldParagraph(element, old.get());
    } else if (old.isPresent()) {
      patches.add(new Patch(element.start(), element.end(), old.get().markup()));
    } else {
      restore(element);
      element.children().forEach(this::add);
    }
  }

  /** What was before does not say how the paragraph's mark looks, nor that a section ends there. */
  private void addOldParagraph(XmlElement properties, XmlElement old) {
    String whole = properties.markup();
    String tag = whole.substring(0, properties.contentStart() - properties.start());
    String content =
        old.markup().substring(old.contentStart() - old.start(), old.contentEnd() - old.start());
    patches.add(new Patch(properties.start(), properties.contentStart(), tag + content));
    for (XmlElement child : properties.children()) {
      if (child.is(Namespaces.WORD, "rPr") || child.is(Namespaces.WORD, "sectPr")) {
        add(child);
      } else {
        remove(child.start(), child.end());
      }
    }
  }

  /** Deleted text has names of its own, which it has no more where it stands again. */
  private void restore(XmlElement element) {
    if (changes.isBefore() && element.is(Namespaces.WORD, "delText")) {
      rename(element, "t");
    } else if (changes.isBefore() && element.is(Namespaces.WORD, "delInstrText")) {
      rename(element, "instrText");
    }
  }

  private void rename(XmlElement element, String name) {
    int length = element.local().length();
    int start = element.start() + 1 + element.prefix().length();
    patches.add(new Patch(start, start + length, name));
    if (!element.isEmptyTag()) {
      int end = element.contentEnd() + 2 + element.prefix().length();
      patches.add(new Patch(end, end + length, name));
    }
  }

  private void remove(int start, int end) {
    if (end > start) {
      patches.add(new Patch(start, end, ""));
    }
  }
}
