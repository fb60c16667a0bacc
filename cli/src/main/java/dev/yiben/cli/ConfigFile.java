package dev.yiben.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads a configuration file: a YAML map from the names of options to their values.
 *
 * <p>Scalars are taken as they are written, so that {@code off} and {@code no} stay words.
 */
final class ConfigFile {
  private final Path file;
  private final SettingKeys keys;
  private final Map<String, Setting> settings = new LinkedHashMap<>();

  private ConfigFile(Path file, SettingKeys keys) {
    this.file = file;
    this.keys = keys;
  }

  /**
   * Returns the settings of a file by key.
   *
   * @throws UsageException naming file and line, if it cannot be read or has an unknown key
   */
  static Map<String, Setting> read(Path file, SettingKeys keys) {
    ConfigFile reading = new ConfigFile(file, keys);
    try (Reader reader = Files.newBufferedReader(file)) {
      Node root = new Yaml(new LoaderOptions()).compose(reader);
      if (root != null) {
        reading.readRoot(root);
      }
    } catch (MarkedYAMLException e) {
      throw new UsageException(
          file + ":" + (e.getProblemMark().getLine() + 1) + ": " + e.getProblem(), e);
    } catch (YAMLException e) {
      throw new UsageException(file + ": cannot be read: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UsageException(file + ": cannot be read: " + SourceFiles.reason(e), e);
    }
    return reading.settings;
  }

  private void readRoot(Node root) {
    if (!(root instanceof MappingNode map)) {
      throw problem(root, "must be a map of settings, such as 'to: zh'");
    }
    for (NodeTuple entry : map.getValue()) {
      String key = scalar(entry.getKeyNode());
      if (!keys.all().contains(key)) {
        throw problem(
            entry.getKeyNode(),
            "unknown setting '" + key + "'; known: " + String.join(", ", keys.all()));
      }
      if (settings.containsKey(key)) {
        throw problem(entry.getKeyNode(), "'" + key + "' is set twice");
      }
      if (!entry.getValueNode().getTag().equals(Tag.NULL)) {
        settings.put(
            key, new Setting(values(key, entry.getValueNode()), place(entry.getKeyNode())));
      }
    }
  }

  private List<String> values(String key, Node node) {
    List<String> values = new ArrayList<>();
    if (keys.isMap(key)) {
      if (!(node instanceof MappingNode map)) {
        throw problem(node, "'" + key + "' must be a map, such as {NUM-001: off}");
      }
      for (NodeTuple entry : map.getValue()) {
        values.add(scalar(entry.getKeyNode()) + "=" + mapped(key, entry.getValueNode()));
      }
    } else if (keys.isList(key) && node instanceof SequenceNode list) {
      list.getValue().forEach(element -> values.add(value(key, element)));
    } else {
      values.add(value(key, node));
    }
    return values;
  }

  /** Returns the value of a map's entry; one with parts is written as {@code NAME:VALUE …}. */
  private String mapped(String key, Node node) {
    if (!keys.hasParts(key) || !(node instanceof MappingNode parts)) {
      return scalar(node);
    }
    return parts.getValue().stream()
        .map(part -> scalar(part.getKeyNode()) + ":" + scalar(part.getValueNode()))
        .collect(Collectors.joining(" "));
  }

  private String value(String key, Node node) {
    if (key.equals(SuppressionsFile.KEY) && node instanceof MappingNode map) {
      return line(map);
    }
    String value = scalar(node);
    return keys.isPath(key, value) ? file.resolveSibling(value).normalize().toString() : value;
  }

  /** Returns a map as a line of JSON that says where it stands. */
  private String line(MappingNode map) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (NodeTuple entry : map.getValue()) {
      if (fields.put(scalar(entry.getKeyNode()), scalar(entry.getValueNode())) != null) {
        throw problem(entry.getKeyNode(), "'" + scalar(entry.getKeyNode()) + "' is there twice");
      }
    }
    if (fields.put(SuppressionsFile.PLACE, place(map)) != null) {
      throw problem(map, "unknown key '" + SuppressionsFile.PLACE + "'");
    }
    return Json.line(fields);
  }

  private String scalar(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw problem(node, "a single value is wanted here");
  }

  private String place(Node node) {
    return file + ":" + (node.getStartMark().getLine() + 1);
  }

  private UsageException problem(Node node, String message) {
    return new UsageException(place(node) + ": " + message);
  }
}
