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
   */
  static List<Patch> of(List<XmlElement> elements, TrackedChanges changes) {
    Resolution resolution = new Resolution(changes);
    elements.forEach(resolution::add);
    return resolution.patches;
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
      rename(element);
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
  private void rename(XmlElement element) {
    String name = element.local();
    if (changes.isBefore()
        && (element.is(Namespaces.WORD, "delText")
            || element.is(Namespaces.WORD, "delInstrText"))) {
      String now = name.equals("delText") ? "t" : "instrText";
      int start = element.start() + 1 + element.prefix().length();
      patches.add(new Patch(start, start + name.length(), now));
      if (!element.isEmptyTag()) {
        int end = element.contentEnd() + 2 + element.prefix().length();
        patches.add(new Patch(end, end + name.length(), now));
      }
    }
  }

  private void remove(int start, int end) {
    if (end > start) {
      patches.add(new Patch(start, end, ""));
    }
  }
}
