package dev.yiben.pipeline.check;

import dev.yiben.formats.document.InlineCode;
import dev.yiben.glossary.TermMatch;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code GEN-003}: nothing of the request or of the model's own protocol stands in the target:
 * words of the prompt, a heading such as {@code Translation:}, line numbers, glossary entries,
 * marks of codes written otherwise, tokens of chat templates.
 */
final class LeakCheck implements QaCheck {
  private static final CheckRule RULE =
      CheckRule.error("GEN-003", "words of the prompt or signs of the model's protocol");

  private static final Pattern PROTOCOL =
      Pattern.compile(
          "<\\|[\\w▁|]{2,40}\\|>|</?think>|</?s>|\\[/?INST\\]|<(?:start|end)_of_turn>|<eos>|<unk>"
              + "|^```|```$|<｜[\\w▁]{2,40}｜>");
  private static final Pattern HEADING =
      Pattern.compile(
          "^(?:here(?:'s| is| are) the translat\\w+\\b.{0,60}?[:：]|(?:the )?translat(?:ion|ed text)"
              + "(?: \\w+){0,3} ?[:：]|(?:übersetzung|traduction|traducción|tradução|traduzione|перевод"
              + "|vertaling|tłumaczenie|çeviri|bản dịch|번역(?:문)?|翻訳(?:文)?|訳文?|翻译(?:结果)?|翻譯|译文"
              + "|譯文|以下是.{0,12}翻译.{0,6}|以下は.{0,12}翻訳.{0,6}) ?[:：])",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern NUMBERED = Pattern.compile("^[0-9]{1,3}\\|");
  private static final Pattern MARK = Pattern.compile("[\\[(<【]/?([0-9]{1,3})[\\])>】]");

  private final PromptWords prompt;

  LeakCheck(PromptWords prompt) {
    this.prompt = prompt;
  }

  @Override
  public CheckRule rule() {
    return RULE;
  }

  @Override
  public List<String> check(CheckedSegment segment) {
    String source = segment.segment().source().plainText();
    String target = segment.target().plainText().strip();
    return protocol(source, target)
        .or(() -> heading(source, target))
        .or(() -> entry(segment, target))
        .or(() -> mark(segment, source, target))
        .or(() -> prompt.leakedInto(target, source))
        .map(words -> "\"" + words + "\" does not belong into the translation")
        .map(List::of)
        .orElse(List.of());
  }

  private static Optional<String> protocol(String source, String target) {
    return find(PROTOCOL, target).or(() -> find(NUMBERED, target)).filter(s -> !source.contains(s));
  }

  private static Optional<String> heading(String source, String target) {
    return source.indexOf(':') >= 0 || source.indexOf('：') >= 0
        ? Optional.empty()
        : find(HEADING, target);
  }

  private static Optional<String> entry(CheckedSegment segment, String target) {
    for (TermMatch match : segment.terms()) {
      for (String sign : List.of(" = ", "=", " -> ", " → ")) {
        String entry = match.text() + sign + match.target();
        if (target.contains(entry)) {
          return Optional.of(entry);
        }
      }
    }
    return Optional.empty();
  }

  /** A mark that a model wrote in other brackets than its own. */
  private static Optional<String> mark(CheckedSegment segment, String source, String target) {
    List<InlineCode> codes = segment.segment().source().codes();
    if (codes.isEmpty()) {
      return Optional.empty();
    }
    Matcher mark = MARK.matcher(target);
    while (mark.find()) {
      int number = Integer.parseInt(mark.group(1));
      boolean isCode = codes.stream().anyMatch(code -> code.number() == number);
      // Only marks such as [1] are common in texts, and then the source has them too.
      if (isCode && !source.contains(mark.group(1))) {
        return Optional.of(mark.group());
      }
    }
    return Optional.empty();
  }

  private static Optional<String> find(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.find() ? Optional.of(found.group()) : Optional.empty();
  }
}
