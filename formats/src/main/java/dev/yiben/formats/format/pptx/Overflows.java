package dev.yiben.formats.format.pptx;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.SegmentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the slides on which a translation may not fit into its place. */
final class Overflows {
  /** How much more than all of its place a text fills before it is said: it is but an estimate. */
  private static final double TOLERANCE = 1.1;

  private static final int MOST_NAMED = 5;
  private static final int MOST_CHARACTERS = 60;

  private final Map<Integer, List<TextBox>> boxes = new TreeMap<>();

  void add(int slide, TextBox box) {
    boxes.computeIfAbsent(slide, key -> new ArrayList<>()).add(box);
  }

  /** Returns a line for each such slide. */
  List<String> of(Map<SegmentId, CodedText> targets) {
    List<String> lines = new ArrayList<>();
    boxes.forEach(
        (slide, all) -> {
          List<String> full = new ArrayList<>();
          for (TextBox box : all) {
            double filled = box.filled(targets);
            if (filled > TOLERANCE) {
              full.add(
                  "\"%s\" (about %d %% of it)".formatted(name(box), Math.round(filled * 10) * 10));
            }
          }
          if (!full.isEmpty()) {
            lines.add(line(slide, full));
          }
        });
    return lines;
  }

  private static String line(int slide, List<String> full) {
    int named = Math.min(MOST_NAMED, full.size());
    String more = full.size() > named ? " and %d more".formatted(full.size() - named) : "";
    return "slide %d: the translation may be too long for its place in %s%s; look at it"
        .formatted(slide, String.join(", ", full.subList(0, named)), more);
  }

  /** Returns what PowerPoint calls a shape, or how its text begins where it has no name. */
  private static String name(TextBox box) {
    String name = box.name().isBlank() ? box.paragraphs().get(0).source().plainText() : box.name();
    String line = name.replaceAll("\\s+", " ").strip();
    return line.length() > MOST_CHARACTERS
        ? line.substring(0, line.offsetByCodePoints(0, MOST_CHARACTERS / 2)) + "…"
        : line;
  }
}
