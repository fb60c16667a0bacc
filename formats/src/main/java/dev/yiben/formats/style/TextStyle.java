package dev.yiben.formats.style;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What style sheets say of an element's text.
 *
 * @param display how it takes part in the flow; empty where that is not said
 * @param lines whether line ends are shown; empty where that is not said
 */
public record TextStyle(Optional<Display> display, Optional<Boolean> lines) {
  static final TextStyle UNSAID = new TextStyle(Optional.empty(), Optional.empty());

  /** Returns what declarations say, the later before the earlier. */
  static TextStyle of(List<Declaration> declarations) {
    TextStyle style = UNSAID;
    for (Declaration declaration : declarations) {
      String value = declaration.value().strip().toLowerCase(Locale.ROOT);
      switch (declaration.property()) {
        case "display" -> style = style.under(new TextStyle(Display.of(value), Optional.empty()));
        case "white-space" ->
            style = style.under(new TextStyle(Optional.empty(), Optional.of(showsLines(value))));
        default -> {}
      }
    }
    return style;
  }

  private static boolean showsLines(String value) {
    return value.startsWith("pre") || value.equals("break-spaces");
  }

  /** Returns this style where another, stronger one says nothing. */
  TextStyle under(TextStyle stronger) {
    return new TextStyle(stronger.display.or(() -> display), stronger.lines.or(() -> lines));
  }
}
