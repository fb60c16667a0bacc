package dev.yiben.cli;

import dev.yiben.glossary.Glossary;
import dev.yiben.glossary.Persona;
import dev.yiben.glossary.Style;
import dev.yiben.glossary.Term;
import dev.yiben.glossary.edit.GlossaryEditor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Puts entries into a glossary file: what is there for the same source stays, or is replaced. */
final class GlossaryMerge {
  private final GlossaryEditor editor;
  private final boolean replace;
  private final Map<String, Term> terms = new HashMap<>();
  private final Map<String, Persona> personas = new HashMap<>();
  private final List<String> conflicts = new ArrayList<>();
  private int added;
  private int replaced;

  GlossaryMerge(GlossaryEditor editor, boolean replace) {
    this.editor = editor;
    this.replace = replace;
    editor.terms().forEach(term -> terms.put(key(term), term));
    editor.personas().forEach(persona -> personas.put(persona.name(), persona));
  }

  private static String key(Term term) {
    boolean exact = term.caseSensitive() || term.regex();
    return (exact ? term.source() : term.source().toLowerCase(Locale.ROOT))
        + (exact ? "\u0001" : "\u0000")
        + term.wholeWord()
        + term.regex();
  }

  /** Adds all of a glossary. */
  void add(Glossary glossary) {
    glossary.terms().forEach(this::add);
    glossary.personas().forEach(this::add);
    add(glossary.forbidden(), editor.forbidden(), editor::addForbidden);
    add(glossary.before(), editor.before(), editor::addBefore);
    add(glossary.after(), editor.after(), editor::addAfter);
    add(glossary.protectedPatterns(), editor.protectedPatterns(), editor::addProtected);
    add(glossary.examples(), editor.examples(), editor::add);
    add(glossary.style());
  }

  /** Adds a term. */
  void add(Term term) {
    Term there = terms.get(key(term));
    if (there == null) {
      editor.add(term);
      terms.put(key(term), term);
      added++;
    } else if (!there.equals(term)) {
      if (replace && editor.replace(there, term)) {
        terms.put(key(term), term);
        replaced++;
      } else {
        conflicts.add(
            "\"%s\" is there already, as \"%s\"".formatted(there.source(), there.target()));
      }
    }
  }

  /** Adds a character. */
  void add(Persona persona) {
    Persona there = personas.get(persona.name());
    if (there == null) {
      editor.add(persona);
      personas.put(persona.name(), persona);
      added++;
    } else if (!there.equals(persona)) {
      if (replace && editor.replace(there, persona)) {
        personas.put(persona.name(), persona);
        replaced++;
      } else {
        conflicts.add("the character \"%s\" is there already".formatted(there.name()));
      }
    }
  }

  private void add(Style style) {
    if (style.equals(Style.NONE) || style.equals(editor.style())) {
      return;
    }
    boolean none = editor.style().equals(Style.NONE);
    if (none || replace) {
      editor.style(style);
      added += none ? 1 : 0;
      replaced += none ? 0 : 1;
    } else {
      conflicts.add("a style is there already");
    }
  }

  private <T> void add(List<T> values, List<T> there, Consumer<T> adder) {
    for (T value : values) {
      if (!there.contains(value)) {
        adder.accept(value);
        added++;
      }
    }
  }

  /** Returns what was left out since something else is there for it, one line each. */
  List<String> conflicts() {
    return List.copyOf(conflicts);
  }

  int added() {
    return added;
  }

  int replaced() {
    return replaced;
  }

  int changes() {
    return added + replaced;
  }

  /** Returns the new text of the file. */
  String text() {
    return editor.text();
  }
}
