package dev.yiben.glossary;

import java.nio.file.Path;
import java.util.List;

/**
 * Reads glossaries from YAML files: a bare list of terms, or a mapping of {@code terms}, {@code
 * characters}, {@code style}, {@code do_not_translate}, {@code forbidden}, {@code replacements},
 * {@code protected} and {@code examples}, none of which is required.
 */
public final class GlossaryReader {
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
   * whole_word} and {@code regex}, that of the later file holds, in the place of the earlier one.
   * The same goes for characters of the same name, replacements of the same text, examples of the
   * same source, and for each of the two parts of the style.
   *
   * @throws GlossaryException if a file cannot be read, or anything in it is not a glossary's
   */
  public static Glossary read(List<Path> files) {
    GlossaryMerger merger = new GlossaryMerger();
    for (Path file : files) {
      merger.add(GlossaryFile.read(file).sound());
    }
    return merger.glossary();
  }
}
