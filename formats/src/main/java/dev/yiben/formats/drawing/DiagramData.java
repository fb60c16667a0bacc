package dev.yiben.formats.drawing;

import dev.yiben.formats.document.Role;
import dev.yiben.formats.office.PartText;
import dev.yiben.formats.office.TextUnit;
import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import dev.yiben.formats.xml.XmlText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The texts of a SmartArt graphic by its points ({@code dgm:dataModel}; ISO/IEC 29500-1, 21.4). */
final class DiagramData {
  private record Shown(String data, String presentation, int order) {}

  private final Map<String, List<TextUnit>> units = new HashMap<>();
  private final Set<String> prompts = new HashSet<>();
  private final List<Shown> shown = new ArrayList<>();
  private final List<TextUnit> all = new ArrayList<>();

  /** Reads the part with the data. */
  PartText read(XmlText xml, UnitFactory factory) {
    for (XmlElement element : xml.root().descendants()) {
      if (element.is(Namespaces.DIAGRAM, "pt")) {
        point(element, factory);
      } else if (element.is(Namespaces.DIAGRAM, "cxn")) {
        connection(element);
      } else if (AlternativeText.isIn(element)) {
        AlternativeText.add(element, factory, Optional.empty(), UnitFactory.Originals.NONE);
      }
    }
    all.addAll(factory.texts().units());
    return factory.texts().text();
  }

  private void point(XmlElement point, UnitFactory factory) {
    Optional<XmlElement> properties = point.child(Namespaces.DIAGRAM, "prSet");
    boolean prompt = properties.filter(set -> ListStyles.isTrue(set.value("phldr"))).isPresent();
    properties.map(set -> set.value("phldrT")).ifPresent(prompts::add);
    TextPlace place =
        new TextPlace(
            Role.LIST_ITEM, prompt ? Optional.of("prompt") : Optional.empty(), Inherited.UNKNOWN);
    int before = factory.texts().units().size();
    for (XmlElement element : paragraphs(point)) {
      factory.paragraph(element, place, UnitFactory.Originals.NONE);
    }
    List<TextUnit> found = factory.texts().units();
    units.put(point.value("modelId"), List.copyOf(found.subList(before, found.size())));
  }

  private static List<XmlElement> paragraphs(XmlElement point) {
    return point.child(Namespaces.DIAGRAM, "t").stream()
        .flatMap(text -> text.children().stream())
        .filter(child -> child.is(Namespaces.DRAWING, "p"))
        .toList();
  }

  private void connection(XmlElement connection) {
    if (connection.value("type").equals("presOf")) {
      String order = connection.value("destOrd");
      shown.add(
          new Shown(
              connection.value("srcId"),
              connection.value("destId"),
              order.matches("[0-9]{1,9}") ? Integer.parseInt(order) : 0));
    }
  }

  /** Returns the texts that each shape shows, by the name of its presentation point. */
  Map<String, Mirrors> byPresentation() {
    Map<String, List<TextUnit>> found = new HashMap<>();
    shown.stream()
        .sorted(Comparator.comparingInt(Shown::order))
        .forEach(
            connection ->
                found
                    .computeIfAbsent(connection.presentation(), key -> new ArrayList<>())
                    .addAll(units.getOrDefault(connection.data(), List.of())));
    Map<String, Mirrors> mirrors = new HashMap<>();
    found.forEach((presentation, texts) -> mirrors.put(presentation, new Mirrors(texts)));
    return mirrors;
  }

  /** Returns all texts in their order. */
  Mirrors texts() {
    return new Mirrors(all);
  }

  /** Returns whether a text only asks for one. */
  boolean isPrompt(String text) {
    return prompts.contains(text);
  }
}
