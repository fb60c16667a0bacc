package dev.yiben.cli;

import dev.yiben.pipeline.suppression.Suppression;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.PatternSyntaxException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads suppressions: a YAML list of them, bare or under the key {@code suppressions}. */
final class SuppressionsFile {
  /** The key under which they stand. */
  static final String KEY = "suppressions";

  /** Where one stands, for those that the configuration hands on. */
  static final String PLACE = "at";

  private static final int MAX_BYTES = 1 << 20;
  private static final int MOST = 10_000;
  private static final Set<String> KEYS =
      Set.of("check", "file", "segment", "text", "reason", "until");

  private final String name;

  private SuppressionsFile(String name) {
    this.name = name;
  }

  /**
   * Reads a file.
   *
   * @throws UsageException naming file and line, if anything in it makes no sense
   */
  static List<Suppression> read(Path file) {
    SuppressionsFile reading = new SuppressionsFile(file.toString());
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new UsageException(file + ": is too long for a list of suppressions");
      }
      return reading.list(reading.compose(new String(bytes, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UsageException(
          "--suppressions " + file + ": cannot be read: " + SourceFiles.reason(e), e);
    }
  }

  /** Reads one that the configuration hands on as a line of JSON. */
  static Suppression readLine(String json) {
    SuppressionsFile reading = new SuppressionsFile("suppressions");
    Map<String, Node> fields = reading.fields(reading.compose(json));
    return reading.suppression(fields, reading.scalar(fields.remove(PLACE)));
  }

  /** Returns whether a value is a suppression rather than the name of a file of them. */
  static boolean isLine(String value) {
    return value.startsWith("{");
  }

  private Node compose(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(50);
    options.setNestingDepthLimit(10);
    try {
      Node root = new Yaml(options).compose(new StringReader(text));
      if (root == null) {
        throw new UsageException(name + ": is empty; give it a list of suppressions");
      }
      return root;
    } catch (MarkedYAMLException e) {
      throw new UsageException(
          name + ":" + (e.getProblemMark().getLine() + 1) + ": " + e.getProblem(), e);
    } catch (YAMLException e) {
      throw new UsageException(name + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private List<Suppression> list(Node root) {
    Node node = root;
    if (root instanceof MappingNode) {
      Map<String, Node> fields = fields(root);
      if (!fields.keySet().equals(Set.of(KEY))) {
        throw problem(root, "must be a list, bare or under the key 'suppressions'");
      }
      node = fields.get(KEY);
    }
    if (!(node instanceof SequenceNode list)) {
      throw problem(node, "must be a list, such as '- {check: NUM-001, reason: …}'");
    }
    if (list.getValue().size() > MOST) {
      throw problem(node, "there must be at most " + MOST + " suppressions");
    }
    return list.getValue().stream().map(one -> suppression(fields(one), place(one))).toList();
  }

  private Suppression suppression(Map<String, Node> fields, String place) {
    for (String key : fields.keySet()) {
      if (!KEYS.contains(key)) {
        throw new UsageException(
            place
                + ": unknown key '"
                + key
                + "'; known: "
                + String.join(", ", new TreeSet<>(KEYS)));
      }
    }
    String check =
        text(fields, "check")
            .orElseThrow(
                () -> new UsageException(place + ": there is no 'check', such as NUM-001"));
    if (!check.contains("*") && !CheckIds.isKnown(check)) {
      throw new UsageException(
          place + ": there is no check " + check + "; known: " + String.join(", ", CheckIds.all()));
    }
    Suppression suppression =
        new Suppression(
            check,
            text(fields, "file"),
            text(fields, "segment"),
            text(fields, "text"),
            text(fields, "reason")
                .orElseThrow(
                    () ->
                        new UsageException(
                            place + ": there is no 'reason'; say why it does not count")),
            text(fields, "until").map(day -> day(day, place)),
            place);
    requireGlob(suppression);
    return suppression;
  }

  private static void requireGlob(Suppression suppression) {
    try {
      suppression.matcher();
    } catch (PatternSyntaxException e) {
      throw new UsageException(
          suppression.place() + ": 'file' is no pattern of names: " + e.getDescription(), e);
    }
  }

  private static LocalDate day(String text, String place) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new UsageException(place + ": 'until' is no day such as 2030-12-31: '" + text + "'", e);
    }
  }

  private Map<String, Node> fields(Node node) {
    if (!(node instanceof MappingNode map)) {
      throw problem(node, "must have keys and values, such as 'check: NUM-001'");
    }
    Map<String, Node> fields = new HashMap<>();
    for (NodeTuple tuple : map.getValue()) {
      String key = scalar(tuple.getKeyNode());
      if (fields.put(key, tuple.getValueNode()) != null) {
        throw problem(tuple.getKeyNode(), "'" + key + "' is there twice");
      }
    }
    return fields;
  }

  private Optional<String> text(Map<String, Node> fields, String key) {
    return Optional.ofNullable(fields.get(key)).map(this::scalar);
  }

  private String scalar(Node node) {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    throw problem(node, "a single value is wanted here");
  }

  private String place(Node node) {
    return name + ":" + (node.getStartMark().getLine() + 1);
  }

  private UsageException problem(Node node, String message) {
    return new UsageException(place(node) + ": " + message);
  }
}
