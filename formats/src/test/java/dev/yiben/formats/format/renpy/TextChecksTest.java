package dev.yiben.formats.format.renpy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TextChecksTest {
  private static final TextRules RULES =
      new TextRules(TextTags.ENGINE.with(Set.of("bt"), Set.of("pause")), true);

  private static List<String> ids(TextRules rules, String source, String target) {
    return new TextChecks(rules, Optional.of(Set.of("name", "m")))
        .faults(Optional.of(source), target).stream()
            .map(fault -> fault.check().id() + " " + fault.check().message(fault.subject()))
            .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Hi|{bx}嗨{/bx}|RPY-001",
        "{b}Hi{/b}|{b}嗨|RPY-002",
        "{b}{i}Hi{/i}{/b}|{b}{i}嗨{/b}{/i}|RPY-003",
        "Hi|嗨{/b}|RPY-004",
        "Hi|嗨{b x|RPY-005",
        "Hi|嗨{}|RPY-005",
        "Hi [m.name]|嗨 [m.name x|RPY-006",
        "Hi [name]|嗨 [name!z]|RPY-006",
        "Hi|嗨 [nosuchvar]|RPY-007",
        "Hi|嗨 [name]|RPY-007",
        "Hi [name]|嗨|RPY-008",
        "Hi %(name)s|嗨|RPY-008",
        "Page {} of {}|{}|RPY-008",
        "{b}Hi{/b}|嗨|RPY-009",
        "Hi{w} there|嗨|RPY-009",
        "Surely|100% sure|RPY-010",
        "Surely|100%|RPY-010",
        "Surely|100%(foo)s|RPY-011",
        "Hi|` `|RPY-013",
      })
  void findsWhatIsWrong(String source, String target, String id) {
    assertThat(ids(RULES, source, target)).first().asString().startsWith(id);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Hi|嗨",
        "Hi {b}[name]{/b}|[name!t]{b}嗨{/b}",
        "Hi|{i}嗨{/i}{pause}{bt=2}x{/bt}",
        "A [[x] {{y} 5%%|[[x] {{y} 5%%",
        "Broken {b [x|坏 {b [x",
        "100% sure|100% sure",
        "` `|` `",
        "New{#game}|新",
        "{=title}Hi{/=title}|{=title}嗨{/}",
        "[m.list[0]:>3]|[m.list[0]]",
        "Page {} of {}|{1} {0}",
        "I {like this|我{喜欢",
        "A 5% b|5% 乙",
        "An {own=3}tag{/own}|{own=4}标记{/own}",
      })
  void acceptsWhatIsRight(String source, String target) {
    assertThat(ids(RULES, source, target)).isEmpty();
  }

  @Test
  void leavesPercentSignsOfStringsAlone() {
    assertThat(ids(RULES.withPercent(false), "Surely", "100% sure")).isEmpty();
    assertThat(ids(RULES.withPercent(false), "Surely", "%(foo)s")).hasSize(1);
  }

  @Test
  void findsWhatIsWrongWithoutASource() {
    assertThat(new TextChecks(RULES, Optional.empty()).faults(Optional.empty(), "{b}x [a"))
        .extracting(TextFault::check)
        .containsExactlyInAnyOrder(RenpyCheck.OPEN_TAG, RenpyCheck.BROKEN_VARIABLE);
  }
}
