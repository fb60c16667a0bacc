package dev.yiben.formats.format.epub;

import dev.yiben.formats.block.MarkupDocument;
import dev.yiben.formats.markup.Token;
import dev.yiben.formats.markup.Token.RawText;
import dev.yiben.formats.markup.Token.StartTag;
import dev.yiben.formats.splice.Patch;
import dev.yiben.formats.style.Declaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes styles where they stand, because no style sheet could override them. */
final class InlineStyles {
  private static final Pattern DECLARATION =
      Pattern.compile(
          "(?i)(?<![-\\w])((?:-[a-z]{1,10}-)?writing-mode|direction|text-align)(\\s{0,9}:\\s{0,9})"
              + "([a-z-]{1,20})(?![\\w-])");

  private static final Set<String> SIDES = Set.of("left", "ltr", "right", "rtl");

  private InlineStyles() {}

  static List<Patch> patches(MarkupDocument document, StyleOverrides overrides) {
    String text = document.source().text();
    List<Patch> patches = new ArrayList<>();
    boolean style = false;
    for (Token token : document.tokens()) {
      if (token instanceof StartTag tag) {
        style = tag.localName().equals("style");
        tag.attributes().stream()
            .filter(attribute -> attribute.name().equalsIgnoreCase("style"))
            .forEach(a -> patches.addAll(patches(text, a.valueStart(), a.valueEnd(), overrides)));
      } else if (style && token instanceof RawText css) {
        patches.addAll(patches(text, css.start(), css.end(), overrides));
      }
    }
    return patches;
  }

  /**
   * Returns the patches of directions and alignments in a style sheet. EPUB 3.3 lets no sheet have
   * directions (section 6.3.1.3), so that another one could not set them right, and alignments
   * depend on what comes after them.
   */
  static List<Patch> directions(String css, StyleOverrides overrides) {
    return patches(css, 0, css.length(), overrides).stream()
        .filter(patch -> SIDES.contains(patch.replacement()))
        .toList();
  }

  private static List<Patch> patches(String text, int start, int end, StyleOverrides overrides) {
    List<Patch> patches = new ArrayList<>();
    Matcher matcher = DECLARATION.matcher(text).region(start, end).useTransparentBounds(true);
    while (matcher.find()) {
      MatchResult found = matcher.toMatchResult();
      Optional<String> value =
          overrides.instead(
              new Declaration(found.group(1).toLowerCase(Locale.ROOT), found.group(3), false));
      value.ifPresent(v -> patches.add(new Patch(found.start(3), found.end(3), v)));
    }
    return patches;
  }
}
