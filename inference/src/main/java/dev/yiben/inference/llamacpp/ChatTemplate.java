package dev.yiben.inference.llamacpp;

import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.Pair;
import dev.yiben.inference.ChatMessage;
import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import dev.yiben.inference.template.ControlTokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Renders a conversation as the prompt that the model was trained on.
 *
 * <p>llama.cpp renders the template with marks in place of the messages, and these are filled in
 * here: the binding damages characters beyond the basic plane on the way back, and a template could
 * otherwise alter the text.
 */
final class ChatTemplate {
  private static final Pattern MARK = Pattern.compile("MESSAGE-(\\d{1,6})-HERE");

  private static final String CHATML = "<|im_start|>";

  private final LlamaModel model;
  private final ControlTokens controlTokens;

  ChatTemplate(LlamaModel model, ControlTokens controlTokens) {
    this.model = model;
    this.controlTokens = controlTokens;
  }

  /** Whether llama.cpp renders with ChatML, as it does where it cannot use the model's template. */
  boolean isReplaced(String templateOfModel) {
    return !templateOfModel.contains(CHATML)
        && render(List.of(ChatMessage.user("a"))).contains(CHATML);
  }

  /**
   * Returns the prompt, ready for the model's answer.
   *
   * @throws InferenceException if the template leaves out a message
   */
  String render(List<ChatMessage> messages) {
    String system = "";
    List<Pair<String, String>> turns = new ArrayList<>();
    Set<Integer> missing = new HashSet<>();
    for (int i = 0; i < messages.size(); i++) {
      ChatMessage message = messages.get(i);
      String mark = "MESSAGE-" + i + "-HERE";
      if (message.role() != ChatMessage.Role.SYSTEM) {
        turns.add(new Pair<>(message.role().name().toLowerCase(Locale.ROOT), mark));
        missing.add(i);
      } else if (!message.content().isEmpty()) {
        system = mark;
        missing.add(i);
      }
    }
    String rendered = model.applyTemplate(new InferenceParameters("").setMessages(system, turns));
    String prompt =
        MARK.matcher(rendered)
            .replaceAll(
                mark -> {
                  int index = Integer.parseInt(mark.group(1));
                  missing.remove(index);
                  return Matcher.quoteReplacement(
                      controlTokens.disarm(messages.get(index).content()));
                });
    if (!missing.isEmpty()) {
      throw new InferenceException(
          Category.USER,
          "The chat template of the model leaves out a message of the "
              + messages.get(missing.iterator().next()).role().name().toLowerCase(Locale.ROOT)
              + ", so that it cannot be asked; choose another model");
    }
    return prompt;
  }
}
