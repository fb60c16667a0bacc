package dev.yiben.pipeline.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.glossary.Term;
import dev.yiben.glossary.TermMatch;
import dev.yiben.inference.ChatMessage;
import dev.yiben.inference.Sampling;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Holds the profiles to what the authors of their models have published. */
class BundledProfilesTest {
  private static final LanguagePair JAPANESE = new LanguagePair(Optional.of("ja"), "zh");
  private static final String SAKURA =
      "你是一个轻小说翻译模型，可以流畅通顺地以日本轻小说的风格将日文翻译成简体中文，" + "并联系上下文正确使用人称代词，不擅自添加原文中没有的代词。";

  private static final PromptLine FIRST = new PromptLine("日文第一行", List.of());
  private static final PromptLine SECOND = new PromptLine("日文第二行", List.of());
  private static final PromptLine WITH_TERMS =
      new PromptLine("原文1と原文2", List.of(match("原文1", "译文1", "注释信息1"), match("原文2", "译文2", "")));
  private static final List<ContextPair> EARLIER =
      List.of(
          new ContextPair(new PromptLine("前の一", List.of()), "前一"),
          new ContextPair(new PromptLine("前の二", List.of()), "前二"));

  @Test
  void sakura09TakesPlainLinesAfterItsSentence() {
    assertThat(messages("sakura-0.9", JAPANESE, List.of(), FIRST, SECOND))
        .containsExactly(
            ChatMessage.system(SAKURA), ChatMessage.user("将下面的日文文本翻译成中文：日文第一行\n日文第二行"));
    assertThat(messages("sakura-0.9", JAPANESE, List.of(), WITH_TERMS).get(1).content())
        .isEqualTo("将下面的日文文本翻译成中文：原文1と原文2");
  }

  @Test
  void sakura10HasAGlossaryWhereThereAreTerms() {
    assertThat(messages("sakura-1.0", JAPANESE, List.of(), WITH_TERMS))
        .containsExactly(
            ChatMessage.system(SAKURA),
            ChatMessage.user(
                "根据以下术语表（可以为空）：\n原文1->译文1 #注释信息1\n原文2->译文2\n" + "将下面的日文文本根据对应关系和备注翻译成中文：原文1と原文2"));
    assertThat(messages("sakura-1.0", JAPANESE, List.of(), FIRST).get(1).content())
        .isEqualTo("将下面的日文文本翻译成中文：日文第一行");
  }

  @Test
  void sakura010AlwaysHasItsGlossary() {
    assertThat(messages("sakura-0.10", JAPANESE, List.of(), FIRST).get(1).content())
        .isEqualTo("根据以下术语表（可以为空）：\n\n\n将下面的日文文本根据上述术语表的对应关系和备注翻译成中文：日文第一行");
    assertThat(messages("sakura-0.10", JAPANESE, List.of(), WITH_TERMS).get(1).content())
        .isEqualTo(
            "根据以下术语表（可以为空）：\n原文1->译文1 #注释信息1\n原文2->译文2\n\n"
                + "将下面的日文文本根据上述术语表的对应关系和备注翻译成中文：原文1と原文2");
  }

  @Test
  void sakuraSeesEarlierLinesAsItsOwnAnswer() {
    assertThat(messages("sakura-0.9", JAPANESE, EARLIER, FIRST))
        .containsExactly(
            ChatMessage.system(SAKURA),
            ChatMessage.user("将下面的日文文本翻译成中文：前の一\n前の二"),
            ChatMessage.assistant("前一\n前二"),
            ChatMessage.user("将下面的日文文本翻译成中文：日文第一行"));
  }

  @Test
  void galtranslHasHistoryAndGlossaryInTheMessage() {
    String system =
        "你是一个视觉小说翻译模型，可以通顺地使用给定的术语表以指定的风格将日文翻译成简体中文，"
            + "并联系上下文正确使用人称代词，注意不要混淆使役态和被动态的主语和宾语，"
            + "不要擅自添加原文中没有的特殊符号，也不要擅自增加或减少换行。";
    assertThat(messages("galtransl", JAPANESE, EARLIER, WITH_TERMS, FIRST))
        .containsExactly(
            ChatMessage.system(system),
            ChatMessage.user(
                """
                历史翻译：前一
                前二
                参考以下术语表（可为空，格式为src->dst #备注）：
                原文1->译文1 #注释信息1
                原文2->译文2
                根据以上术语表的对应关系和备注，结合历史剧情和上下文，将下面的文本从日文翻译成简体中文：
                原文1と原文2
                日文第一行"""));
    assertThat(messages("galtransl", JAPANESE, List.of(), FIRST).get(1).content())
        .isEqualTo(
            "\n参考以下术语表（可为空，格式为src->dst #备注）：\n\n"
                + "根据以上术语表的对应关系和备注，结合历史剧情和上下文，将下面的文本从日文翻译成简体中文：\n日文第一行");
  }

  @Test
  void hunyuanSpeaksChineseWhereOneLanguageIsChinese() {
    PromptLine line = new PromptLine("It’s on the house.", List.of(match("house", "房子", "")));
    assertThat(messages("hunyuan-mt", new LanguagePair(Optional.of("en"), "zh"), EARLIER, line))
        .containsExactly(ChatMessage.user("把下面的文本翻译成中文，不要额外解释。\n\nIt’s on the house."));
    assertThat(messages("hunyuan-mt", new LanguagePair(Optional.of("zh"), "ja"), EARLIER, line))
        .containsExactly(ChatMessage.user("把下面的文本翻译成日语，不要额外解释。\n\nIt’s on the house."));
    assertThat(messages("hunyuan-mt", new LanguagePair(Optional.of("en"), "zh-TW"), EARLIER, line))
        .containsExactly(ChatMessage.user("把下面的文本翻译成繁体中文，不要额外解释。\n\nIt’s on the house."));
    assertThat(messages("hunyuan-mt", new LanguagePair(Optional.of("en"), "fr"), EARLIER, line))
        .containsExactly(
            ChatMessage.user(
                "Translate the following segment into French, without additional explanation.\n\n"
                    + "It’s on the house."));
  }

  @Test
  void hyMtHasTermsOrContextForChinese() {
    LanguagePair languages = new LanguagePair(Optional.of("en"), "zh");
    PromptLine plain = new PromptLine("text", List.of());
    assertThat(messages("hy-mt", languages, List.of(), plain))
        .containsExactly(ChatMessage.user("将以下文本翻译为中文，注意只需要输出翻译后的结果，不要额外解释：\n\ntext"));
    assertThat(messages("hy-mt", languages, EARLIER, WITH_TERMS))
        .containsExactly(
            ChatMessage.user(
                "参考下面的翻译：\n原文1 翻译成 译文1\n原文2 翻译成 译文2\n\n"
                    + "将以下文本翻译为中文，注意只需要输出翻译后的结果，不要额外解释：\n原文1と原文2"));
    assertThat(messages("hy-mt", languages, EARLIER, plain))
        .containsExactly(
            ChatMessage.user("前の一\n前の二\n参考上面的信息，把下面的文本翻译成中文，注意不需要翻译上文，也不要额外解释：\ntext"));
    assertThat(messages("hy-mt", new LanguagePair(Optional.of("de"), "ja"), EARLIER, plain))
        .containsExactly(
            ChatMessage.user(
                "Translate the following segment into Japanese, without additional explanation.\n\n"
                    + "text"));
  }

  @Test
  void samplingIsWhatTheAuthorsAdvise() {
    assertThat(sampling("sakura-0.9").temperature()).isEqualTo(0.1);
    assertThat(sampling("sakura-1.0").topP()).isEqualTo(0.3);
    assertThat(sampling("galtransl").temperature()).isEqualTo(0.3);
    assertThat(sampling("hunyuan-mt").topK()).isEqualTo(20);
    assertThat(sampling("hy-mt").repeatPenalty()).isEqualTo(1.05);
    assertThat(sampling("default").temperature()).isZero();
  }

  @Test
  void onlyModelsTrainedOnConversationsSeeSeveralExchanges() {
    for (String name : List.of("galtransl", "hunyuan-mt", "hy-mt", "demo")) {
      assertThat(PromptTemplate.find(name).orElseThrow().mostExchanges()).as(name).isEqualTo(1);
    }
    assertThat(PromptTemplate.find("default").orElseThrow().mostExchanges()).isGreaterThan(1);
  }

  private static Sampling sampling(String profile) {
    return PromptTemplate.find(profile).orElseThrow().sampling();
  }

  private static TermMatch match(String source, String target, String note) {
    Term term = new Term(source, target, note, false, true, false, false, List.of());
    return new TermMatch(term, source, target, 0, source.length());
  }

  private static List<ChatMessage> messages(
      String profile, LanguagePair languages, List<ContextPair> earlier, PromptLine... lines) {
    return PromptTemplate.find(profile)
        .orElseThrow()
        .messages(
            languages,
            earlier.isEmpty() ? List.of() : List.of(earlier),
            List.of(lines),
            Map.of(1, "it is wrong"));
  }
}
