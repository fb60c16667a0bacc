package dev.yiben.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ForbiddenTextsTest {
  private static List<String> find(String target, Term... terms) {
    List<TermMatch> matches =
        new TermMatcher(Glossary.of(List.of(terms))).match("The grey gull flew.");
    return new ForbiddenTexts(List.of("灰", "gray")).find(target, matches);
  }

  @Test
  void findsThemAsWholeWordsInAnyCaseOnce() {
    assertThat(find("灰 Gray grayish gray Gray")).containsExactly("灰", "Gray", "gray");
  }

  @Test
  void allowsThemWithinRightTranslations() {
    assertThat(find("灰鸥飞了", Term.of("grey gull", "灰鸥"))).isEmpty();
    assertThat(find("灰鸥飞了，灰的", Term.of("grey gull", "灰鸥"))).containsExactly("灰");
  }
}
