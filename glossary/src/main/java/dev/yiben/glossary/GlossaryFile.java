package dev.yiben.glossary;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What one file holds, each entry with its line, and what is wrong with the others.
 *
 * @param file where it is
 * @param terms the entries of its list of terms
 * @param kept the terms of its list {@code do_not_translate}
 * @param personas its characters
 * @param style how translations should sound
 * @param forbidden texts that must not occur in any target
 * @param before replacements in sources
 * @param after replacements in targets
 * @param presets names of {@link ProtectedPresets}
 * @param patterns regular expressions of what is kept as it is
 * @param examples sentences with their translations
 * @param problems what is wrong, in the order of their lines
 */
public record GlossaryFile(
    Path file,
    List<Placed<Term>> terms,
    List<Placed<Term>> kept,
    List<Placed<Persona>> personas,
    Style style,
    List<Placed<String>> forbidden,
    List<Placed<Replacement>> before,
    List<Placed<Replacement>> after,
    List<Placed<String>> presets,
    List<Placed<String>> patterns,
    List<Placed<ExamplePair>> examples,
    List<GlossaryException> problems) {
  public GlossaryFile {
    terms = List.copyOf(terms);
    kept = List.copyOf(kept);
    personas = List.copyOf(personas);
    forbidden = List.copyOf(forbidden);
    before = List.copyOf(before);
    after = List.copyOf(after);
    presets = List.copyOf(presets);
    patterns = List.copyOf(patterns);
    examples = List.copyOf(examples);
    problems = List.copyOf(problems);
  }

  /**
   * Reads a file; what is wrong with its entries becomes {@link #problems}.
   *
   * @throws GlossaryException if it cannot be read, or is not valid YAML
   */
  public static GlossaryFile read(Path file) {
    return of(GlossaryText.read(file));
  }

  /**
   * Reads the text of a file; what is wrong with its entries becomes {@link #problems}.
   *
   * @throws GlossaryException if it is not valid YAML
   */
  public static GlossaryFile of(Path file, String text) {
    return of(new GlossaryText(file, text));
  }

  /** Returns a file that holds nothing. */
  public static GlossaryFile empty(Path file) {
    return new GlossaryFile(
        file,
        List.of(),
        List.of(),
        List.of(),
        Style.NONE,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static GlossaryFile of(GlossaryText text) {
    return new SectionReader(text.file()).read(text.root());
  }

  /**
   * Returns this file.
   *
   * @throws GlossaryException if anything is wrong with it
   */
  public GlossaryFile sound() {
    if (!problems.isEmpty()) {
      throw problems.get(0);
    }
    return this;
  }

  /** Returns the terms of both lists. */
  public List<Placed<Term>> allTerms() {
    List<Placed<Term>> all = new ArrayList<>(terms);
    all.addAll(kept);
    return all;
  }
}
