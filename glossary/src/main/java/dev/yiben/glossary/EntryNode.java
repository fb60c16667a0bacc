package dev.yiben.glossary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The keys of one YAML mapping, each with its line, read as a glossary's kinds of values. */
final class EntryNode {
  static final int MAX_LENGTH = 1_000;

  private final Node node;
  private final Map<String, Node> values = new LinkedHashMap<>();

  /**
   * Reads the keys of a mapping.
   *
   * @param what what it is, such as {@code a term}
   * @param shape what to write, such as {@code an entry with "source:" and "target:"}
   * @param known its keys
   */
  EntryNode(Node node, String what, String shape, List<String> known) {
    this.node = node;
    if (!(node instanceof MappingNode mapping)) {
      throw fault(node, "expected " + shape);
    }
    for (NodeTuple tuple : mapping.getValue()) {
      Node keyNode = tuple.getKeyNode();
      String key = keyNode instanceof ScalarNode scalar ? scalar.getValue() : "";
      if (!known.contains(key)) {
        throw fault(
            keyNode,
            "\"%s\" is not a key of %s; known: %s".formatted(key, what, String.join(", ", known)));
      }
      if (values.put(key, tuple.getValueNode()) != null) {
        throw fault(keyNode, "\"%s\" is given twice; remove one".formatted(key));
      }
    }
  }

  /** Makes something, and places what is wrong with it at a node. */
  static <T> T checked(Node node, Supplier<T> making) {
    try {
      return making.get();
    } catch (GlossaryException e) {
      throw fault(node, e.problem());
    }
  }

  static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  static PlacedProblem fault(Node place, String problem) {
    return new PlacedProblem(line(place), problem);
  }

  PlacedProblem fault(String problem) {
    return fault(node, problem);
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  Optional<Node> value(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** Returns the line of text under a key that must be there. */
  String required(String key) {
    return value(key).map(value -> text(key, value)).orElseThrow(() -> missing(key, "add it"));
  }

  /** Returns the line of text under a key that must be there, as it stands; it may be empty. */
  String requiredRaw(String key, String remedy) {
    return value(key).map(value -> raw(key, value)).orElseThrow(() -> missing(key, remedy));
  }

  private PlacedProblem missing(String key, String remedy) {
    return fault("the entry has no \"%s\"; %s".formatted(key, remedy));
  }

  /** Returns the line of text under a key, or nothing where the key is not there. */
  String optional(String key) {
    return value(key).map(value -> text(key, value)).orElse("");
  }

  /** Returns free text as one line, or nothing where there is none. */
  String note(String key) {
    return value(key).map(value -> note(key, value)).orElse("");
  }

  boolean flag(String key, boolean otherwise) {
    Node value = values.get(key);
    if (value == null) {
      return otherwise;
    }
    if (!value.getTag().equals(Tag.BOOL) || !(value instanceof ScalarNode scalar)) {
      throw fault(value, "\"%s\" must be true or false".formatted(key));
    }
    return switch (scalar.getValue().toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on" -> true;
      default -> false;
    };
  }

  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (Node item : value(key).map(value -> items(key, value, "[one, two]")).orElse(List.of())) {
      texts.add(text(key, item));
    }
    return texts;
  }

  static List<Node> items(String key, Node value, String example) {
    if (!(value instanceof SequenceNode list)) {
      throw fault(value, "\"%s\" must be a list, such as %s".formatted(key, example));
    }
    return list.getValue();
  }

  static String text(String key, Node value) {
    String text = oneLine(key, value, scalar(key, value).strip());
    if (text.isEmpty()) {
      throw fault(value, "\"%s\" is empty; write its text or remove the key".formatted(key));
    }
    return text;
  }

  /** Returns a line of text with the white space at its ends; it may be empty. */
  static String raw(String key, Node value) {
    return oneLine(key, value, scalar(key, value));
  }

  private static String oneLine(String key, Node value, String text) {
    if (text.length() > MAX_LENGTH || text.chars().anyMatch(c -> c == '\n' || c == '\r')) {
      throw fault(
          value, "\"%s\" must be one line of at most %d characters".formatted(key, MAX_LENGTH));
    }
    return text;
  }

  static String note(String key, Node value) {
    String text = scalar(key, value);
    if (text.length() > MAX_LENGTH) {
      throw fault(value, "\"%s\" must have at most %d characters".formatted(key, MAX_LENGTH));
    }
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }

  /** Takes numbers and the like as they are written: a term may well be "No" or "1984". */
  private static String scalar(String key, Node value) {
    if (!(value instanceof ScalarNode scalar)) {
      throw fault(value, "\"%s\" must be text".formatted(key));
    }
    return value.getTag().equals(Tag.NULL) ? "" : scalar.getValue();
  }
}
