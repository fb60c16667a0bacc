package dev.yiben.pipeline.interchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a unit of XLIFF, which may have been cut into several segments by a tool. */
final class XliffUnitReader {
  private static final int MOST_PARTS = 10_000;

  private final XMLStreamReader xml;
  private final List<Part> parts = new ArrayList<>();

  XliffUnitReader(XMLStreamReader xml) {
    this.xml = xml;
  }

  /** A segment, or what stands between two. */
  private static final class Part {
    private final boolean segment;
    private ReviewState state;
    private int order;
    private String source = "";
    private Optional<String> target = Optional.empty();
    private Optional<String> fault = Optional.empty();

    Part(boolean segment, int order) {
      this.segment = segment;
      this.order = order;
      this.state = ReviewState.UNTRANSLATED;
    }

    /** Returns the target, or the source of what need not be translated. */
    String shown() {
      return target.orElse(source);
    }
  }

  /** Reads the unit whose start element is current, to its end. */
  ReturnedUnit read() throws XMLStreamException {
    String unit = xml.getLocalName();
    String id = Objects.requireNonNullElse(attribute(unit.equals("unit") ? "name" : "resname"), "");
    boolean approved = "yes".equals(attribute("approved"));
    if (unit.equals("trans-unit")) {
      parts.add(new Part(true, 0));
    }
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      } else if (event == XMLStreamConstants.START_ELEMENT && isEntered()) {
        depth++;
      }
    }
    return unit(id, approved);
  }

  /** Takes an element and returns whether its content is still to come. */
  private boolean isEntered() throws XMLStreamException {
    String name = xml.getLocalName();
    String namespace = Objects.requireNonNullElse(xml.getNamespaceURI(), "");
    boolean xliff = namespace.isEmpty() || namespace.contains(":document:");
    if (xliff && (name.equals("segment") || name.equals("ignorable"))) {
      begin(name.equals("segment"));
      return true;
    }
    if (xliff && !parts.isEmpty() && (name.equals("source") || name.equals("target"))) {
      fill(parts.get(parts.size() - 1), name.equals("target"));
    } else {
      XliffText.skip(xml);
    }
    return false;
  }

  private void begin(boolean segment) {
    if (parts.size() == MOST_PARTS) {
      throw new ExchangeException("a unit has more than " + MOST_PARTS + " segments");
    }
    Part part = new Part(segment, parts.size() + 1);
    part.state = XliffStates.of(attribute("state"));
    parts.add(part);
  }

  private void fill(Part part, boolean isTarget) throws XMLStreamException {
    String state = attribute("state");
    String order = attribute("order");
    ReturnedText text = XliffText.read(xml);
    if (!isTarget) {
      part.source = text.marked();
      return;
    }
    part.target = Optional.of(text.marked());
    part.fault = text.fault();
    if (state != null) {
      part.state = XliffStates.of(state);
    }
    if (order != null && order.matches("[1-9][0-9]{0,5}")) {
      part.order = Integer.parseInt(order);
    }
  }

  private ReturnedUnit unit(String id, boolean approved) {
    StringBuilder source = new StringBuilder();
    parts.forEach(part -> source.append(part.source));
    StringBuilder target = new StringBuilder();
    parts.stream()
        .sorted(Comparator.comparingInt(part -> part.order))
        .forEach(part -> target.append(part.shown()));
    List<Part> segments = parts.stream().filter(part -> part.segment).toList();
    boolean translated =
        !segments.isEmpty() && segments.stream().allMatch(part -> part.target.isPresent());
    ReviewState state =
        segments.stream()
            .map(part -> part.state)
            .min(Comparator.naturalOrder())
            .orElse(ReviewState.UNTRANSLATED);
    return new ReturnedUnit(
        id,
        source.toString(),
        translated ? Optional.of(target.toString()) : Optional.empty(),
        approved && !state.isConfirmed() ? ReviewState.REVIEWED : state,
        segments.stream().flatMap(part -> part.fault.stream()).findFirst());
  }

  private String attribute(String name) {
    return xml.getAttributeValue(null, name);
  }
}
