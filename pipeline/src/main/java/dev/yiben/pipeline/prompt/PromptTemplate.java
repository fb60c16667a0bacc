package dev.yiben.pipeline.prompt;

import dev.yiben.glossary.Term;
import dev.yiben.glossary.TermMatch;
import dev.yiben.inference.ChatMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.commons.text.StringSubstitutor;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The words of a prompt, read from a YAML file with the keys {@code system}, {@code user}, {@code
 * glossary}, {@code term}, {@code kept_term}, {@code note}, {@code faults} and {@code fault}, the
 * numbers {@code most_lines} and {@code most_exchanges}, and the form of the {@code lines}, {@code
 * numbered} or {@code plain}.
 *
 * <p>Preceding segments go in as earlier exchanges of the same form, so that a model sees its own
 * way of working, and what it said stays where it was from one request to the next.
 */
public final class PromptTemplate {
  /** Name of the template for models that ask for none. */
  public static final String DEFAULT = "default";

  private final String text;
  private final Map<String, String> parts;

  private PromptTemplate(String text, Map<String, String> parts) {
    this.text = text;
    this.parts = Map.copyOf(parts);
  }

  /**
   * Returns the template of a name, or nothing if there is none.
   *
   * @param name letters, digits and hyphens
   */
  public static Optional<PromptTemplate> find(String name) {
    if (!name.matches("[a-z0-9-]+")) {
      return Optional.empty();
    }
    try (InputStream in = PromptTemplate.class.getResourceAsStream(name + ".yaml")) {
      if (in == null) {
        return Optional.empty();
      }
      return Optional.of(parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PromptTemplate parse(String yaml) {
    Map<String, String> parts = new LinkedHashMap<>();
    Map<?, ?> read = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    read.forEach((key, value) -> parts.put(String.valueOf(key), String.valueOf(value)));
    return new PromptTemplate(yaml, parts);
  }

  /** Returns how many lines a request may have, and how many the context before them. */
  public int mostLines() {
    return Integer.parseInt(parts.get("most_lines"));
  }

  /** Returns how lines are written in the request and in the answer. */
  public LineForm lineForm() {
    return LineForm.valueOf(parts.getOrDefault("lines", "numbered").toUpperCase(Locale.ROOT));
  }

  /**
   * Returns this template for back-ends that enforce a JSON schema but no grammar: itself, unless
   * it has words for that, {@code json_answer} in place of {@code answer}.
   */
  public PromptTemplate answeredInJson() {
    if (!parts.containsKey("json_answer")) {
      return this;
    }
    Map<String, String> json = new LinkedHashMap<>(parts);
    json.put("answer", parts.get("json_answer"));
    json.put("lines", "json");
    return new PromptTemplate(text + "json", json);
  }

  /** Returns the template's own text: what changes with it changes the translations. */
  public String text() {
    return text;
  }

  /** Returns how many earlier exchanges a request may show; at least 1. */
  public int mostExchanges() {
    return Integer.parseInt(parts.getOrDefault("most_exchanges", "1000"));
  }

  /**
   * Returns the messages that ask for the lines.
   *
   * @param history earlier exchanges, oldest first; each is of segments with their translations
   * @param faults what was wrong with the last answer, by the line's number in {@code lines}
   */
  public List<ChatMessage> messages(
      LanguagePair languages,
      List<List<ContextPair>> history,
      List<PromptLine> lines,
      Map<Integer, String> faults) {
    List<ChatMessage> messages = new ArrayList<>();
    Map<String, String> words = new LinkedHashMap<>(names(languages));
    words.put("answer", parts.getOrDefault("answer", ""));
    String system = fill("system", words);
    if (!system.isBlank()) {
      messages.add(ChatMessage.system(system));
    }
    history.forEach(exchange -> messages.addAll(exchange(languages, exchange)));
    messages.add(ChatMessage.user(user(names(languages), lines, faults)));
    return messages;
  }

  /** Returns an earlier exchange as the messages in which it stands in every later request. */
  public List<ChatMessage> exchange(LanguagePair languages, List<ContextPair> exchange) {
    List<PromptLine> lines = exchange.stream().map(ContextPair::source).toList();
    List<String> targets = exchange.stream().map(ContextPair::target).toList();
    return List.of(
        ChatMessage.user(user(names(languages), lines, Map.of())),
        ChatMessage.assistant(lineForm().answer(targets)));
  }

  private static Map<String, String> names(LanguagePair languages) {
    return Map.of("source", languages.sourceName(), "target", languages.targetName());
  }

  private String user(
      Map<String, String> names, List<PromptLine> lines, Map<Integer, String> faults) {
    Map<String, String> values = new LinkedHashMap<>(names);
    values.put("glossary", glossary(lines));
    values.put("faults", faults(faults));
    values.put("lines", lineForm().format(lines.stream().map(PromptLine::marked).toList()));
    return fill("user", values);
  }

  private String glossary(List<PromptLine> lines) {
    StringBuilder terms = new StringBuilder();
    lines.stream()
        .flatMap(line -> line.terms().stream())
        .filter(distinctEntries())
        .forEach(match -> terms.append(term(match)));
    return terms.isEmpty() ? "" : fill("glossary", Map.of("terms", terms.toString()));
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
    String note = term.note().isEmpty() ? "" : fill("note", Map.of("text", term.note()));
    Map<String, String> values =
        Map.of(
            "source", shown(match),
            "target", match.target(),
            "note", note);
    return fill(term.doNotTranslate() ? "kept_term" : "term", values);
  }

  private String faults(Map<Integer, String> faults) {
    if (faults.isEmpty()) {
      return "";
    }
    StringBuilder list = new StringBuilder();
    faults.forEach(
        (number, message) ->
            list.append(
                fill("fault", Map.of("number", String.valueOf(number), "message", message))));
    return fill("faults", Map.of("list", list.toString()));
  }

  private String fill(String part, Map<String, String> values) {
    // What comes from the document is never a template itself.
    return new StringSubstitutor(values)
        .setDisableSubstitutionInValues(true)
        .replace(parts.getOrDefault(part, ""));
  }
}
