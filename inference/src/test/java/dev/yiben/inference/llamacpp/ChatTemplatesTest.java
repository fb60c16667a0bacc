package dev.yiben.inference.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;

import de.kherud.llama.LlamaModel;
import de.kherud.llama.ModelParameters;
import dev.yiben.inference.ChatMessage;
import dev.yiben.inference.template.ControlTokens;
import dev.yiben.inference.template.FamilyTemplates;
import dev.yiben.inference.template.SpecialTokens;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the prompts of this engine, which llama.cpp renders, with those of our own renderer. */
@Timeout(300)
final class ChatTemplatesTest {
  private static final ControlTokens CONTROL = new ControlTokens(Set.of());
  private static final List<ChatMessage> CONVERSATION =
      List.of(
          ChatMessage.system("The system."),
          ChatMessage.user(" The {{question}}.\n"),
          ChatMessage.assistant("The answer."),
          ChatMessage.user("Again 😀"));

  @ParameterizedTest
  @ValueSource(strings = {FamilyTemplates.HEADERS, FamilyTemplates.BRACKETS, FamilyTemplates.TAGS})
  void areRenderedAsByLlamaCpp(String template) {
    NativeLibrary.require();
    ModelParameters parameters =
        new ModelParameters()
            .setModel(DemoModel.FILE.toString())
            .setChatTemplate(template)
            .enableJinja()
            .disableLog();
    try (LlamaModel model = new LlamaModel(parameters)) {
      String expected = new ChatTemplate(model, CONTROL).render(CONVERSATION);
      assertThat(
              dev.yiben.inference.template.ChatTemplate.of(
                      template, new SpecialTokens("<s>", "<|eos|>", true), CONTROL)
                  .render(CONVERSATION))
          .isEqualTo(expected);
    }
  }
}
