package dev.yiben.formats.pdf.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.Role;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContentsTest {
  private final MadeText made = new MadeText();

  private List<String> titles() {
    return Contents.of(made.region()).claims().stream()
        .flatMap(claim -> claim.blocks().stream())
        .filter(block -> block.keepRule().isEmpty() && block.role() == Role.TOC_ENTRY)
        .map(block -> String.join("/", block.lines().stream().map(Line::text).toList()))
        .toList();
  }

  @Test
  void partsTitlesFromDotsAndNumbers() {
    made.line(50, 700, 10, "1 First . . . . . . . . 1");
    made.line(50, 688, 10, "2 Second one......... 17");
    made.line(50, 676, 10, "3 Third . . . . . . . . 9");

    assertThat(titles()).containsExactly("1 First", "2 Second one", "3 Third");
    assertThat(Contents.of(made.region()).claims())
        .allSatisfy(
            claim -> assertThat(claim.blocks().get(1).keepRule()).isEqualTo(Optional.of("leader")));
  }

  @Test
  void joinsTheLinesOfATitle() {
    made.line(50, 700, 10, "1 First . . . . . . . . 1");
    made.line(50, 688, 10, "2 A title that");
    made.line(50, 676, 10, "goes on . . . . . . . . 5");
    made.line(50, 664, 10, "3 Third . . . . . . . . 9");

    assertThat(titles()).containsExactly("1 First", "2 A title that/goes on", "3 Third");
  }

  @Test
  void leavesTextWithAnEllipsis() {
    made.line(50, 700, 10, "He waited .... and waited");
    made.line(50, 688, 10, "and then ..... it came 5");

    assertThat(Contents.of(made.region()).claims()).isEmpty();
  }

  @Test
  void keepsEveryGlyph() {
    made.line(50, 700, 10, "1 First....... 1");
    made.line(50, 688, 10, "2 A title that");
    made.line(50, 676, 10, "goes on . . . . . 15");
    made.line(50, 664, 10, "3 Third . . . . . 9");
    Region before = made.region();

    Region after = Contents.of(before);

    assertThat(
            after.claims().stream()
                    .flatMap(claim -> claim.blocks().stream())
                    .mapToInt(block -> glyphs(block.lines()))
                    .sum()
                + glyphs(after.lines()))
        .isEqualTo(glyphs(before.lines()));
  }

  private static int glyphs(List<Line> lines) {
    return lines.stream()
        .flatMap(line -> line.words().stream())
        .mapToInt(word -> word.glyphs().size())
        .sum();
  }
}
