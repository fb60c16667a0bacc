package dev.yiben.cli;

import dev.yiben.glossary.ExamplePair;
import dev.yiben.glossary.Glossary;
import dev.yiben.glossary.GlossaryReader;
import dev.yiben.glossary.Persona;
import dev.yiben.glossary.Replacement;
import dev.yiben.glossary.Style;
import dev.yiben.glossary.Term;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints what a glossary has, for people or as JSON. */
final class GlossaryList {
  private final Environment environment;
  private final boolean json;

  GlossaryList(Environment environment, boolean json) {
    this.environment = environment;
    this.json = json;
  }

  /** Prints what the files have together: those that are named, else the usual ones. */
  ExitCode show(List<Path> usual, List<Path> named) {
    Glossary glossary = GlossaryReader.read(named.isEmpty() ? usual : named);
    if (json) {
      Json.print(environment.out(), tree(glossary));
    } else {
      lines(glossary).stream().map(Texts::printable).forEach(environment.out()::println);
    }
    return ExitCode.DONE;
  }

  private static List<String> lines(Glossary glossary) {
    List<String> lines = new ArrayList<>();
    glossary.terms().forEach(term -> lines.add(line(term)));
    glossary.personas().forEach(persona -> lines.add("character: " + line(persona)));
    if (!glossary.style().equals(Style.NONE)) {
      lines.add("style: " + details(glossary.style().text(), glossary.style().register()));
    }
    glossary.forbidden().forEach(text -> lines.add("forbidden: " + text));
    glossary.before().forEach(one -> lines.add("before: " + line(one)));
    glossary.after().forEach(one -> lines.add("after: " + line(one)));
    glossary.protectedPatterns().forEach(pattern -> lines.add("protected: " + pattern));
    glossary
        .examples()
        .forEach(pair -> lines.add("example: " + pair.source() + " → " + pair.target()));
    return lines;
  }

  private static String line(Term term) {
    String details =
        details(
            term.note(),
            term.caseSensitive() ? "case-sensitive" : "",
            term.wholeWord() ? "" : "within words",
            term.regex() ? "regular expression" : "",
            term.forbidden().isEmpty() ? "" : "not " + String.join(", ", term.forbidden()));
    String target = term.doNotTranslate() ? "stays as it is" : "→ " + term.target();
    return term.source() + " " + target + (details.isEmpty() ? "" : " (" + details + ")");
  }

  private static String line(Persona persona) {
    String details = details(persona.gender(), persona.speech(), persona.note());
    return persona.name()
        + (persona.target().isEmpty() ? "" : " → " + persona.target())
        + (details.isEmpty() ? "" : " (" + details + ")");
  }

  private static String line(Replacement one) {
    String details =
        details(
            one.caseSensitive() ? "case-sensitive" : "", one.regex() ? "regular expression" : "");
    return one.find() + " → " + one.replace() + (details.isEmpty() ? "" : " (" + details + ")");
  }

  private static String details(String... texts) {
    return String.join("; ", List.of(texts).stream().filter(text -> !text.isEmpty()).toList());
  }

  private static Map<String, Object> tree(Glossary glossary) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("terms", glossary.terms().stream().map(GlossaryList::tree).toList());
    tree.put("characters", glossary.personas().stream().map(GlossaryList::tree).toList());
    tree.put(
        "style", object("text", glossary.style().text(), "register", glossary.style().register()));
    tree.put("forbidden", glossary.forbidden());
    tree.put(
        "replacements",
        object(
            "before", glossary.before().stream().map(GlossaryList::tree).toList(),
            "after", glossary.after().stream().map(GlossaryList::tree).toList()));
    tree.put("protected", glossary.protectedPatterns());
    tree.put("examples", glossary.examples().stream().map(GlossaryList::tree).toList());
    return tree;
  }

  private static Map<String, Object> tree(Term term) {
    return object(
        "source", term.source(),
        "target", term.target(),
        "note", term.note(),
        "case_sensitive", term.caseSensitive(),
        "whole_word", term.wholeWord(),
        "regex", term.regex(),
        "do_not_translate", term.doNotTranslate(),
        "inflect", term.inflect(),
        "forbidden", term.forbidden());
  }

  private static Map<String, Object> tree(Persona persona) {
    return object(
        "name", persona.name(),
        "target", persona.target(),
        "gender", persona.gender(),
        "speech", persona.speech(),
        "note", persona.note());
  }

  private static Map<String, Object> tree(Replacement one) {
    return object(
        "find", one.find(),
        "replace", one.replace(),
        "case_sensitive", one.caseSensitive(),
        "regex", one.regex());
  }

  private static Map<String, Object> tree(ExamplePair pair) {
    return object("source", pair.source(), "target", pair.target());
  }

  private static Map<String, Object> object(Object... keysAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      object.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return object;
  }
}
