package dev.yiben.formats.pdf.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormulaClaimsTest {
  private final MadeText made = new MadeText();

  @Test
  void keepsTogetherWhatIsAboveAndBelowABar() {
    made.line(50, 720, 10, "text above the formula that fills its line");
    made.mixed(150, 690, 10, "CMMI10:y =");
    made.mixed(180, 697, 10, "CMMI10:a");
    made.mixed(180, 683, 10, "CMMI10:b");
    made.line(50, 650, 10, "text below the formula that fills its line");

    Region region = Claims.of(made.region());

    assertThat(region.lines()).hasSize(2);
    assertThat(region.claims())
        .singleElement()
        .satisfies(
            claim -> {
              assertThat(claim.blocks().get(0).lines()).hasSize(3);
              assertThat(claim.blocks().get(0).keepRule()).contains("formula");
            });
  }

  @Test
  void leavesTheLastLineOfAParagraph() {
    made.line(50, 720, 10, "text that goes on in the line below, where");
    made.mixed(50, 708, 10, "CMMI10:y = CMMI10:x");

    assertThat(Claims.of(made.region()).claims()).isEmpty();
  }

  @Test
  void leavesTextWithAFormulaInIt() {
    made.mixed(50, 720, 10, "the value of CMMI10:y = CMMI10:x is known");

    assertThat(Claims.of(made.region()).claims()).isEmpty();
  }
}
