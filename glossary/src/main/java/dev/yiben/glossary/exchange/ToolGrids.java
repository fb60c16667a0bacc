package dev.yiben.glossary.exchange;

import dev.yiben.glossary.Glossary;
import dev.yiben.glossary.GlossaryException;
import dev.yiben.glossary.Persona;
import dev.yiben.glossary.Replacement;
import dev.yiben.glossary.Term;
import java.util.List;

/** The parts of a glossary as LinguaGacha and AiNiee keep them. */
final class ToolGrids {
  private static final List<String> RULES =
      List.of("src", "dst", "info", "regex", "case_sensitive");

  private ToolGrids() {}

  /** All rules of LinguaGacha have one shape. */
  static Grid linguaGacha(Glossary glossary, Part part, Losses losses) {
    List<List<Object>> rows =
        switch (part) {
          case TERMS -> terms(glossary, losses);
          case BEFORE -> glossary.before().stream().map(ToolGrids::rule).toList();
          case AFTER -> glossary.after().stream().map(ToolGrids::rule).toList();
          case PROTECTED ->
              glossary.protectedPatterns().stream()
                  .map(ToolGrids::withoutFlags)
                  .map(pattern -> List.<Object>of(pattern, "", "", true, false))
                  .toList();
          case CHARACTERS, FORBIDDEN, EXAMPLES, STYLE -> throw unknown("LinguaGacha", part);
        };
    return new Grid("rules", RULES, rows);
  }

  private static List<List<Object>> terms(Glossary glossary, Losses losses) {
    return withNames(glossary, losses).stream()
        .map(
            term -> {
              if (!term.forbidden().isEmpty()) {
                losses.add("forbidden translations are left out", term.source());
              }
              return term.regex()
                  ? List.<Object>of(
                      OtherRegex.expressionToPython(term.source()),
                      term.doNotTranslate()
                          ? "\\g<0>"
                          : OtherRegex.replacementToPython(term.target()),
                      term.note(),
                      true,
                      term.caseSensitive())
                  : List.<Object>of(
                      term.source(), term.target(), term.note(), false, term.caseSensitive());
            })
        .toList();
  }

  /** Returns the terms and the names of characters, whose notes say what is known of them. */
  static List<Term> withNames(Glossary glossary, Losses losses) {
    for (Persona persona : glossary.personas()) {
      if (persona.target().isEmpty()) {
        losses.add("characters without a translation are left out", persona.name());
      }
    }
    return glossary.allTerms();
  }

  private static List<Object> rule(Replacement one) {
    return one.regex()
        ? List.of(
            OtherRegex.expressionToPython(one.find()),
            OtherRegex.replacementToPython(one.replace()),
            "",
            true,
            one.caseSensitive())
        : List.of(one.find(), one.replace(), "", false, one.caseSensitive());
  }

  /** They match in any case of letters anyway. */
  private static String withoutFlags(String pattern) {
    return OtherRegex.expressionToPython(pattern.replaceFirst("^\\(\\?iu?\\)", ""));
  }

  /**
   * Each part has a shape of its own in AiNiee.
   *
   * @param sheet whether it is for an Excel file, whose columns have Chinese names
   */
  static Grid aiNiee(Glossary glossary, Part part, boolean sheet, Losses losses) {
    return switch (part) {
      case TERMS ->
          new Grid(
              "terms",
              sheet ? List.of("原文", "译文", "描述") : List.of("src", "dst", "info"),
              glossary.terms().stream()
                  .filter(term -> isPlain(term, losses))
                  .map(term -> List.<Object>of(term.source(), term.target(), term.note()))
                  .toList());
      case PROTECTED ->
          new Grid(
              "exclusion",
              sheet ? List.of("标记符", "备注", "正则") : List.of("markers", "info", "regex"),
              glossary.protectedPatterns().stream()
                  .map(OtherRegex::expressionToPython)
                  .map(pattern -> List.<Object>of(pattern, "", pattern))
                  .toList());
      case BEFORE -> aiNieeReplacements("pre", glossary.before(), losses);
      case AFTER -> aiNieeReplacements("post", glossary.after(), losses);
      case CHARACTERS ->
          new Grid(
              "characters",
              List.of(
                  "original_name",
                  "translated_name",
                  "gender",
                  "age",
                  "personality",
                  "speech_style",
                  "additional_info"),
              glossary.personas().stream()
                  .map(
                      one ->
                          List.<Object>of(
                              one.name(),
                              one.target(),
                              one.gender(),
                              "",
                              "",
                              one.speech(),
                              one.note()))
                  .toList());
      case EXAMPLES ->
          new Grid(
              "examples",
              List.of("src", "dst"),
              glossary.examples().stream()
                  .map(pair -> List.<Object>of(pair.source(), pair.target()))
                  .toList());
      case FORBIDDEN, STYLE -> throw unknown("AiNiee", part);
    };
  }

  private static boolean isPlain(Term term, Losses losses) {
    if (term.regex()) {
      losses.add("regular expressions are left out", term.source());
      return false;
    }
    lose(term, losses);
    return true;
  }

  /** Notes what formats of sources and targets alone cannot say of a term. */
  static void lose(Term term, Losses losses) {
    if (!term.forbidden().isEmpty()) {
      losses.add("forbidden translations are left out", term.source());
    }
    if (term.caseSensitive()) {
      losses.add("that letter case must match is left out", term.source());
    }
    if (!term.wholeWord()) {
      losses.add("that it may stand within words is left out", term.source());
    }
  }

  private static Grid aiNieeReplacements(
      String name, List<Replacement> replacements, Losses losses) {
    return new Grid(
        name,
        List.of("src", "dst", "regex"),
        replacements.stream()
            .map(
                one -> {
                  if (one.regex()) {
                    String expression = OtherRegex.expressionToPython(one.find());
                    return List.<Object>of(
                        expression, OtherRegex.replacementToPython(one.replace()), expression);
                  }
                  if (!one.caseSensitive()) {
                    losses.add("that letter case need not match is left out", one.find());
                  }
                  return List.<Object>of(one.find(), one.replace(), "");
                })
            .toList());
  }

  private static GlossaryException unknown(String tool, Part part) {
    return new GlossaryException(tool + " has no file for the part \"" + part + "\"");
  }
}
