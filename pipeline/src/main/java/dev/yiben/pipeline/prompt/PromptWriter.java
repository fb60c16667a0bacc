package dev.yiben.pipeline.prompt;

import dev.yiben.glossary.ExamplePair;
import dev.yiben.glossary.Term;
import dev.yiben.glossary.TermMatch;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Fills the texts of a profile for the languages of a document. */
record PromptWriter(ProfileTexts texts, LanguagePair languages, LineForm form, Guidance guidance) {

  /** Text that shows similar segments. */
  static final String SIMILAR = "similar";

  private static final int MOST_SIMILAR = 2;
  private static final int MOST_SIMILAR_CHARACTERS = 600;

  /** Returns the message of the system; blank for none. */
  String system() {
    Map<String, String> values = names();
    values.put("answer", texts.fill("answer", Map.of()));
    String register = guidance.style().register();
    values.put(
        "register",
        register.isEmpty()
            ? texts.fill("usual_register", Map.of())
            : texts.fill("register", Map.of("text", register)));
    String style = guidance.style().text();
    values.put("style", style.isEmpty() ? "" : texts.fill("style", Map.of("text", style)));
    values.put("examples", examples());
    return texts.fill("system", values);
  }

  /** Returns a message of the user. */
  String user(List<ContextPair> context, List<PromptLine> lines, Map<Integer, String> faults) {
    Map<String, String> values = names();
    values.put("glossary", glossary(lines));
    values.put("characters", characters(lines));
    values.put("similar", similar(lines));
    values.put("faults", faults(faults));
    values.put("context", context(context));
    values.put("lines", lines(lines));
    values.putAll(new HintWriter(texts, languages.target()).values(lines));
    boolean terms = lines.stream().anyMatch(line -> !line.terms().isEmpty());
    if (terms && texts.has("user_with_terms")) {
      return texts.fill("user_with_terms", values);
    }
    boolean shown = !values.get("context").isEmpty();
    return texts.fill(
        shown && texts.has("user_with_context") ? "user_with_context" : "user", values);
  }

  private String examples() {
    String list =
        guidance.examples().stream()
            .map(pair -> Map.of("source", oneLine(pair.source()), "target", oneLine(pair.target())))
            .map(values -> texts.fill("example", values))
            .collect(Collectors.joining());
    return list.isEmpty() ? "" : texts.fill("examples", Map.of("list", list.stripTrailing()));
  }

  private static String oneLine(String text) {
    return text.lines().collect(Collectors.joining(" "));
  }

  /** Tells of those whose term's note does not tell it already. */
  private String characters(List<PromptLine> lines) {
    Set<String> told =
        lines.stream()
            .flatMap(line -> line.terms().stream())
            .filter(match -> !match.term().note().isEmpty())
            .map(match -> match.term().source())
            .collect(Collectors.toSet());
    String list =
        lines.stream()
            .flatMap(line -> guidance.of(line).stream())
            .filter(persona -> !told.contains(persona.name()))
            .distinct()
            .map(
                persona ->
                    texts.fill(
                        "character",
                        Map.of(
                            "name",
                            oneLine(persona.name()),
                            "traits",
                            oneLine(Guidance.traits(persona)))))
            .collect(Collectors.joining());
    return list.isEmpty() ? "" : texts.fill("characters", Map.of("list", list));
  }

  private Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("source", languages.source().map(texts.names()::name).orElse("its own language"));
    names.put("target", texts.names().name(languages.target()));
    return names;
  }

  private String lines(List<PromptLine> lines) {
    return form.format(lines.stream().map(PromptLine::marked).toList());
  }

  private String context(List<ContextPair> context) {
    if (context.isEmpty()) {
      return "";
    }
    Map<String, String> values = names();
    values.put("sources", lines(context.stream().map(ContextPair::source).toList()));
    values.put("targets", form.format(context.stream().map(ContextPair::target).toList()));
    return texts.fill("context", values);
  }

  private String glossary(List<PromptLine> lines) {
    StringBuilder terms = new StringBuilder();
    lines.stream()
        .flatMap(line -> line.terms().stream())
        .filter(distinctEntries())
        .forEach(match -> terms.append(term(match)));
    return terms.isEmpty() ? "" : texts.fill("glossary", Map.of("terms", terms.toString()));
  }

  /** Shows as many as take little room: they must not crowd out what precedes. */
  private String similar(List<PromptLine> lines) {
    StringBuilder pairs = new StringBuilder();
    int characters = 0;
    List<ExamplePair> similar =
        lines.stream().flatMap(line -> line.similar().stream()).distinct().toList();
    for (ExamplePair pair : similar.subList(0, Math.min(MOST_SIMILAR, similar.size()))) {
      characters += pair.source().length() + pair.target().length();
      if (characters <= MOST_SIMILAR_CHARACTERS) {
        pairs.append(
            texts.fill("similar_pair", Map.of("source", pair.source(), "target", pair.target())));
      }
    }
    return pairs.isEmpty() ? "" : texts.fill(SIMILAR, Map.of("pairs", pairs.toString()));
  }

  private static Predicate<TermMatch> distinctEntries() {
    Set<String> seen = new HashSet<>();
    return match -> seen.add(shown(match));
  }

  private static String shown(TermMatch match) {
    return match.term().regex() ? match.text() : match.term().source();
  }

  private String term(TermMatch match) {
    Term term = match.term();
    String note = term.note().isEmpty() ? "" : texts.fill("note", Map.of("text", term.note()));
    Map<String, String> values =
        Map.of(
            "source", shown(match),
            "target", match.target(),
            "note", note);
    return texts.fill(term.doNotTranslate() ? "kept_term" : "term", values);
  }

  private String faults(Map<Integer, String> faults) {
    if (faults.isEmpty()) {
      return "";
    }
    StringBuilder list = new StringBuilder();
    faults.forEach(
        (number, message) ->
            list.append(
                texts.fill("fault", Map.of("number", String.valueOf(number), "message", message))));
    return texts.fill("faults", Map.of("list", list.toString()));
  }
}
