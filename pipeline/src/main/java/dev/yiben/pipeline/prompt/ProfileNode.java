package dev.yiben.pipeline.prompt;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A value in a profile's YAML, which knows its place for messages. */
record ProfileNode(String file, Node node) {

  /** Returns a map's values, in order, whatever its keys are. */
  Map<String, ProfileNode> entries() {
    if (!(node instanceof MappingNode map)) {
      throw problem("a map is wanted here");
    }
    Map<String, ProfileNode> entries = new LinkedHashMap<>();
    for (NodeTuple entry : map.getValue()) {
      ProfileNode key = new ProfileNode(file, entry.getKeyNode());
      if (entries.put(key.text(), new ProfileNode(file, entry.getValueNode())) != null) {
        throw key.problem("'" + key.text() + "' is there twice");
      }
    }
    return entries;
  }

  /** Returns a map's values, in order, and refuses keys that are not known. */
  Map<String, ProfileNode> entries(Set<String> known) {
    Map<String, ProfileNode> entries = entries();
    entries.forEach(
        (key, value) -> {
          if (!known.contains(key)) {
            throw value.problem(
                "unknown key '" + key + "'; known: " + String.join(", ", new TreeSet<>(known)));
          }
        });
    return entries;
  }

  List<String> texts() {
    if (node instanceof SequenceNode list) {
      return list.getValue().stream()
          .map(element -> new ProfileNode(file, element).text())
          .toList();
    }
    return List.of(text());
  }

  String text() {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw problem("a single value is wanted here");
  }

  double number() {
    try {
      return Double.parseDouble(text());
    } catch (NumberFormatException e) {
      throw problem("'" + text() + "' is no number");
    }
  }

  int integer(int least, int most) {
    double number = number();
    if (number != Math.rint(number) || number < least || number > most) {
      throw problem("a whole number from " + least + " to " + most + " is wanted here");
    }
    return (int) number;
  }

  ProfileException problem(String message) {
    return new ProfileException(file + ":" + (node.getStartMark().getLine() + 1) + ": " + message);
  }
}
