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
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.representer.Representer;

/**
 * A glossary file as text and as YAML nodes, all of it bounded.
 *
 * @param file where it is
 * @param text its text, with a byte order mark if it has one
 */
public record GlossaryText(Path file, String text) {
  private static final int MAX_BYTES = 16 << 20;
  private static final int MAX_DEPTH = 10;
  private static final int MAX_COLLECTION_ALIASES = 50;

  /**
   * Reads a file.
   *
   * @throws GlossaryException if it cannot be read, is too long, or is no UTF-8 text
   */
  public static GlossaryText read(Path file) {
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
      return new GlossaryText(file, text);
    } catch (CharacterCodingException e) {
      throw new GlossaryException(file, "the glossary is not UTF-8 text; save it as UTF-8");
    }
  }

  /**
   * Returns the root of its nodes.
   *
   * @throws GlossaryException if it is not valid YAML, or there is nothing in it
   */
  Node root() {
    return node()
        .orElseThrow(
            () -> new GlossaryException(file, "the glossary is empty; give it a list \"terms:\""));
  }

  /**
   * Returns whether there is nothing in it, but for comments.
   *
   * @throws GlossaryException if it is not valid YAML
   */
  public boolean isEmpty() {
    return node().isEmpty();
  }

  private Optional<Node> node() {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setCodePointLimit(MAX_BYTES);
    options.setMaxAliasesForCollections(MAX_COLLECTION_ALIASES);
    options.setNestingDepthLimit(MAX_DEPTH);
    DumperOptions dumping = new DumperOptions();
    Yaml yaml = new Yaml(new SafeConstructor(options), new Representer(dumping), dumping, options);
    try {
      return Optional.ofNullable(yaml.compose(new StringReader(withoutMark())));
    } catch (MarkedYAMLException e) {
      throw new GlossaryException(
          file, e.getProblemMark().getLine() + 1, "not valid YAML: " + e.getProblem());
    } catch (ReaderException e) {
      throw new GlossaryException(
          file,
          lineAt(e.getPosition()),
          "the character U+%04X is not allowed in YAML; remove it".formatted(e.getCodePoint()));
    } catch (YAMLException e) {
      throw new GlossaryException(file, "not valid YAML: " + e.getMessage());
    }
  }

  /** Returns the byte order mark, or nothing where the text has none. */
  public String mark() {
    return text.startsWith("\uFEFF") ? "\uFEFF" : "";
  }

  /** Returns the text without a byte order mark. */
  public String withoutMark() {
    return text.substring(mark().length());
  }

  private int lineAt(int codePoint) {
    return 1 + (int) withoutMark().codePoints().limit(codePoint).filter(c -> c == '\n').count();
  }
}
