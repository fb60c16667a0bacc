package dev.yiben.formats.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.CodedText;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ParagraphBuilderTest {
  private static final RunDialect DIALECT =
      new RunDialect() {
        @Override
        public String text(String text) {
          return text;
        }

        @Override
        public String run(String properties, String content, boolean translated) {
          return "[" + properties + (properties.isEmpty() ? "" : ":") + content + "]";
        }
      };

  /** Builds a paragraph of runs such as {@code b:bold}, in which the look comes first. */
  private static Paragraph paragraph(String... runs) {
    ParagraphBuilder builder = new ParagraphBuilder(0, 0);
    for (String run : runs) {
      String look = run.substring(0, run.indexOf(':'));
      builder.text(run.substring(look.length() + 1), new RunStyle(look, look, look.equals("u")));
    }
    return builder.build("").orElseThrow();
  }

  private static String marked(String... runs) {
    return paragraph(runs).text().marked();
  }

  private static String written(Paragraph paragraph, String target) {
    return paragraph.write(paragraph.text().withMarked(target), DIALECT, (start, end) -> "");
  }

  @Test
  void needsNoCodeForTheLookOfTheWholeParagraph() {
    Paragraph bold = paragraph("b:All of ", "b:it is bold.");

    assertThat(bold.text()).isEqualTo(CodedText.of("All of it is bold."));
    assertThat(written(bold, "Tout.")).isEqualTo("[b:Tout.]");
  }

  @Test
  void needsNoCodeForTheLookThatComesMostOften() {
    assertThat(marked(":Hello, ", "b:Captain Dorwin", ":."))
        .isEqualTo("Hello, ⟦1⟧Captain Dorwin⟦/1⟧.");
  }

  @Test
  void needsNoCodeForTheLookOfMostCharactersWhereItComesAsOften() {
    assertThat(marked("b:Note:", ": the lamp is out")).isEqualTo("⟦1⟧Note:⟦/1⟧ the lamp is out");
  }

  @Test
  void keepsTheCommonLookThoughRareOnesComeMoreOften() {
    assertThat(marked("b:A", ":n apple is not a pear, but it is a fruit like ", "b:B"))
        .isEqualTo("⟦1⟧A⟦/1⟧n apple is not a pear, but it is a fruit like ⟦2⟧B⟦/2⟧");
  }

  @Test
  void takesSpacesOutOfTheEdgesOfLooks() {
    assertThat(marked(":we ", "b:light ", ":the lamp", "b: again", ":, and go"))
        .isEqualTo("we ⟦1⟧light⟦/1⟧ the lamp ⟦2⟧again⟦/2⟧, and go");
  }

  @Test
  void keepsSpacesThatAreSeen() {
    assertThat(marked(":sign here ", "u:   by noon   ", ":please, and thank you"))
        .isEqualTo("sign here ⟦1⟧   by noon   ⟦/1⟧please, and thank you");
  }

  @Test
  void writesSpacesAtTheEdgesOfTheParagraphAsTheyAre() {
    Paragraph paragraph = paragraph(":  two ", ":words ");

    assertThat(paragraph.text().marked()).isEqualTo("two words");
    assertThat(written(paragraph, "deux mots")).isEqualTo("[  deux mots ]");
  }

  @Test
  void writesLooksWhereverTheTargetHasThem() {
    Paragraph paragraph = paragraph(":we ", "b:light", ":the ", "i:lamp", ": now, my friend");

    assertThat(written(paragraph, "⟦2⟧灯⟦/2⟧我们⟦1⟧点⟦/1⟧")).isEqualTo("[i:灯][我们][b:点]");
  }

  @Test
  void makesNoSegmentOfSpacesAndCodes() {
    ParagraphBuilder builder = new ParagraphBuilder(0, 4);
    builder.text("  ", RunStyle.PLAIN);
    builder.code(CodeKind.MARK, 0, 4, "", Optional.empty());

    assertThat(builder.build("<x/>")).isEmpty();
  }
}
