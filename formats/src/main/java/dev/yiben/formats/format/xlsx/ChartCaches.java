package dev.yiben.formats.format.xlsx;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.markup.Characters;
import dev.yiben.formats.markup.MarkupException;
import dev.yiben.formats.markup.Token.StartTag;
import dev.yiben.formats.office.OfficePart;
import dev.yiben.formats.splice.Patch;
import dev.yiben.formats.xml.XmlName;
import dev.yiben.formats.xml.XmlPass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The texts of cells that charts keep to be seen where nobody computes. */
final class ChartCaches {
  private static final int MOST_TEXTS = 100_000;
  private static final Set<String> CACHES = Set.of("strCache", "multiLvlStrCache", "strDim");
  private static final Set<String> VALUES = Set.of("v", "pt");

  private final Set<String> texts = new HashSet<>();
  private final Map<String, SegmentId> segments = new HashMap<>();

  /** Takes the texts of a chart. */
  void read(String chart) {
    findAll(
        chart,
        (text, start, end) -> {
          if (texts.size() < MOST_TEXTS) {
            texts.add(text);
          }
        });
  }

  /** Tells the texts of a chart, and returns whether they are all of a sound part. */
  private static boolean findAll(String chart, Value found) {
    try {
      XmlPass.read(chart, new Values(chart, found));
      return true;
    } catch (MarkupException e) {
      // It is left, as reading it for its titles tells.
      return false;
    }
  }

  /** Takes the text of a cell that is translated. */
  void cell(String text, SegmentId segment) {
    if (texts.contains(text)) {
      segments.putIfAbsent(text, segment);
    }
  }

  /** Returns what to write in a chart. */
  List<Patch> patches(String chart, Map<SegmentId, CodedText> targets) {
    List<Patch> patches = new ArrayList<>();
    boolean sound =
        findAll(
            chart,
            (text, start, end) ->
                Optional.ofNullable(segments.get(text))
                    .map(targets::get)
                    .ifPresent(
                        target ->
                            patches.add(
                                new Patch(start, end, CellText.encode(target.visibleText())))));
    return sound ? patches : List.of();
  }

  /** Returns whether a part is a chart. */
  static boolean isChart(OfficePart part) {
    return part.contentType().endsWith("chart+xml") || part.contentType().endsWith("chartex+xml");
  }

  /** Takes a text in a cache. */
  @FunctionalInterface
  private interface Value {
    void add(String text, int start, int end);
  }

  /** Finds the texts in caches. */
  private static final class Values implements XmlPass.Visitor {
    private final String chart;
    private final Value found;
    private int caches;
    private int start = -1;
    private int end = -1;

    Values(String chart, Value found) {
      this.chart = chart;
      this.found = found;
    }

    @Override
    public void start(XmlName name, StartTag tag) {
      caches += CACHES.contains(name.local()) ? 1 : 0;
      start = -1;
    }

    @Override
    public void text(int from, int to, boolean literal) {
      start = literal ? -1 : from;
      end = to;
    }

    @Override
    public void end(XmlName name, int from, int to) {
      if (caches > 0 && start >= 0 && VALUES.contains(name.local())) {
        found.add(CellText.decode(Characters.decode(chart, start, end)), start, end);
      }
      caches -= CACHES.contains(name.local()) ? 1 : 0;
      start = -1;
    }
  }
}
