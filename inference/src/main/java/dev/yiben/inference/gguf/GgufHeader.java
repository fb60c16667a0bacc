package dev.yiben.inference.gguf;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the header of a GGUF file says of its model.
 *
 * @param file the file
 * @param fileSize its size in bytes
 * @param dataStart offset in bytes where the tensors begin, after the header
 * @param metadata scalar values by key: String, Long, Double or Boolean; arrays are left out
 * @param vocabularySize number of tokens that the tokenizer knows; 0 if the header does not say
 * @param controlTokens texts of the tokens that steer the model, such as {@code <|im_end|>}
 * @see <a href="https://github.com/ggml-org/ggml/blob/master/docs/gguf.md">GGUF</a>
 */
public record GgufHeader(
    Path file,
    long fileSize,
    long dataStart,
    Map<String, Object> metadata,
    int vocabularySize,
    Set<String> controlTokens) {
  private static final int MOST_PRINTED = 300;

  public GgufHeader {
    metadata = Map.copyOf(metadata);
    controlTokens = Set.copyOf(controlTokens);
  }

  /**
   * Reads the header and checks that the file is long enough for every tensor.
   *
   * @throws GgufException if the file cannot be read, is no GGUF file of version 2 or 3, is cut off
   *     or has a header that makes no sense
   */
  public static GgufHeader read(Path file) {
    return GgufParser.parse(file);
  }

  /** Returns the text of a key. */
  public Optional<String> string(String key) {
    return metadata.get(key) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** Returns the whole number of a key. */
  public OptionalLong number(String key) {
    return metadata.get(key) instanceof Long number
        ? OptionalLong.of(number)
        : OptionalLong.empty();
  }

  /** Returns the name of the model's architecture, such as {@code qwen2}; empty if missing. */
  public String architecture() {
    return printable(string("general.architecture").orElse(""));
  }

  /** Returns the number of a key that starts with the architecture, such as {@code block_count}. */
  public OptionalLong architectureNumber(String key) {
    return number(architecture() + "." + key);
  }

  /** Returns the tokens that the model was trained for, or 0 if the header does not say. */
  public long contextLength() {
    return architectureNumber("context_length").orElse(0);
  }

  /** Returns the name of the model for people: its own, else the file's, with the quantisation. */
  public String displayName() {
    String fileName = String.valueOf(file.getFileName());
    String name =
        string("general.name")
            .map(text -> printable(text).strip())
            .filter(text -> !text.isEmpty())
            .orElse(fileName);
    String quantisation = quantisation();
    return quantisation.isEmpty() ? name : name + " " + quantisation;
  }

  /** Returns the start of a text, fit for a line on a terminal. */
  static String printable(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\u2028\u2029]+", " ");
    return line.length() <= MOST_PRINTED ? line : line.substring(0, MOST_PRINTED) + "…";
  }

  /** Returns how the weights are stored, such as {@code Q4_K_M}; empty if unknown. */
  public String quantisation() {
    return FileType.name(number("general.file_type"));
  }

  /**
   * Returns the name of the prompt profile that the model asks for, or else the names of the model
   * and its family, one a line.
   */
  public String promptProfile() {
    return string("yiben.profile")
        .orElseGet(
            () ->
                Stream.concat(
                        Stream.of("name", "basename", "finetune", "architecture")
                            .flatMap(key -> string("general." + key).stream()),
                        Stream.of(String.valueOf(file.getFileName())))
                    .map(GgufHeader::printable)
                    .filter(name -> !name.isBlank())
                    .distinct()
                    .collect(Collectors.joining("\n")));
  }

  /** Returns the number of files that the model is split into; 1 for a whole one. */
  public long splitCount() {
    return Math.max(1, number("split.count").orElse(1));
  }
}
