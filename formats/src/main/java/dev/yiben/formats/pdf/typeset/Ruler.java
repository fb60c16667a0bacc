package dev.yiben.formats.pdf.typeset;

import dev.yiben.formats.pdf.font.FaceRun;
import dev.yiben.formats.pdf.font.FontLibrary;
import dev.yiben.formats.pdf.font.FontStyle;
import dev.yiben.formats.pdf.font.Shaping;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Measures words, of which most come again and again. */
final class Ruler {
  private static final int MOST_KNOWN = 50_000;

  private final FontLibrary fonts;
  private final Map<Key, Measure> known = new HashMap<>();
  private final Map<String, Optional<Hyphenation>> hyphenations = new HashMap<>();

  Ruler(FontLibrary fonts) {
    this.fonts = fonts;
  }

  /** Returns the places within a text, from its start, where a hyphen may part a word. */
  List<Integer> hyphens(String text, String language) {
    return hyphenations
        .computeIfAbsent(language, Hyphenation::of)
        .map(hyphenation -> hyphenation.points(text))
        .orElse(List.of());
  }

  private record Key(String text, FontStyle style, String language, boolean rightToLeft) {}

  /**
   * A text by its fonts.
   *
   * @param width in em
   */
  record Measure(List<FaceRun> runs, double width) {}

  Measure measure(String text, FontStyle style, String language, boolean rightToLeft) {
    Key key = new Key(text, style, language, rightToLeft);
    Measure measure = known.get(key);
    if (measure == null) {
      if (known.size() >= MOST_KNOWN) {
        known.clear();
      }
      List<FaceRun> runs = fonts.faces(Shaping.shape(text), style, language);
      measure = new Measure(runs, runs.stream().mapToDouble(Ruler::width).sum());
      known.put(key, measure);
    }
    return measure;
  }

  /** Returns the width of a hyphen in most of a passage, in em. */
  double hyphen(Passage passage) {
    return passage.items().stream()
        .filter(Item.Text.class::isInstance)
        .map(Item.Text.class::cast)
        .findFirst()
        .map(text -> measure("-", text.look().style(), passage.language(), false).width())
        .orElse(0.0);
  }

  private static double width(FaceRun run) {
    return run.text().codePoints().mapToDouble(run.face()::advance).sum();
  }
}
