package dev.yiben.formats.format.pptx;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.drawing.DrawingParts;
import dev.yiben.formats.drawing.Inherited;
import dev.yiben.formats.drawing.ListStyles;
import dev.yiben.formats.drawing.ShapeTexts;
import dev.yiben.formats.drawing.TextPlace;
import dev.yiben.formats.drawing.UnitFactory;
import dev.yiben.formats.format.OfficeOptions;
import dev.yiben.formats.office.Consequences;
import dev.yiben.formats.office.OfficePackage;
import dev.yiben.formats.office.OfficeReader;
import dev.yiben.formats.office.PartText;
import dev.yiben.formats.office.PartTexts;
import dev.yiben.formats.office.Relationship;
import dev.yiben.formats.office.TextUnit;
import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import dev.yiben.formats.xml.XmlText;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds the texts of a presentation: of slides, each with its notes and comments, and masters. */
final class PresentationReader implements OfficeReader {
  private static final Set<String> EMBEDDED = Set.of("package", "oleObject");
  private static final int MOST_NAMED = 5;

  private final OfficePackage office;
  private final OfficeOptions options;
  private final DrawingParts drawings;
  private final Templates templates;
  private final List<XmlElement> defaults;
  private final Map<String, PresentationPart> parts;
  private final Set<String> hidden = new HashSet<>();
  private final SourceLanguages languages = new SourceLanguages();
  private final Overflows overflows = new Overflows();

  PresentationReader(OfficePackage office, OfficeOptions options) {
    this.office = office;
    this.options = options;
    this.drawings = new DrawingParts(office);
    this.templates = new Templates(office);
    Optional<XmlText> presentation = Templates.xml(office, office.main().name());
    this.defaults =
        presentation.flatMap(xml -> xml.root().child(Namespaces.SLIDE, "defaultTextStyle")).stream()
            .toList();
    this.parts = PresentationParts.of(office, drawings, presentation);
  }

  @Override
  public List<String> parts() {
    return List.copyOf(parts.keySet());
  }

  @Override
  public PartText read(String name, String text) {
    PresentationPart part = parts.get(name);
    XmlText xml = XmlText.read(text);
    if (part.kind() == PartKind.SLIDE && xml.root().value("show").matches("0|false|off")) {
      hidden.add(name);
    }
    UnitFactory units =
        new UnitFactory(xml, new PartTexts(name), part.stream(), outside(part.stream()));
    switch (part.kind()) {
      case PRESENTATION -> sections(xml.root(), units);
      case SLIDE, NOTES, MASTER -> shapes(part, xml.root(), units);
      case COMMENTS -> comments(xml.root(), units);
      case DRAWING -> {
        return drawings.read(name, xml, part.stream(), outside(part.stream()));
      }
    }
    return units.texts().text();
  }

  /** Returns the rule by which all texts of a stream are left as they are. */
  private Optional<String> outside(String stream) {
    if (hidden.contains(stream) && !options.hiddenText()) {
      return Optional.of("hidden");
    }
    boolean master = parts.get(stream).kind() == PartKind.MASTER;
    return master && !options.masterText() ? Optional.of("master") : Optional.empty();
  }

  /** Adds the names of sections, which stand among the slides (MS-PPTX, 2.2.6.2). */
  private static void sections(XmlElement root, UnitFactory units) {
    for (XmlElement element : root.descendants()) {
      if (element.local().equals("section")) {
        units.attribute(
            element,
            "name",
            new TextPlace(Role.METADATA, Optional.empty(), Inherited.UNKNOWN),
            UnitFactory.Originals.NONE);
      }
    }
  }

  private void shapes(PresentationPart part, XmlElement root, UnitFactory units) {
    SlidePlaces places =
        new SlidePlaces(part.kind(), templates.of(part.name(), part.kind()), defaults, options);
    new ShapeTexts(units, places::of).add(root);
    if (part.kind() == PartKind.SLIDE) {
      NavigableMap<Integer, TextUnit> byOffset = new TreeMap<>();
      units.texts().units().forEach(unit -> byOffset.put(unit.start(), unit));
      for (XmlElement element : root.descendants()) {
        languages.add(element);
        if (element.is(Namespaces.SLIDE, "sp")) {
          TextBoxes.of(places.shape(element), byOffset)
              .ifPresent(box -> overflows.add(part.number(), box));
        }
      }
    }
  }

  /** Adds comments of the older kind (19.4) and of the newer (MS-PPTX, 2.6). */
  private static void comments(XmlElement root, UnitFactory units) {
    TextPlace place = new TextPlace(Role.NOTE, Optional.empty(), Inherited.UNKNOWN);
    for (XmlElement element : root.descendants()) {
      if (element.is(Namespaces.DRAWING, "p")) {
        units.paragraph(
            element,
            new TextPlace(
                Role.NOTE, Optional.empty(), Inherited.of(ListStyles.level(element), List.of())),
            UnitFactory.Originals.NONE);
      } else if (element.is(Namespaces.SLIDE, "text")) {
        units.content(element, place, UnitFactory.Originals.NONE);
      }
    }
  }

  @Override
  public Consequences consequences(Map<SegmentId, CodedText> targets) {
    return new Consequences(targets, Map.of(), overflows.of(targets));
  }

  @Override
  public Optional<String> declaredLanguage() {
    return languages.language();
  }

  @Override
  public List<String> notices() {
    List<String> embedded =
        parts.values().stream()
            .filter(part -> part.kind() == PartKind.SLIDE)
            .flatMap(part -> office.relationships(part.name()).stream())
            .filter(relationship -> EMBEDDED.contains(relationship.type()))
            .map(Relationship::target)
            .distinct()
            .toList();
    return embedded.isEmpty()
        ? List.of()
        : List.of(
            "embedded documents are not translated: "
                + String.join(", ", embedded.stream().limit(MOST_NAMED).toList())
                + (embedded.size() > MOST_NAMED ? " …" : ""));
  }
}
