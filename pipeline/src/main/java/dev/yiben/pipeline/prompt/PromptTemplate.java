package dev.yiben.pipeline.prompt;

import dev.yiben.inference.ChatMessage;
import dev.yiben.inference.Sampling;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A prompt profile: the words of a prompt, and what else the models that it is for want.
 *
 * <p>Preceding segments go in as earlier exchanges of the same form, so that a model sees its own
 * way of working, and what it said stays where it was from one request to the next. Profiles with a
 * text {@code context} have them in the message itself, or nowhere if that text is empty.
 */
public final class PromptTemplate {
  /** Name of the profile for models that ask for none. */
  public static final String DEFAULT = "default";

  private final String name;
  private final String source;
  private final Form form;
  private final List<ModelPattern> models;
  private final ProfileTexts texts;
  private final Map<String, ProfileTexts> ofLanguages;
  private final Guidance guidance;

  /**
   * What is not words.
   *
   * @param lines how lines are written
   * @param mostLines how many lines a request may have
   * @param mostExchanges how many earlier exchanges it may show
   * @param sampling how tokens are chosen, unless the user says otherwise
   */
  record Form(LineForm lines, int mostLines, int mostExchanges, Sampling sampling) {}

  PromptTemplate(
      String name,
      String source,
      Form form,
      List<ModelPattern> models,
      ProfileTexts texts,
      Map<String, ProfileTexts> ofLanguages) {
    this(name, source, form, models, texts, ofLanguages, Guidance.NONE);
  }

  private PromptTemplate(
      String name,
      String source,
      Form form,
      List<ModelPattern> models,
      ProfileTexts texts,
      Map<String, ProfileTexts> ofLanguages,
      Guidance guidance) {
    this.guidance = guidance;
    this.name = name;
    this.source = source;
    this.form = form;
    this.models = List.copyOf(models);
    this.texts = texts;
    this.ofLanguages = Collections.unmodifiableMap(new LinkedHashMap<>(ofLanguages));
  }

  /** Returns the profile of a name that comes along, or nothing if there is none. */
  public static Optional<PromptTemplate> find(String name) {
    return PromptProfiles.bundled().find(name);
  }

  /** Returns the profile's name. */
  public String name() {
    return name;
  }

  /** Returns the profile's own text: what changes with it changes the translations. */
  public String text() {
    return source;
  }

  /** Returns how many lines a request may have, and how many the context before them. */
  public int mostLines() {
    return form.mostLines();
  }

  /** Returns whether requests show similar segments with their translations. */
  public boolean showsSimilar() {
    return texts.has(PromptWriter.SIMILAR);
  }

  /** Returns how lines are written in the request and in the answer. */
  public LineForm lineForm() {
    return form.lines();
  }

  /** Returns how the models choose tokens best; its seed says nothing. */
  public Sampling sampling() {
    return form.sampling();
  }

  /** Returns how many earlier exchanges a request may show; at least 1. */
  public int mostExchanges() {
    return form.mostExchanges();
  }

  /** Returns the patterns of names of models that want this profile. */
  List<ModelPattern> models() {
    return models;
  }

  /**
   * Returns this template for back-ends that enforce a JSON schema but no grammar: itself, unless
   * it has words for that, {@code json_answer} in place of {@code answer}.
   */
  public PromptTemplate answeredInJson() {
    if (!texts.has("json_answer")) {
      return this;
    }
    return new PromptTemplate(
        name,
        source + "json",
        new Form(LineForm.JSON, form.mostLines(), form.mostExchanges(), form.sampling()),
        models,
        texts.with("answer", texts.fill("json_answer", Map.of())),
        ofLanguages,
        guidance);
  }

  /** Returns this template with what a glossary tells besides terms. */
  public PromptTemplate guidedBy(Guidance other) {
    return new PromptTemplate(name, source, form, models, texts, ofLanguages, other);
  }

  /** Returns what a glossary tells besides terms. */
  public Guidance guidance() {
    return guidance;
  }

  /** Returns whether the profile has words for a style, for examples or for characters. */
  public boolean tells(String what) {
    return texts.has(what) || ofLanguages.values().stream().anyMatch(t -> t.has(what));
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
    PromptWriter words = words(languages);
    List<ChatMessage> messages = new ArrayList<>();
    String system = words.system();
    if (!system.isBlank()) {
      messages.add(ChatMessage.system(system));
    }
    if (words.texts().has("context")) {
      List<ContextPair> context = history.stream().flatMap(List::stream).toList();
      messages.add(ChatMessage.user(words.user(context, lines, faults)));
    } else {
      history.forEach(exchange -> messages.addAll(exchange(words, exchange)));
      messages.add(ChatMessage.user(words.user(List.of(), lines, faults)));
    }
    return messages;
  }

  /** Returns an earlier exchange as the messages in which it stands in every later request. */
  public List<ChatMessage> exchange(LanguagePair languages, List<ContextPair> exchange) {
    return exchange(words(languages), exchange);
  }

  private static List<ChatMessage> exchange(PromptWriter words, List<ContextPair> exchange) {
    List<PromptLine> lines = exchange.stream().map(ContextPair::source).toList();
    List<String> targets = exchange.stream().map(ContextPair::target).toList();
    return List.of(
        ChatMessage.user(words.user(List.of(), lines, Map.of())),
        ChatMessage.assistant(words.form().answer(targets)));
  }

  private PromptWriter words(LanguagePair languages) {
    ProfileTexts words = texts;
    for (Map.Entry<String, ProfileTexts> others : ofLanguages.entrySet()) {
      if (languages.has(others.getKey())) {
        words = words.overlaidBy(others.getValue());
      }
    }
    return new PromptWriter(words, languages, form.lines(), guidance);
  }
}
