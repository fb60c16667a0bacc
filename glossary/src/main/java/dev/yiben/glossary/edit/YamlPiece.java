package dev.yiben.glossary.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;

/**
 * A node of a YAML text and where it stands.
 *
 * @param start offset of its first character, that of its anchor or tag if it has one
 * @param end offset after its last character that is no white space
 * @param flow whether it is in brackets or braces
 * @param text of a scalar, without quotes
 * @param style of a scalar
 * @param children of a list its items, of a mapping its keys and values in turn
 */
record YamlPiece(
    Kind kind,
    int start,
    int end,
    boolean flow,
    String text,
    ScalarStyle style,
    List<YamlPiece> children) {

  /** What a node can be. */
  enum Kind {
    SCALAR,
    LIST,
    MAPPING,
    ALIAS
  }

  /** A key of a mapping with its value. */
  record Pair(YamlPiece key, YamlPiece value) {

    /** Returns the stretch of both. */
    YamlPiece whole() {
      return new YamlPiece(
          Kind.SCALAR,
          key.start,
          Math.max(key.end, value.end),
          false,
          "",
          ScalarStyle.PLAIN,
          List.of());
    }
  }

  /** Returns the keys and values of a mapping. */
  List<Pair> pairs() {
    if (kind != Kind.MAPPING) {
      return List.of();
    }
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i + 1 < children.size(); i += 2) {
      pairs.add(new Pair(children.get(i), children.get(i + 1)));
    }
    return pairs;
  }

  Optional<Pair> pair(String key) {
    return pairs().stream().filter(pair -> pair.key().text().equals(key)).findFirst();
  }
}
