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

/**
 * Takes back what a book's own styles say of the direction of its lines: the same selectors again,
 * in a style sheet that comes after the book's.
 */
final class StyleOverrides {
  /** What is not malformed, and cannot end a rule that it is written into. */
  private static final Pattern SOUND =
      Pattern.compile("(?:[^\"'\\\\{};@<]++|\"[^\"\\\\\\n]*+\"|'[^'\\\\\\n]*+')++");

  static final String DIRECTION = "direction";

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

  /** Returns the rules for pages that may flow anew; none if the book's own will do. */
  String flowing(List<StyleRule> book) {
    Set<String> css = new LinkedHashSet<>();
    for (StyleRule rule : book) {
      List<String> declarations = new ArrayList<>();
      for (Declaration declaration : rule.declarations()) {
        // Style sheets of books may not set directions; those that do are changed themselves.
        if (declaration.property().equals(DIRECTION)) {
          continue;
        }
        instead(declaration)
            .ifPresent(value -> add(declarations, declaration.property(), value, declaration));
      }
      if (!declarations.isEmpty() && isSound(rule.prelude())) {
        String selectors = rule.prelude().replaceAll("\\s+", " ");
        css.add("%s { %s }\n".formatted(selectors, String.join(" ", declarations)));
      }
    }
    return String.join("", css);
  }

  private static void add(
      List<String> declarations, String property, String value, Declaration original) {
    if (LineMode.isProperty(property)) {
      for (String prefix : List.of("-epub-", "-webkit-", "")) {
        String line = prefix + "writing-mode: " + value + " !important;";
        if (!declarations.contains(line)) {
          declarations.add(line);
        }
      }
    } else {
      declarations.add(property + ": " + value + (original.important() ? " !important;" : ";"));
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
    if (property.equals(DIRECTION)) {
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
