package dev.yiben.formats.format.xlsx;

import dev.yiben.formats.markup.MarkupException;
import dev.yiben.formats.markup.Token.StartTag;
import dev.yiben.formats.office.OfficePart;
import dev.yiben.formats.xml.XmlName;
import dev.yiben.formats.xml.XmlPass;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the texts of cells that charts keep to be seen where nobody computes. */
final class ChartCaches implements XmlPass.Visitor {
  private static final Set<String> CACHES = Set.of("strCache", "multiLvlStrCache", "strDim");
  private static final Set<String> VALUES = Set.of("v", "pt");

  private final String chart;
  private final Map<Content, String> texts = new LinkedHashMap<>();
  private int caches;
  private Optional<Content> content = Optional.empty();

  private ChartCaches(String chart) {
    this.chart = chart;
  }

  /** Returns whether a part is a chart. */
  static boolean isChart(OfficePart part) {
    return part.contentType().endsWith("chart+xml") || part.contentType().endsWith("chartex+xml");
  }

  /** Returns the texts of a chart by their places; none if the chart cannot be read. */
  static Map<Content, String> texts(String chart) {
    ChartCaches caches = new ChartCaches(chart);
    try {
      XmlPass.read(chart, caches);
      return caches.texts;
    } catch (MarkupException e) {
      // It is left, as reading it for its titles tells.
      return Map.of();
    }
  }

  @Override
  public void start(XmlName name, StartTag tag) {
    caches += CACHES.contains(name.local()) ? 1 : 0;
    content = Optional.empty();
  }

  @Override
  public void text(int from, int to, boolean literal) {
    content = Optional.of(new Content(from, to, literal));
  }

  @Override
  public void end(XmlName name, int from, int to) {
    if (caches > 0 && VALUES.contains(name.local())) {
      content.ifPresent(place -> texts.put(place, CellText.decode(place.text(chart))));
    }
    caches -= CACHES.contains(name.local()) ? 1 : 0;
    content = Optional.empty();
  }
}
