package dev.yiben.formats.format.epub;

import dev.yiben.formats.block.Presentation;
import dev.yiben.formats.style.Declaration;
import dev.yiben.formats.style.StyleRule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the styles of a translated book say of its lines in the place of the source's. */
final class StyleOverrides {
  /** What is not malformed, and cannot end a rule that it is written into. */
  private static final Pattern SOUND =
      Pattern.compile("(?:[^\"'\\\\{};@<]++|\"[^\"\\\\\\n]*+\"|'[^'\\\\\\n]*+')++");

  private static final int LONGEST_SELECTOR = 2000;

  private final Presentation presentation;
  private final boolean horizontal;

  /**
   * Creates overrides.
   *
   * @param horizontal whether vertical lines become horizontal
   */
  StyleOverrides(Presentation presentation, boolean horizontal) {
    this.presentation = presentation;
    this.horizontal = horizontal;
  }

  static boolean isSound(String css) {
    return css.length() <= LONGEST_SELECTOR && SOUND.matcher(css).matches();
  }

  /**
   * Returns rules that take back those of vertical lines, by the same selectors, for a style sheet
   * that comes after the book's.
   */
  String horizontal(List<StyleRule> book) {
    Set<String> css = new LinkedHashSet<>();
    for (StyleRule rule : book) {
      List<String> declarations = new ArrayList<>();
      for (Declaration declaration : rule.declarations()) {
        if (LineMode.isProperty(declaration.property())) {
          instead(declaration).ifPresent(value -> add(declarations, value));
        }
      }
      if (!declarations.isEmpty() && isSound(rule.prelude())) {
        String selectors = rule.prelude().replaceAll("\\s+", " ");
        css.add("%s { %s }\n".formatted(selectors, String.join(" ", declarations)));
      }
    }
    return String.join("", css);
  }

  private static void add(List<String> declarations, String value) {
    for (String prefix : List.of("-epub-", "-webkit-", "")) {
      String declaration = prefix + "writing-mode: " + value + " !important;";
      if (!declarations.contains(declaration)) {
        declarations.add(declaration);
      }
    }
  }

  /** Returns what a declaration says in the translation, or nothing if it says the same. */
  Optional<String> instead(Declaration declaration) {
    String property = declaration.property();
    String value = declaration.value().strip().toLowerCase(Locale.ROOT);
    if (LineMode.isProperty(property)) {
      return horizontal && LineMode.isVertical(value)
          ? Optional.of("horizontal-tb")
          : Optional.empty();
    }
    if (!presentation.isTurned()) {
      return Optional.empty();
    }
    if (property.equals("direction")) {
      return Optional.of(presentation.targetDirection())
          .filter(target -> value.equals(presentation.sourceDirection()));
    }
    if (property.equals("text-align") && value.equals("left")) {
      return Optional.of("right");
    }
    return Optional.of("left")
        .filter(left -> property.equals("text-align") && value.equals("right"));
  }
}
