package dev.yiben.formats.format.ass;

import dev.yiben.formats.splice.Patch;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The styles of the lower of two languages: like those of their lines, but smaller.
 *
 * <p>Remembers which of them are used, so that only those are added to the file.
 */
final class SecondStyles {
  private static final String PREFIX = "Yiben-Second-";
  private static final double SIZE = 0.75;

  /** For lines of a file without styles. */
  private static final String SMALLER = "\\fscx75\\fscy75";

  private final String text;
  private final Script script;
  private final Map<String, Style> byName = new HashMap<>();
  private final Map<String, Style> used = new TreeMap<>();

  SecondStyles(String text, Script script) {
    this.text = text;
    this.script = script;
    for (Style style : script.styles()) {
      byName.putIfAbsent(style.name().toLowerCase(Locale.ROOT), style);
    }
  }

  /**
   * Returns the overrides after which the lower language of a line stands.
   *
   * @param leading what stands before the line's text; the looks that it gives it stay
   */
  String overrides(Event event, String leading) {
    Optional<Style> style = styleOf(event);
    String change = style.map(this::use).map(name -> "\\r" + name).orElse(SMALLER);
    // Of two tags of a kind, the later one counts.
    return "{" + change + OverrideTags.look(leading, SIZE) + "}";
  }

  /** Finds a style as players do: by its name, else {@code Default}, else the last one. */
  private Optional<Style> styleOf(Event event) {
    List<Style> styles = script.styles();
    return named(event.style())
        .or(() -> named("Default"))
        .or(() -> styles.isEmpty() ? Optional.empty() : Optional.of(styles.get(styles.size() - 1)));
  }

  private Optional<Style> named(String name) {
    return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
  }

  private String use(Style style) {
    String name = PREFIX + style.name().replaceAll("[^\\p{L}\\p{N} _-]", "_");
    if (!style.name().startsWith(PREFIX) && named(name).isEmpty()) {
      used.putIfAbsent(name, style);
    }
    return style.name().startsWith(PREFIX) ? style.name() : name;
  }

  /** Returns what adds the styles that are used to the file, after the last of its own. */
  List<Patch> patches(String lineEnd) {
    if (used.isEmpty()) {
      return List.of();
    }
    int place = script.styles().get(script.styles().size() - 1).end();
    String lines =
        used.entrySet().stream()
            .map(entry -> lineEnd + line(entry.getValue(), entry.getKey()))
            .collect(Collectors.joining());
    return List.of(new Patch(place, place, lines));
  }

  private String line(Style style, String name) {
    String size = text.substring(style.sizeStart(), style.sizeEnd());
    boolean nameFirst = style.nameEnd() <= style.sizeStart();
    String middle =
        nameFirst
            ? name + text.substring(style.nameEnd(), style.sizeStart()) + smaller(size)
            : smaller(size) + text.substring(style.sizeEnd(), style.nameStart()) + name;
    return text.substring(style.start(), Math.min(style.nameStart(), style.sizeStart()))
        + middle
        + text.substring(Math.max(style.nameEnd(), style.sizeEnd()), style.end());
  }

  private static String smaller(String size) {
    try {
      double smaller = Double.parseDouble(size.strip()) * SIZE;
      return smaller > 1 && smaller < 10_000 ? Long.toString(Math.round(smaller)) : size;
    } catch (NumberFormatException e) {
      return size;
    }
  }
}
