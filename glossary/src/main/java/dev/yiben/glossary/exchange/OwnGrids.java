package dev.yiben.glossary.exchange;

import dev.yiben.glossary.Glossary;
import dev.yiben.glossary.Replacement;
import dev.yiben.glossary.Style;
import java.util.List;
import java.util.stream.Stream;

/** The parts of a glossary as tables that have all that is in them. */
final class OwnGrids {
  private OwnGrids() {}

  /** Returns all parts that have something, terms always. */
  static List<Grid> of(Glossary glossary) {
    return Stream.of(Part.values())
        .map(part -> of(glossary, part))
        .filter(grid -> !grid.rows().isEmpty() || grid.name().equals(Part.TERMS.toString()))
        .toList();
  }

  static Grid of(Glossary glossary, Part part) {
    return switch (part) {
      case TERMS ->
          grid(
              part,
              List.of(
                  "source",
                  "target",
                  "note",
                  "case_sensitive",
                  "whole_word",
                  "regex",
                  "do_not_translate",
                  "forbidden",
                  "inflect"),
              glossary.terms().stream()
                  .map(
                      term ->
                          List.<Object>of(
                              term.source(),
                              term.target(),
                              term.note(),
                              term.caseSensitive(),
                              term.wholeWord(),
                              term.regex(),
                              term.doNotTranslate(),
                              Cells.joined(term.forbidden()),
                              term.inflect())));
      case CHARACTERS ->
          grid(
              part,
              List.of("name", "target", "gender", "speech", "note"),
              glossary.personas().stream()
                  .map(
                      one ->
                          List.<Object>of(
                              one.name(), one.target(), one.gender(), one.speech(), one.note())));
      case BEFORE -> replacements(part, glossary.before());
      case AFTER -> replacements(part, glossary.after());
      case PROTECTED ->
          grid(
              part,
              List.of("pattern"),
              glossary.protectedPatterns().stream().map(pattern -> List.<Object>of(pattern)));
      case FORBIDDEN ->
          grid(
              part,
              List.of("forbidden"),
              glossary.forbidden().stream().map(text -> List.<Object>of(text)));
      case EXAMPLES ->
          grid(
              part,
              List.of("source", "target"),
              glossary.examples().stream()
                  .map(pair -> List.<Object>of(pair.source(), pair.target())));
      case STYLE ->
          grid(
              part,
              List.of("style", "register"),
              Stream.of(glossary.style())
                  .filter(style -> !style.equals(Style.NONE))
                  .map(style -> List.<Object>of(style.text(), style.register())));
    };
  }

  private static Grid replacements(Part part, List<Replacement> replacements) {
    return grid(
        part,
        List.of("find", "replace", "case_sensitive", "regex"),
        replacements.stream()
            .map(
                one ->
                    List.<Object>of(one.find(), one.replace(), one.caseSensitive(), one.regex())));
  }

  private static Grid grid(Part part, List<String> header, Stream<List<Object>> rows) {
    return new Grid(part.toString(), header, rows.toList());
  }
}
