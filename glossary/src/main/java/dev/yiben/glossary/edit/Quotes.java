package dev.yiben.glossary.edit;

import dev.yiben.glossary.edit.YamlPiece.Kind;
import dev.yiben.glossary.edit.YamlPiece.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;

/** Finds out in which quotes a file has its texts. */
final class Quotes {
  private Quotes() {}

  /** Returns the quotes that more than half of the values have, else plain. */
  static ScalarStyle of(Optional<YamlPiece> root) {
    List<ScalarStyle> styles = new ArrayList<>();
    root.ifPresent(piece -> collect(piece, styles));
    for (ScalarStyle style : List.of(ScalarStyle.SINGLE_QUOTED, ScalarStyle.DOUBLE_QUOTED)) {
      if (2 * styles.stream().filter(style::equals).count() > styles.size()) {
        return style;
      }
    }
    return ScalarStyle.PLAIN;
  }

  private static void collect(YamlPiece piece, List<ScalarStyle> styles) {
    if (piece.kind() == Kind.SCALAR && !piece.text().matches("true|false")) {
      styles.add(piece.style());
    }
    if (piece.kind() == Kind.LIST) {
      piece.children().forEach(child -> collect(child, styles));
    }
    for (Pair pair : piece.pairs()) {
      collect(pair.value(), styles);
    }
  }
}
