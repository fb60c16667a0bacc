package dev.yiben.cli;

import dev.yiben.inference.pool.DailyReset;
import dev.yiben.inference.pool.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import picocli.CommandLine.TypeConversionException;

/**
 * A YAML file with endpoints: a list, bare or under the key {@code endpoints}.
 *
 * @param entries the endpoints, at least one
 * @param mixedModels whether they may have different models
 */
record EndpointsFile(List<EndpointEntry> entries, boolean mixedModels) {
  private static final int MAX_BYTES = 1 << 20;
  private static final int MOST_ENTRIES = 1000;
  private static final Set<String> KEYS =
      Set.of(
          "endpoint",
          "model",
          "key_variable",
          "key_file",
          "weight",
          "rpm",
          "tpm",
          "rpd",
          "reset",
          "concurrency",
          "context_length");

  EndpointsFile {
    entries = List.copyOf(entries);
  }

  /**
   * Reads a file.
   *
   * @param usual the limits where an endpoint has none
   * @throws UsageException naming file and line, if anything in it makes no sense
   */
  static EndpointsFile read(Path file, Limits usual) {
    Node root = compose(file);
    if (root instanceof SequenceNode list) {
      return new EndpointsFile(entries(file, list, usual), false);
    }
    List<EndpointEntry> entries = List.of();
    boolean mixed = false;
    for (Map.Entry<String, Node> field : fields(file, root).entrySet()) {
      switch (field.getKey()) {
        case "endpoints" -> {
          if (!(field.getValue() instanceof SequenceNode list)) {
            throw problem(
                file, field.getValue(), "must be a list, such as '- endpoint: http://gpu:8000'");
          }
          entries = entries(file, list, usual);
        }
        case "mixed_models" -> mixed = flag(file, field.getValue());
        default ->
            throw problem(
                file,
                field.getValue(),
                "unknown key '" + field.getKey() + "'; known: endpoints, mixed_models");
      }
    }
    if (entries.isEmpty()) {
      throw problem(file, root, "there must be a list 'endpoints' with at least one endpoint");
    }
    return new EndpointsFile(entries, mixed);
  }

  private static Node compose(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new UsageException(file + ": is too long for a list of endpoints");
      }
      LoaderOptions options = new LoaderOptions();
      options.setMaxAliasesForCollections(50);
      options.setNestingDepthLimit(10);
      Node root =
          new Yaml(options).compose(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
      if (root == null) {
        throw new UsageException(file + ": is empty; give it a list of endpoints");
      }
      return root;
    } catch (MarkedYAMLException e) {
      throw new UsageException(
          file + ":" + (e.getProblemMark().getLine() + 1) + ": " + e.getProblem(), e);
    } catch (YAMLException e) {
      throw new UsageException(file + ": cannot be read: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UsageException(
          "--endpoints " + file + ": cannot be read: " + SourceFiles.reason(e), e);
    }
  }

  private static List<EndpointEntry> entries(Path file, SequenceNode list, Limits usual) {
    if (list.getValue().isEmpty() || list.getValue().size() > MOST_ENTRIES) {
      throw problem(file, list, "there must be from 1 to " + MOST_ENTRIES + " endpoints");
    }
    return list.getValue().stream().map(node -> entry(file, node, usual)).toList();
  }

  private static EndpointEntry entry(Path file, Node node, Limits usual) {
    Map<String, Node> fields = fields(file, node);
    for (Map.Entry<String, Node> field : fields.entrySet()) {
      if (!KEYS.contains(field.getKey())) {
        throw problem(
            file,
            field.getValue(),
            "unknown key '"
                + field.getKey()
                + "'; known: "
                + String.join(", ", KEYS.stream().sorted().toList()));
      }
    }
    if (!fields.containsKey("endpoint")) {
      throw problem(file, node, "there is no 'endpoint', a name or URL");
    }
    if (fields.containsKey("key_variable") && fields.containsKey("key_file")) {
      throw problem(
          file, fields.get("key_file"), "'key_variable' and 'key_file' exclude each other");
    }
    return new EndpointEntry(
        place(file, node),
        scalar(file, fields.get("endpoint")),
        text(file, fields.get("model")),
        text(file, fields.get("key_variable")),
        text(file, fields.get("key_file")).map(file::resolveSibling),
        (int) number(file, fields.get("weight"), 1, 1, 1_000_000),
        new Limits(
            (int) number(file, fields.get("rpm"), usual.requestsPerMinute(), 0, Integer.MAX_VALUE),
            number(file, fields.get("tpm"), usual.tokensPerMinute(), 0, 1L << 50),
            (int) number(file, fields.get("rpd"), usual.requestsPerDay(), 0, Integer.MAX_VALUE),
            reset(file, fields.get("reset"), usual.dailyReset()),
            (int) number(file, fields.get("concurrency"), usual.concurrency(), 0, 1024)),
        (int) number(file, fields.get("context_length"), 0, 0, 1 << 24));
  }

  private static Map<String, Node> fields(Path file, Node node) {
    if (!(node instanceof MappingNode map)) {
      throw problem(file, node, "must have keys and values, such as 'endpoint: http://gpu:8000'");
    }
    Map<String, Node> fields = new HashMap<>();
    for (NodeTuple tuple : map.getValue()) {
      String key = scalar(file, tuple.getKeyNode());
      if (fields.put(key, tuple.getValueNode()) != null) {
        throw problem(file, tuple.getKeyNode(), "'" + key + "' is there twice");
      }
    }
    return fields;
  }

  private static Optional<String> text(Path file, Node node) {
    return node == null ? Optional.empty() : Optional.of(scalar(file, node));
  }

  private static long number(Path file, Node node, long otherwise, long least, long most) {
    if (node == null) {
      return otherwise;
    }
    String text = scalar(file, node).replace("_", "");
    long number = text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
    if (number < least || number > most) {
      throw problem(file, node, "'" + text + "' is no number from " + least + " to " + most);
    }
    return number;
  }

  private static boolean flag(Path file, Node node) {
    return switch (scalar(file, node)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw problem(file, node, "must be true or false");
    };
  }

  private static DailyReset reset(Path file, Node node, DailyReset otherwise) {
    if (node == null) {
      return otherwise;
    }
    try {
      return DailyResets.parse(scalar(file, node));
    } catch (TypeConversionException e) {
      throw problem(file, node, e.getMessage());
    }
  }

  private static String scalar(Path file, Node node) {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    throw problem(file, node, "a single value is wanted here");
  }

  private static String place(Path file, Node node) {
    return file + ":" + (node.getStartMark().getLine() + 1);
  }

  private static UsageException problem(Path file, Node node, String message) {
    return new UsageException(place(file, node) + ": " + message);
  }
}
