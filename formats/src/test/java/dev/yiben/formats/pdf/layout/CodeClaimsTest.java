package dev.yiben.formats.pdf.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CodeClaimsTest {
  private final MadeText made = new MadeText();

  private List<String> code() {
    return CodeClaims.of(made.region()).claims().stream()
        .flatMap(claim -> claim.blocks().stream())
        .filter(block -> block.keepRule().equals(Optional.of("code")))
        .flatMap(block -> block.lines().stream())
        .map(Line::text)
        .toList();
  }

  private void set(String font, String... lines) {
    int at = 600;
    for (String line : lines) {
      made.line(50, at -= 12, 10, line, font);
    }
  }

  private void prose() {
    for (int i = 0; i < 6; i++) {
      made.line(50, 720 - 12 * i, 10, "text in another font that explains what comes below");
    }
  }

  @Test
  void claimsListingsAmongText() {
    prose();
    set("Mono", "for (int i = 0; i < n; i++) {", "  total += i;", "}");

    assertThat(code()).hasSize(3);
  }

  @Test
  void leavesSentencesInATypewritersFont() {
    prose();
    set("Mono", "This is a note that was typed", "by somebody who liked the look");

    assertThat(code()).isEmpty();
  }

  @Test
  void leavesLettersThatAreTyped() {
    set(
        "Mono",
        Stream.of("Dear Mr Miller,", "thank you for your letter of June;", "we shall see to it.")
            .toArray(String[]::new));

    assertThat(code()).isEmpty();
  }

  @Test
  void claimsListingsOnPagesThatAreTypedThroughout() {
    set("Mono", "int main() {", "  printf(\"%d\", 4);", "  return 0;", "}");

    assertThat(code()).hasSize(4);
  }
}
