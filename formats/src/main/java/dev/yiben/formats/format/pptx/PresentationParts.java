package dev.yiben.formats.format.pptx;

import dev.yiben.formats.drawing.DrawingParts;
import dev.yiben.formats.office.OfficePackage;
import dev.yiben.formats.office.OfficePart;
import dev.yiben.formats.office.Relationship;
import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import dev.yiben.formats.xml.XmlText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the parts of a presentation that may have text, in the order of its slides. */
final class PresentationParts {
  private final OfficePackage office;
  private final DrawingParts drawings;
  private final Map<String, PresentationPart> parts = new LinkedHashMap<>();

  private PresentationParts(OfficePackage office, DrawingParts drawings) {
    this.office = office;
    this.drawings = drawings;
  }

  /**
   * Returns the parts by their names.
   *
   * @param presentation the main part; empty if it cannot be read
   */
  static Map<String, PresentationPart> of(
      OfficePackage office, DrawingParts drawings, Optional<XmlText> presentation) {
    PresentationParts found = new PresentationParts(office, drawings);
    String main = office.main().name();
    found.add(main, PartKind.PRESENTATION, main, 0);
    int number = 0;
    for (String slide : presentation.map(xml -> found.slides(main, xml)).orElse(List.of())) {
      found.addSlide(slide, ++number);
    }
    found.addMasters(main);
    return found.parts;
  }

  /** Returns the slides in the order in which they are shown (ISO/IEC 29500-1, 19.2.1.34). */
  private List<String> slides(String main, XmlText xml) {
    Map<String, String> targets = new HashMap<>();
    for (Relationship relationship : office.relationships(main)) {
      if (!relationship.external()) {
        targets.put(relationship.id(), relationship.target());
      }
    }
    List<String> slides = new ArrayList<>();
    for (XmlElement list : xml.root().children()) {
      if (list.is(Namespaces.SLIDE, "sldIdLst")) {
        for (XmlElement slide : list.children()) {
          Optional.ofNullable(targets.get(slide.value(Namespaces.RELATIONSHIP, "id")))
              .flatMap(office::part)
              .ifPresent(part -> slides.add(part.name()));
        }
      }
    }
    return slides;
  }

  private void addSlide(String slide, int number) {
    addWithDrawings(slide, PartKind.SLIDE, slide, number);
    for (OfficePart notes : office.related(slide, "notesSlide")) {
      addWithDrawings(notes.name(), PartKind.NOTES, slide, number);
    }
    for (OfficePart comments : office.related(slide, "comments")) {
      add(comments.name(), PartKind.COMMENTS, slide, number);
    }
  }

  private void addMasters(String main) {
    for (OfficePart master : office.related(main, "slideMaster")) {
      addMaster(master.name());
      for (OfficePart layout : office.related(master.name(), "slideLayout")) {
        addMaster(layout.name());
      }
    }
    office.related(main, "notesMaster").forEach(master -> addMaster(master.name()));
    office.related(main, "handoutMaster").forEach(master -> addMaster(master.name()));
  }

  private void addMaster(String name) {
    addWithDrawings(name, PartKind.MASTER, name, 0);
  }

  private void addWithDrawings(String name, PartKind kind, String stream, int number) {
    if (add(name, kind, stream, number)) {
      drawings.of(name).forEach(part -> add(part, PartKind.DRAWING, stream, number));
    }
  }

  private boolean add(String name, PartKind kind, String stream, int number) {
    return parts.putIfAbsent(name, new PresentationPart(name, kind, stream, number)) == null;
  }
}
