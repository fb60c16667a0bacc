package dev.yiben.formats.drawing;

import dev.yiben.formats.document.Role;
import dev.yiben.formats.office.OfficePackage;
import dev.yiben.formats.office.OfficePart;
import dev.yiben.formats.office.PartText;
import dev.yiben.formats.office.PartTexts;
import dev.yiben.formats.office.Relationship;
import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import dev.yiben.formats.xml.XmlText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parts that a document's charts, SmartArt and drawings lie in, and their texts.
 *
 * <p>Parts are read once, in the order in which {@link #of} tells them; reading a document again
 * begins with a new object.
 */
public final class DrawingParts {
  /** A sheet's drawing shows a chart, which shows shapes. */
  private static final int MOST_DEPTH = 5;

  private static final String DATA = "diagramData";
  private static final String DRAWING = "diagramDrawing";

  /** The types of relationships to parts with texts; SmartArt's looks repeat its data. */
  private static final List<String> TYPES =
      List.of("drawing", "chart", "chartEx", "chartUserShapes", DATA, DRAWING);

  private final OfficePackage office;
  private final boolean inWorkbook;
  private final Set<String> seen = new HashSet<>();
  private final Map<String, String> owners = new HashMap<>();
  private final Map<String, DiagramData> dataOfDrawings = new HashMap<>();

  /** Creates the parts of a package. */
  public DrawingParts(OfficePackage office) {
    this.office = office;
    String type = office.main().contentType();
    this.inWorkbook = type.contains("spreadsheetml") || type.contains("ms-excel");
  }

  /**
   * Returns the parts that a part shows, and those that they show, in the order to read them; none
   * that were told before.
   */
  public List<String> of(String owner) {
    return of(owner, 0);
  }

  private List<String> of(String owner, int depth) {
    if (depth > MOST_DEPTH) {
      return List.of();
    }
    List<String> parts = new ArrayList<>();
    for (String type : TYPES) {
      for (OfficePart part : office.related(owner, type)) {
        if (seen.add(part.name())) {
          owners.put(part.name(), owner);
          parts.add(part.name());
          parts.addAll(of(part.name(), depth + 1));
        }
      }
    }
    return parts;
  }

  /** Returns whether {@link #of} has told a part, so that {@link #read} reads it. */
  public boolean has(String part) {
    return owners.containsKey(part);
  }

  /**
   * Returns the texts of a part.
   *
   * @param stream of its segments
   */
  public PartText read(String part, XmlText xml, String stream) {
    return read(part, xml, stream, Optional.empty());
  }

  /**
   * Returns the texts of a part.
   *
   * @param stream of its segments
   * @param outside the rule by which it is left as it is; empty to translate it
   */
  public PartText read(String part, XmlText xml, String stream, Optional<String> outside) {
    UnitFactory units = new UnitFactory(xml, new PartTexts(part), stream, outside);
    XmlElement root = xml.root();
    if (root.local().equals("chartSpace")) {
      return new ChartTexts(xml, units, inWorkbook).read(!inWorkbook && outside.isEmpty());
    }
    if (root.is(Namespaces.DIAGRAM, "dataModel")) {
      DiagramData data = new DiagramData();
      drawingOf(part, root).ifPresent(drawing -> dataOfDrawings.put(drawing, data));
      return data.read(xml, units);
    }
    if (root.is(Namespaces.DIAGRAM_DRAWING, "drawing")) {
      DiagramData data = dataOfDrawings.getOrDefault(part, new DiagramData());
      return new DiagramDrawing(data).read(xml, units);
    }
    new ShapeTexts(units, DrawingParts::place).add(root);
    return units.texts().text();
  }

  /** Returns the part that shows how SmartArt looks, which its data name in an extension. */
  private Optional<String> drawingOf(String data, XmlElement model) {
    String owner = owners.getOrDefault(data, "");
    List<OfficePart> drawings = office.related(owner, DRAWING);
    String id =
        model.descendants().stream()
            .filter(element -> element.is(Namespaces.DIAGRAM_DRAWING, "dataModelExt"))
            .map(element -> element.value("relId"))
            .findFirst()
            .orElse("");
    return office.relationships(owner).stream()
        .filter(relationship -> relationship.id().equals(id) && !relationship.external())
        .map(Relationship::target)
        .findFirst()
        .or(() -> drawings.size() == 1 ? Optional.of(drawings.get(0).name()) : Optional.empty());
  }

  /** Returns what is known of a text in a drawing. */
  private static TextPlace place(XmlElement element) {
    Optional<String> outside = Optional.empty();
    boolean cell = false;
    List<XmlElement> styles = new ArrayList<>();
    for (Optional<XmlElement> next = element.parent();
        next.isPresent();
        next = next.get().parent()) {
      XmlElement ancestor = next.get();
      cell |= ancestor.is(Namespaces.DRAWING, "tc");
      if (ancestor.local().equals("txBody")) {
        ancestor.child(Namespaces.DRAWING, "lstStyle").ifPresent(styles::add);
      }
      if (!ancestor.value("textlink").isEmpty()) {
        outside = Optional.of("linked-cell");
      }
    }
    int level = ListStyles.level(element);
    return new TextPlace(
        cell ? Role.TABLE_CELL : Role.PARAGRAPH, outside, Inherited.of(level, styles));
  }
}
