package dev.yiben.glossary.edit;

import dev.yiben.glossary.ExamplePair;
import dev.yiben.glossary.GlossaryException;
import dev.yiben.glossary.GlossaryFile;
import dev.yiben.glossary.GlossaryText;
import dev.yiben.glossary.Persona;
import dev.yiben.glossary.Placed;
import dev.yiben.glossary.Replacement;
import dev.yiben.glossary.Style;
import dev.yiben.glossary.Term;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Changes entries of a glossary file, so that every other byte of it stays as it is: comments,
 * order, indentation, quotes, line breaks, byte order mark.
 *
 * <p>New entries are written as those before them are. A comment within an entry that is removed
 * stays. Changes are collected until {@link #text} is called; for use by one thread.
 */
public final class GlossaryEditor {
  private final GlossaryText original;
  private final Style originalStyle;
  private final Section<Term> terms;
  private final Section<Term> kept;
  private final Section<Persona> personas;
  private final Section<String> forbidden;
  private final Section<Replacement> before;
  private final Section<Replacement> after;
  private final Section<String> patterns;
  private final Section<ExamplePair> examples;
  private Style style;

  private GlossaryEditor(GlossaryText text, GlossaryFile file) {
    original = text;
    originalStyle = file.style();
    style = originalStyle;
    terms = section(file.terms(), term -> EntryContent.of(Field.of(term)), "terms");
    kept = section(file.kept(), term -> EntryContent.of(term.source()), "do_not_translate");
    personas = section(file.personas(), entry -> EntryContent.of(Field.of(entry)), "characters");
    forbidden = section(file.forbidden(), EntryContent::of, "forbidden");
    before = replacements(file.before(), "before");
    after = replacements(file.after(), "after");
    patterns = section(file.patterns(), EntryContent::of, "protected", "patterns");
    examples = section(file.examples(), entry -> EntryContent.of(Field.of(entry)), "examples");
  }

  private static Section<Replacement> replacements(List<Placed<Replacement>> entries, String key) {
    return section(entries, entry -> EntryContent.of(Field.of(entry)), "replacements", key);
  }

  private static <T> Section<T> section(
      List<Placed<T>> entries, Function<T, EntryContent> content, String... path) {
    return new Section<>(List.of(path), values(entries), content);
  }

  private static <T> List<T> values(List<Placed<T>> entries) {
    return entries.stream().map(Placed::value).toList();
  }

  /**
   * Begins to edit a file.
   *
   * @throws GlossaryException if it cannot be read, or is no glossary as it is
   */
  public static GlossaryEditor of(Path file) {
    return of(GlossaryText.read(file));
  }

  /**
   * Begins to edit the text of a file; it may have nothing in it.
   *
   * @throws GlossaryException if it is no glossary as it is
   */
  public static GlossaryEditor of(Path file, String text) {
    return of(new GlossaryText(file, text));
  }

  /** Begins a file that is not there yet. */
  public static GlossaryEditor empty(Path file) {
    return of(file, "");
  }

  private static GlossaryEditor of(GlossaryText text) {
    return new GlossaryEditor(
        text,
        text.isEmpty()
            ? GlossaryFile.empty(text.file())
            : GlossaryFile.of(text.file(), text.text()).sound());
  }

  /**
   * Adds a term: to the list of those that are not translated, if it says no more and there is one.
   */
  public void add(Term term) {
    if (term.equals(Term.kept(term.source())) && !kept.entries().isEmpty()) {
      kept.add(term);
    } else {
      terms.add(term);
    }
  }

  /** Replaces the first term that equals another, and returns whether there was one. */
  public boolean replace(Term old, Term term) {
    if (terms.replace(old, term)) {
      return true;
    }
    if (term.equals(Term.kept(term.source()))) {
      return kept.replace(old, term);
    }
    boolean removed = kept.remove(old);
    if (removed) {
      terms.add(term);
    }
    return removed;
  }

  /** Removes the first term that equals another, and returns whether there was one. */
  public boolean remove(Term term) {
    return terms.remove(term) || kept.remove(term);
  }

  /** Returns the terms as they shall be, those that are not translated last. */
  public List<Term> terms() {
    return Stream.concat(terms.entries().stream(), kept.entries().stream()).toList();
  }

  /** Adds a character. */
  public void add(Persona persona) {
    personas.add(persona);
  }

  /** Replaces the first character that equals another, and returns whether there was one. */
  public boolean replace(Persona old, Persona persona) {
    return personas.replace(old, persona);
  }

  /** Removes the first character that equals another, and returns whether there was one. */
  public boolean remove(Persona persona) {
    return personas.remove(persona);
  }

  /** Returns the characters as they shall be. */
  public List<Persona> personas() {
    return personas.entries();
  }

  /** Adds an example. */
  public void add(ExamplePair example) {
    examples.add(example);
  }

  /** Removes the first example that equals another, and returns whether there was one. */
  public boolean remove(ExamplePair example) {
    return examples.remove(example);
  }

  /** Returns the examples as they shall be. */
  public List<ExamplePair> examples() {
    return examples.entries();
  }

  /** Adds a replacement in sources. */
  public void addBefore(Replacement replacement) {
    before.add(replacement);
  }

  /**
   * Removes the first replacement in sources that equals another; returns whether there was one.
   */
  public boolean removeBefore(Replacement replacement) {
    return before.remove(replacement);
  }

  /** Returns the replacements in sources as they shall be. */
  public List<Replacement> before() {
    return before.entries();
  }

  /** Adds a replacement in targets. */
  public void addAfter(Replacement replacement) {
    after.add(replacement);
  }

  /**
   * Removes the first replacement in targets that equals another; returns whether there was one.
   */
  public boolean removeAfter(Replacement replacement) {
    return after.remove(replacement);
  }

  /** Returns the replacements in targets as they shall be. */
  public List<Replacement> after() {
    return after.entries();
  }

  /** Adds a text that must not occur in any target. */
  public void addForbidden(String text) {
    forbidden.add(text);
  }

  /** Removes a text that must not occur in any target, and returns whether there was one. */
  public boolean removeForbidden(String text) {
    return forbidden.remove(text);
  }

  /** Returns the texts that must not occur in any target as they shall be. */
  public List<String> forbidden() {
    return forbidden.entries();
  }

  /** Adds a regular expression of what is kept as it is. */
  public void addProtected(String expression) {
    patterns.add(expression);
  }

  /** Removes a regular expression of what is kept as it is, and returns whether there was one. */
  public boolean removeProtected(String expression) {
    return patterns.remove(expression);
  }

  /**
   * Returns the regular expressions of what is kept as it is, as they shall be, without presets.
   */
  public List<String> protectedPatterns() {
    return patterns.entries();
  }

  /** Says how translations shall sound. */
  public void style(Style style) {
    this.style = style;
  }

  /** Returns how translations shall sound. */
  public Style style() {
    return style;
  }

  /**
   * Returns the new text of the file, which was read again and holds what it shall.
   *
   * @throws GlossaryException if the changes contradict each other, such as by a term that is there
   *     twice, or cannot be made without touching the rest, such as an anchor that is used
   *     elsewhere
   */
  public String text() {
    List<Section<?>> changed = sections().filter(Section::isChanged).toList();
    if (changed.isEmpty() && style.equals(originalStyle)) {
      return original.text();
    }
    Optional<Style> newStyle = Optional.of(style).filter(wanted -> !wanted.equals(originalStyle));
    String text;
    try {
      text =
          original.mark()
              + new GlossaryLayout(new YamlText(original.withoutMark()))
                  .changed(changed, originalStyle, newStyle);
    } catch (IllegalStateException e) {
      throw byHand();
    }
    verify(text);
    return text;
  }

  private Stream<Section<?>> sections() {
    return Stream.of(terms, kept, personas, forbidden, before, after, patterns, examples);
  }

  private void verify(String text) {
    GlossaryEditor changed;
    try {
      changed = of(original.file(), text);
    } catch (GlossaryException e) {
      throw new GlossaryException(original.file(), "the change was not made: " + e.problem());
    }
    if (!changed.entries().equals(entries())
        || !changed.style().equals(style)
        || !comments(text).equals(comments(original.text()))) {
      throw byHand();
    }
  }

  private List<List<?>> entries() {
    return sections().<List<?>>map(Section::entries).toList();
  }

  private static String comments(String text) {
    return String.join("", new YamlText(text).comments(0, text.length())).replace(" ", "");
  }

  private GlossaryException byHand() {
    return new GlossaryException(
        original.file(),
        "the change cannot be made without touching other entries, as by an anchor that is used"
            + " elsewhere; edit the file by hand");
  }
}
