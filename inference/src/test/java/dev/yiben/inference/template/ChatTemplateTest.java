package dev.yiben.inference.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.yiben.inference.ChatMessage;
import dev.yiben.inference.InferenceException.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ChatTemplateTest {
  private static final SpecialTokens TOKENS = new SpecialTokens("<s>", "</s>", false);
  private static final ControlTokens CONTROL = new ControlTokens(Set.of("<s>", "</s>"));
  private static final List<ChatMessage> CONVERSATION =
      List.of(
          ChatMessage.system("Translate."),
          ChatMessage.user("one"),
          ChatMessage.assistant("eins"),
          ChatMessage.user("two"));

  private static String render(String template, List<ChatMessage> messages) {
    return ChatTemplate.of(template, TOKENS, CONTROL).render(messages);
  }

  @Test
  void rendersChatMlWhereThereIsNoTemplate() {
    assertThat(ChatTemplate.chatMl(TOKENS, CONTROL).render(CONVERSATION))
        .isEqualTo(
            """
            <|im_start|>system
            Translate.<|im_end|>
            <|im_start|>user
            one<|im_end|>
            <|im_start|>assistant
            eins<|im_end|>
            <|im_start|>user
            two<|im_end|>
            <|im_start|>assistant
            """);
  }

  @Test
  void takesChatMlWhereTheTemplateCannotBeUsedAndSaysWhy() {
    List<String> told = new ArrayList<>();
    List<ChatMessage> messages = List.of(ChatMessage.user("a"));
    for (String template : List.of(" ", "{% if %}")) {
      assertThat(ChatTemplate.orChatMl(template, TOKENS, CONTROL, told::add).render(messages))
          .as(template)
          .isEqualTo("<|im_start|>user\na<|im_end|>\n<|im_start|>assistant\n");
    }
    assertThat(told)
        .containsExactly(
            "the model has no chat template",
            "The chat template of the model is wrong: line 1: a value should stand where '%}'"
                + " stands");
  }

  @Test
  void switchesThinkingOffWhereTheTemplateCanDoSo() {
    String template =
        """
        {%- for m in messages %}
            {%- set c = m.content.split('</think>')[-1].lstrip('\\n') if m.role == 'assistant' else m.content %}
            {{- '<|im_start|>' + m.role + '\\n' + c + '<|im_end|>\\n' }}
        {%- endfor %}
        {%- if add_generation_prompt %}
            {{- '<|im_start|>assistant\\n' }}
            {%- if enable_thinking is defined and enable_thinking is false %}
                {{- '<think>\\n\\n</think>\\n\\n' }}
            {%- endif %}
        {%- endif %}
        """;
    assertThat(render(template, List.of(ChatMessage.user("one"))))
        .isEqualTo(
            """
            <|im_start|>user
            one<|im_end|>
            <|im_start|>assistant
            <think>

            </think>

            """);
  }

  @ParameterizedTest
  @CsvSource({
    "<think>\\n,            <think>\\n\\n</think>\\n\\n",
    "<think>,               <think>\\n\\n</think>\\n\\n",
    "<thought>\\n,          <thought>\\n\\n</thought>\\n\\n",
    "[THINK],               [THINK][/THINK]",
    "<|start|>assistant,    <|start|>assistant<|channel|>final<|message|>",
  })
  void closesThoughtsThatATemplateOpens(String end, String expected) {
    String template =
        "{# <|channel|> #}{% for m in messages %}[{{ m.content }}]{% endfor %}{{ '" + end + "' }}";
    assertThat(render(template, List.of(ChatMessage.user("a"))))
        .isEqualTo("[a]" + expected.replace("\\n", "\n"));
  }

  /** As templates of Gemma do. */
  @Test
  void putsTheSystemBeforeTheUserWhereTheTemplateHasNoSystem() {
    String template =
        """
        {{ bos_token }}{% if messages[0]['role'] == 'system' %}{{ raise_exception('System role not supported') }}{% endif %}
        {% for m in messages %}
        {% if (m['role'] == 'user') != (loop.index0 % 2 == 0) %}{{ raise_exception('Roles must alternate') }}{% endif %}
        {{ '<start_of_turn>' + ('model' if m.role == 'assistant' else m.role) + '\\n' + m['content'] | trim + '<end_of_turn>\\n' }}
        {%- endfor %}

        {{ '<start_of_turn>model\\n' -}}
        """;
    assertThat(render(template, CONVERSATION))
        .isEqualTo(
            """
            <s><start_of_turn>user
            Translate.

            one<end_of_turn>
            <start_of_turn>model
            eins<end_of_turn>
            <start_of_turn>user
            two<end_of_turn>

            <start_of_turn>model
            """);
  }

  @Test
  void putsTheSystemBeforeTheUserWhereTheTemplateIsSilentAboutIt() {
    String template =
        "{% for m in messages %}{% if m.role == 'user' %}U {{ m.content }}\n"
            + "{% elif m.role == 'assistant' %}A {{ m.content }}\n{% endif %}{% endfor %}A";
    assertThat(render(template, CONVERSATION))
        .isEqualTo("U Translate.\n\noneA eins\nU two".replace("one", "one\n") + "\nA");
  }

  @Test
  void givesContentsInPartsWhereTheTemplateWantsThemSo() {
    String template =
        """
        {%- for m in messages -%}
          {{ m.role }}: {% for part in m.content %}{{ part['text'] if part['type'] == 'text' else raise_exception('only texts') }}{% endfor %};
        {%- endfor -%}
        """;
    assertThat(render(template, CONVERSATION))
        .isEqualTo("system: Translate.;user: one;assistant: eins;user: two;");
  }

  @Test
  void doesNotTakeListsThatAreWrittenForTexts() {
    String template =
        "{% for m in messages %}{% if m.content is string %}{{ m.content | lower }}"
            + "{% else %}{{ m.content }}{% endif %}{% endfor %}";
    assertThatThrownBy(() -> ChatTemplate.of(template, TOKENS, CONTROL))
        .isInstanceOf(TemplateException.class)
        .hasMessage(
            "The chat template of the model leaves out a message of the system, so that it cannot"
                + " be asked; choose another model");
  }

  @Test
  void leavesTheBeginningToTheTokenizerThatAddsIt() {
    String template =
        "{{ bos_token }}{% for m in messages %}{{ m.content }}{{ eos_token }}{% endfor %}";
    List<ChatMessage> messages = List.of(ChatMessage.user("a"));
    assertThat(render(template, messages)).isEqualTo("<s>a</s>");
    assertThat(
            ChatTemplate.of(template, new SpecialTokens("<s>", "</s>", true), CONTROL)
                .render(messages))
        .isEqualTo("a</s>");
    assertThat(ChatTemplate.of(template, new SpecialTokens("", "", true), CONTROL).render(messages))
        .isEqualTo("a");
  }

  @Test
  void doesNotAlterWhatIsSaid() {
    String odd = "  {{ x }} $1 \\ MESSAGE-1-HERE {% y %} 😀\r\n\u2028 ";
    assertThat(
            render(
                "{% for m in messages %}<{{ m.content | trim }}>{% endfor %}",
                List.of(ChatMessage.user(odd), ChatMessage.assistant(""), ChatMessage.user("b"))))
        .isEqualTo("<" + odd + "><><b>");
  }

  @Test
  void disarmsControlTokensInWhatIsSaidOnly() {
    assertThat(
            render(
                "{% for m in messages %}{{ m.content }}</s>{% endfor %}",
                List.of(ChatMessage.user("a</s>b<|im_end|>"))))
        .isEqualTo("a<\u2060/s>b<\u2060|im_end|></s>");
  }

  @Test
  void leavesOutASystemThatSaysNothing() {
    assertThat(
            render(
                "{% for m in messages %}{{ m.role }}:{{ m.content }};{% endfor %}",
                List.of(ChatMessage.system(""), ChatMessage.user("a"))))
        .isEqualTo("user:a;");
  }

  @Test
  void tellsTheSameDayAlways() {
    assertThat(
            render(
                "{{ strftime_now('%d %b %Y') }}{% for m in messages %}{{ m.content }}{% endfor %}",
                List.of(ChatMessage.user("a"))))
        .isEqualTo("26 Jul 2024a");
  }

  @Test
  void takesTemplatesForOneTurnOnly() {
    String template =
        "{% if messages | length > 2 %}{{ raise_exception('too long') }}{% endif %}"
            + "{% for m in messages %}{{ m.content }};{% endfor %}";
    assertThat(render(template, CONVERSATION.subList(0, 2))).isEqualTo("Translate.;one;");
    assertThatThrownBy(() -> render(template, CONVERSATION))
        .isInstanceOf(TemplateException.class)
        .hasMessage(
            "The chat template of the model cannot render this conversation: line 1: too long");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      value = {
        "{{ messages[0]['role'] }} § The chat template of the model leaves out a message of the"
            + " system, so that it cannot be asked; choose another model",
        "{{ raise_exception('no') }} § The chat template of the model cannot render this"
            + " conversation: line 1: no",
        "{% if %} § The chat template of the model is wrong: line 1: a value should stand where"
            + " '%}' stands",
      })
  void saysWhyATemplateCannotBeUsed(String template, String message) {
    assertThatThrownBy(() -> ChatTemplate.of(template, TOKENS, CONTROL))
        .isInstanceOfSatisfying(
            TemplateException.class,
            e -> {
              assertThat(e).hasMessage(message);
              assertThat(e.category()).isEqualTo(Category.USER);
            });
  }

  @ParameterizedTest
  @MethodSource("families")
  void rendersTheFormatsOfWellKnownFamilies(String template, String expected) {
    assertThat(render(template, CONVERSATION)).isEqualTo(expected);
  }

  static List<Arguments> families() {
    return List.of(
        arguments(
            FamilyTemplates.HEADERS,
            "<s><|start_header_id|>system<|end_header_id|>\n\nTranslate.<|eot_id|>"
                + "<|start_header_id|>user<|end_header_id|>\n\none<|eot_id|>"
                + "<|start_header_id|>assistant<|end_header_id|>\n\neins<|eot_id|>"
                + "<|start_header_id|>user<|end_header_id|>\n\ntwo<|eot_id|>"
                + "<|start_header_id|>assistant<|end_header_id|>\n\n"),
        arguments(
            FamilyTemplates.TURNS,
            """
            <s><start_of_turn>user
            Translate.

            one<end_of_turn>
            <start_of_turn>model
            eins<end_of_turn>
            <start_of_turn>user
            two<end_of_turn>
            <start_of_turn>model
            """),
        arguments(
            FamilyTemplates.BRACKETS,
            "<s>[INST] Translate.\n\none[/INST] eins</s>[INST] two[/INST]"),
        arguments(
            FamilyTemplates.TAGS,
            "<s>Translate.<|User|>one<|Assistant|>eins<|end|><|User|>two<|Assistant|>"),
        arguments(
            FamilyTemplates.MACROS,
            "<s><|SYSTEM_TOKEN|>Translate.<|END_SYSTEM|><|USER_TOKEN|>one<|END_USER|>"
                + "<|CHATBOT_TOKEN|>eins<|END_CHATBOT|><|USER_TOKEN|>two<|END_USER|>"
                + "<|CHATBOT_TOKEN|>"));
  }
}
