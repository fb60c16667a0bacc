package dev.yiben.inference.template;

import dev.yiben.inference.ChatMessage;
import dev.yiben.inference.ChatMessage.Role;
import dev.yiben.inference.template.jinja.JinjaException;
import dev.yiben.inference.template.jinja.JinjaTemplate;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Renders a conversation as the prompt that the model was trained on.
 *
 * <p>The template is given what the library <i>transformers</i> gives it, for which such templates
 * are written, with thinking switched off. It can be used by several threads.
 */
public final class ChatTemplate {
  // A fixed day, since the same conversation must give the same prompt tomorrow: it is the one that
  // Llama's templates take where they are told none.
  private static final LocalDate TODAY = LocalDate.of(2024, 7, 26);
  private static final String CHATML =
      """
      {% for message in messages %}
      {{ '<|im_start|>' + message.role }}
      {{ message.content }}<|im_end|>
      {% endfor %}
      <|im_start|>assistant
      {{ '' }}""";
  private static final List<ChatMessage> SHORT =
      List.of(ChatMessage.system("a"), ChatMessage.user("b"));
  private static final List<ChatMessage> LONG =
      List.of(
          ChatMessage.system("a"),
          ChatMessage.user("b"),
          ChatMessage.assistant("c"),
          ChatMessage.user("d"));

  private final String source;
  private final JinjaTemplate template;
  private final SpecialTokens tokens;
  private final ControlTokens controlTokens;
  private final Arrangement arrangement;

  private ChatTemplate(String source, SpecialTokens tokens, ControlTokens controlTokens) {
    this.source = source;
    this.tokens = tokens;
    this.controlTokens = controlTokens;
    try {
      template = JinjaTemplate.parse(source);
    } catch (JinjaException e) {
      throw new TemplateException("The chat template of the model is wrong: " + e.getMessage(), e);
    }
    arrangement = arrangement();
  }

  /**
   * Reads the template that a model carries.
   *
   * @param source the template in Jinja
   * @throws TemplateException if it cannot render a conversation; the message says why
   */
  public static ChatTemplate of(String source, SpecialTokens tokens, ControlTokens controlTokens) {
    return new ChatTemplate(source, tokens, controlTokens);
  }

  /**
   * Reads the template that a model carries, or takes ChatML where it cannot be used.
   *
   * @param source the template in Jinja; empty if the model has none
   * @param told hears why it cannot be used
   */
  public static ChatTemplate orChatMl(
      String source, SpecialTokens tokens, ControlTokens controlTokens, Consumer<String> told) {
    if (source.isBlank()) {
      told.accept("the model has no chat template");
      return chatMl(tokens, controlTokens);
    }
    try {
      return of(source, tokens, controlTokens);
    } catch (TemplateException e) {
      told.accept(e.getMessage());
      return chatMl(tokens, controlTokens);
    }
  }

  /** Returns ChatML, for models that carry no template that can be used. */
  public static ChatTemplate chatMl(SpecialTokens tokens, ControlTokens controlTokens) {
    return new ChatTemplate(CHATML, tokens, controlTokens);
  }

  /** Returns the first arrangement in which nothing is refused or left out. */
  private Arrangement arrangement() {
    for (List<ChatMessage> conversation : List.of(LONG, SHORT)) {
      for (Arrangement candidate : Arrangement.ALL) {
        if (takes(candidate, conversation)) {
          return candidate;
        }
      }
    }
    // Says why.
    prompt(Arrangement.ALL.get(0), SHORT);
    throw new IllegalStateException("refused and then rendered");
  }

  private boolean takes(Arrangement candidate, List<ChatMessage> conversation) {
    try {
      prompt(candidate, conversation);
      return true;
    } catch (TemplateException e) {
      return false;
    }
  }

  /**
   * Returns the prompt, ready for the model's answer.
   *
   * <p>The text of the messages comes out as it is, but for forged control tokens. Tokenize the
   * prompt with special tokens parsed and with what the tokenizer adds by itself.
   *
   * @throws TemplateException if the template leaves out a message or refuses the conversation
   */
  public String render(List<ChatMessage> messages) {
    List<ChatMessage> said =
        messages.stream()
            .filter(message -> message.role() != Role.SYSTEM || !message.content().isEmpty())
            .toList();
    return Marks.filled(prompt(arrangement, said), said, controlTokens::disarm);
  }

  private String prompt(Arrangement arranging, List<ChatMessage> messages) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("messages", arranging.arranged(messages));
    variables.put("add_generation_prompt", true);
    variables.put("bos_token", tokens.beginning());
    variables.put("eos_token", tokens.end());
    for (String switchOfThinking : List.of("enable_thinking", "thinking")) {
      variables.put(switchOfThinking, false);
    }
    String prompt;
    try {
      prompt = template.render(variables, TODAY);
    } catch (JinjaException e) {
      throw new TemplateException(
          "The chat template of the model cannot render this conversation: " + e.getMessage(), e);
    }
    Optional<ChatMessage> missing = Marks.missing(prompt, messages);
    if (missing.isPresent()) {
      throw new TemplateException(
          "The chat template of the model leaves out a message of the "
              + missing.get().role().name().toLowerCase(Locale.ROOT)
              + ", so that it cannot be asked; choose another model");
    }
    return AnswerStart.answering(withoutBeginning(prompt), source);
  }

  private String withoutBeginning(String prompt) {
    return tokens.beginningAdded() && prompt.startsWith(tokens.beginning())
        ? prompt.substring(tokens.beginning().length())
        : prompt;
  }
}
