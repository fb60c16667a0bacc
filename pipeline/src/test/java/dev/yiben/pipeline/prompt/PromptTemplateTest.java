package dev.yiben.pipeline.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.glossary.Term;
import dev.yiben.glossary.TermMatch;
import dev.yiben.inference.ChatMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PromptTemplateTest {
  private static final LanguagePair LANGUAGES = new LanguagePair(Optional.of("en"), "zh");

  @Test
  void demoSpeaksTheProtocolOfItsModel() {
    TermMatch marlo = new TermMatch(Term.of("Marlo", "马洛"), "Marlo", "马洛", 0, 5);
    PromptLine line = new PromptLine("Marlo sleeps.", List.of(marlo, marlo));
    PromptLine earlier = new PromptLine("Yes.", List.of());
    assertThat(messages("demo", List.of(new ContextPair(earlier, "是的。")), line, Map.of(1, "bad")))
        .containsExactly(
            ChatMessage.user("1|Yes."),
            ChatMessage.assistant("1|是的。"),
            ChatMessage.user("#Marlo=马洛\n1|Marlo sleeps."));
  }

  @Test
  void defaultNamesLanguagesTermsAndFaults() {
    Term kept = new Term("Acme", "", "a firm", false, true, false, true, List.of());
    PromptLine line =
        new PromptLine("Acme sells.", List.of(new TermMatch(kept, "Acme", "Acme", 0, 4)));
    List<ChatMessage> messages = messages("default", List.of(), line, Map.of(1, "it is empty"));
    assertThat(messages.get(0).content()).contains("from English into Simplified Chinese");
    assertThat(messages.get(1).content())
        .contains("Acme stays Acme (a firm)\n")
        .contains("Line 1: it is empty.\n")
        .endsWith("\n1|Acme sells.");
  }

  @Test
  void textOfTheDocumentIsNeverATemplate() {
    PromptLine line = new PromptLine("${glossary} and ${lines}", List.of());
    assertThat(messages("default", List.of(), line, Map.of()).get(1).content())
        .isEqualTo("1|${glossary} and ${lines}");
  }

  @Test
  void namesTheWritingOfChinese() {
    LanguageNames names = new LanguageNames(Map.of());
    assertThat(names.name("zh-TW")).isEqualTo("Traditional Chinese");
    assertThat(names.name("zh-Hans")).isEqualTo("Simplified Chinese");
    assertThat(names.name("pt-BR")).isEqualTo("Brazilian Portuguese");
  }

  @Test
  void unknownProfilesAreNotFound() {
    assertThat(PromptTemplate.find("no-such")).isEmpty();
    assertThat(PromptTemplate.find("../prompt/demo")).isEmpty();
  }

  private static List<ChatMessage> messages(
      String profile, List<ContextPair> context, PromptLine line, Map<Integer, String> faults) {
    return PromptTemplate.find(profile)
        .orElseThrow()
        .messages(
            LANGUAGES, context.isEmpty() ? List.of() : List.of(context), List.of(line), faults);
  }
}
