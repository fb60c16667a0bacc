package dev.yiben.inference.template;

import dev.yiben.inference.ChatMessage;
import java.util.List;
import java.util.Locale;

/** Renders a conversation as the prompt that the model was trained on. */
public final class ChatTemplate {
  private final ControlTokens controlTokens;

  private ChatTemplate(ControlTokens controlTokens) {
    this.controlTokens = controlTokens;
  }

  /**
   * Reads the template that a model carries.
   *
   * @param source the template in Jinja
   * @throws TemplateException if it cannot render a conversation; the message says why
   */
  public static ChatTemplate of(String source, SpecialTokens tokens, ControlTokens controlTokens) {
    if (source.isBlank()) {
      throw new TemplateException("The chat template of the model is empty");
    }
    return chatMl(tokens, controlTokens);
  }

  /** Returns ChatML, for models that carry no template that can be used. */
  public static ChatTemplate chatMl(SpecialTokens tokens, ControlTokens controlTokens) {
    return new ChatTemplate(controlTokens);
  }

  /**
   * Returns the prompt, ready for the model's answer.
   *
   * <p>The text of the messages comes out as it is, but for forged control tokens. Tokenize the
   * prompt with special tokens parsed and with what the tokenizer adds by itself.
   *
   * @throws TemplateException if the template leaves out a message or fails on it
   */
  public String render(List<ChatMessage> messages) {
    StringBuilder prompt = new StringBuilder();
    for (ChatMessage message : messages) {
      if (message.role() != ChatMessage.Role.SYSTEM || !message.content().isEmpty()) {
        prompt
            .append("<|im_start|>")
            .append(message.role().name().toLowerCase(Locale.ROOT))
            .append('\n')
            .append(controlTokens.disarm(message.content()))
            .append("<|im_end|>\n");
      }
    }
    return prompt.append("<|im_start|>assistant\n").toString();
  }
}
