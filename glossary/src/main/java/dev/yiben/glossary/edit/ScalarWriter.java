package dev.yiben.glossary.edit;

import java.io.StringReader;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Writes texts as YAML scalars of one line: without quotes where that is the same. */
final class ScalarWriter {
  private final Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));

  /**
   * Writes a text.
   *
   * @param style of quotes; if it is plain or a block, there are none unless they are needed
   * @param flow whether it will stand in brackets or braces
   */
  String write(String text, ScalarStyle style, boolean flow) {
    if (style == ScalarStyle.DOUBLE_QUOTED || !text.codePoints().allMatch(ScalarWriter::isShown)) {
      return doubleQuoted(text);
    }
    return style != ScalarStyle.SINGLE_QUOTED && isPlain(text, flow)
        ? text
        : "'" + text.replace("'", "''") + "'";
  }

  private boolean isPlain(String text, boolean flow) {
    try {
      Node node = yaml.compose(new StringReader(flow ? "{k: " + text + ", l: m}" : "k: " + text));
      return node instanceof MappingNode mapping
          && mapping.getValue().size() == (flow ? 2 : 1)
          && mapping.getValue().get(0).getValueNode() instanceof ScalarNode scalar
          && scalar.getTag().equals(Tag.STR)
          && scalar.getValue().equals(text);
    } catch (YAMLException e) {
      return false;
    }
  }

  private static String doubleQuoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
              } else if (isShown(c)) {
                quoted.appendCodePoint(c);
              } else {
                quoted.append(c > 0xFFFF ? "\\U%08X".formatted(c) : "\\u%04X".formatted(c));
              }
            });
    return quoted.append('"').toString();
  }

  private static boolean isShown(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE ->
          false;
      default -> true;
    };
  }
}
