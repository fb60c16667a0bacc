package dev.yiben.glossary;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.representer.Representer;

/**
 * Reads glossaries from YAML files: a list of terms, bare or under the key {@code terms}.
 *
 * <p>A term has {@code source} and {@code target}, and may have {@code note}, {@code
 * case_sensitive}, {@code whole_word}, {@code regex}, {@code do_not_translate} and a list {@code
 * forbidden}.
 */
public final class GlossaryReader {
  private static final int MAX_BYTES = 16 << 20;
  private static final int MAX_DEPTH = 10;
  private static final int MAX_COLLECTION_ALIASES = 50;

  private GlossaryReader() {}

  /**
   * Reads one file.
   *
   * @throws GlossaryException if the file cannot be read, or anything in it is not a glossary's
   */
  public static Glossary read(Path file) {
    return read(List.of(file));
  }

  /**
   * Reads several files into one glossary.
   *
   * <p>Where two files have a term of the same source and the same {@code case_sensitive}, {@code
   * whole_word} and {@code regex}, that of the later file holds.
   *
   * @throws GlossaryException if a file cannot be read, or anything in it is not a glossary's
   */
  public static Glossary read(List<Path> files) {
    Map<TermKey, Term> merged = new LinkedHashMap<>();
    for (Path file : files) {
      merged.putAll(terms(file));
    }
    return Glossary.of(List.copyOf(merged.values()));
  }

  private static Map<TermKey, Term> terms(Path file) {
    Map<TermKey, Term> terms = new LinkedHashMap<>();
    Map<TermKey, Integer> lines = new HashMap<>();
    for (Node node : entries(file, compose(file, text(file)))) {
      Term term = new TermNode(file, node).term();
      TermKey key = TermKey.of(term);
      int line = TermNode.line(node);
      Integer earlier = lines.putIfAbsent(key, line);
      if (earlier != null) {
        throw new GlossaryException(
            file,
            line,
            "\"%s\" is a term on line %d already; remove one".formatted(term.source(), earlier));
      }
      terms.put(key, term);
    }
    return terms;
  }

  private static String text(Path file) {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MAX_BYTES + 1);
    } catch (NoSuchFileException e) {
      throw new GlossaryException(file, "there is no such glossary file; check its path");
    } catch (IOException e) {
      throw new GlossaryException(file, "the glossary cannot be read: " + e.getMessage());
    }
    if (bytes.length > MAX_BYTES) {
      throw new GlossaryException(file, "the glossary is over 16 MiB; split it and name each part");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new GlossaryException(file, "the glossary is not UTF-8 text; save it as UTF-8");
    }
  }

  private static Node compose(Path file, String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setCodePointLimit(MAX_BYTES);
    options.setMaxAliasesForCollections(MAX_COLLECTION_ALIASES);
    options.setNestingDepthLimit(MAX_DEPTH);
    DumperOptions dumping = new DumperOptions();
    Yaml yaml = new Yaml(new SafeConstructor(options), new Representer(dumping), dumping, options);
    Node root;
    try {
      root = yaml.compose(new StringReader(text));
    } catch (MarkedYAMLException e) {
      throw new GlossaryException(
          file, e.getProblemMark().getLine() + 1, "not valid YAML: " + e.getProblem());
    } catch (ReaderException e) {
      throw new GlossaryException(
          file,
          lineAt(text, e.getPosition()),
          "the character U+%04X is not allowed in YAML; remove it".formatted(e.getCodePoint()));
    } catch (YAMLException e) {
      throw new GlossaryException(file, "not valid YAML: " + e.getMessage());
    }
    if (root == null) {
      throw new GlossaryException(file, "the glossary is empty; give it a list \"terms:\"");
    }
    return root;
  }

  private static int lineAt(String text, int codePoint) {
    return 1 + (int) text.codePoints().limit(codePoint).filter(c -> c == '\n').count();
  }

  private static List<Node> entries(Path file, Node root) {
    if (root instanceof SequenceNode list) {
      return list.getValue();
    }
    List<Node> entries = new ArrayList<>();
    boolean found = false;
    if (root instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        boolean isTerms =
            tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals("terms");
        if (!isTerms || found) {
          throw new GlossaryException(
              file,
              TermNode.line(tuple.getKeyNode()),
              "expected one list \"terms:\" at the top of the glossary, and no other key");
        }
        found = true;
        if (!(tuple.getValueNode() instanceof SequenceNode list)) {
          throw new GlossaryException(
              file,
              TermNode.line(tuple.getValueNode()),
              "\"terms\" must be a list of entries such as \"- source: Marlo\"");
        }
        entries.addAll(list.getValue());
      }
    }
    if (!found) {
      throw new GlossaryException(
          file, TermNode.line(root), "expected a list of terms, bare or under the key \"terms:\"");
    }
    return entries;
  }
}
