package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.pdf.page.Glyph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects the glyphs of a page that are in no paragraph, by the rule that left them out. */
final class Outside {
  private final Map<String, List<Glyph>> glyphs = new TreeMap<>();

  void add(String rule, Glyph glyph) {
    glyphs.computeIfAbsent(rule, key -> new ArrayList<>()).add(glyph);
  }

  void add(String rule, Word word) {
    word.glyphs().forEach(glyph -> add(rule, glyph));
  }

  Map<String, List<Glyph>> byRule() {
    return glyphs;
  }
}
