package dev.yiben.inference.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.inference.ChatMessage;
import dev.yiben.inference.template.jinja.RealTemplates;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RealChatTemplatesTest {
  private static final ControlTokens CONTROL = new ControlTokens(Set.of());
  private static final SpecialTokens TOKENS = new SpecialTokens("<s>", "</s>", true);
  private static final List<ChatMessage> CONVERSATION =
      List.of(
          ChatMessage.system("  The system. "),
          ChatMessage.user(" The question.\n"),
          ChatMessage.assistant("The {{answer}}."),
          ChatMessage.user("Again."));

  @Test
  void rendersConversationsWithTheTemplatesOfRealModels() throws IOException {
    List<String> refused = new ArrayList<>();
    for (Map.Entry<String, String> template : RealTemplates.read().entrySet()) {
      try {
        String prompt = ChatTemplate.of(template.getValue(), TOKENS, CONTROL).render(CONVERSATION);
        assertThat(prompt)
            .as(template.getKey())
            .contains(CONVERSATION.stream().map(ChatMessage::content).toArray(String[]::new))
            .doesNotStartWith("<s>")
            .doesNotEndWith("Again.")
            .doesNotContain("MESSAGE-");
      } catch (TemplateException e) {
        refused.add(template.getKey().replaceFirst("library/(.*):.*", "$1"));
      }
    }
    // What these judge is told in other ways than by messages.
    assertThat(refused).containsExactly("firefunction-v2", "granite3-guardian", "shieldgemma");
  }
}
