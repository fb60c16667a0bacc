package dev.yiben.formats.format.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {
  private static Renaming renaming() {
    Renaming renaming = new Renaming();
    renaming.sheet("Crew list", "船员名单");
    renaming.sheet("Sums", "It's all");
    renaming.column("Crew", "Name", "姓名");
    renaming.column("Crew", "Hours #", "小时 [h]");
    return renaming;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'Crew list'!B2 | '船员名单'!B2",
        "SUM('crew LIST'!$B$2:B9,1) | SUM('船员名单'!$B$2:B9,1)",
        "Sums!A1+sums!A2 | 'It''s all'!A1+'It''s all'!A2",
        "Sums!A1:Sums!B2 | 'It''s all'!A1:'It''s all'!B2",
        "SUM(Sums:Other!A1) | SUM('It''s all:Other'!A1)",
        "SUM('Crew list:Sums'!A1) | SUM('船员名单:It''s all'!A1)",
        "\"Sums!A1\"&Sums!A1 | \"Sums!A1\"&'It''s all'!A1",
        "\"a\"\"Sums!\"&Sums!A1 | \"a\"\"Sums!\"&'It''s all'!A1",
        "Sums!#REF!+Sums!A1 | 'It''s all'!#REF!+'It''s all'!A1",
        "COUNTA(Crew[Name]) | COUNTA(Crew[姓名])",
        "crew[[#Headers],[Name]] | crew[[#Headers],[姓名]]",
        "Crew[@Name] | Crew[@姓名]",
        "Crew[[#This Row],[Name]:[Hours '#]] | Crew[[#This Row],[姓名]:[小时 '[h']]]",
        "SUM(Crew[Hours '#]) | SUM(Crew[[小时 '[h']]])",
      })
  void givesNamesThatAreNew(String formula, String expected) {
    assertThat(Formula.rename(formula, renaming())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SUM(B2:C3)*1.5",
        "[1]Sums!A1",
        "'[Book.xlsx]Sums'!A1",
        "[2]Sums:Other!A1",
        "Other!Sums",
        "Sumsy!A1",
        "#REF!A1",
        "IF(A1=\"Crew list\",\"Sums!\",'x",
        "Other[Name]",
        "Crew[[#All],[Town]]",
        "Crew[",
        "Crew[[Name",
        "'Crew list",
        "\"open",
      })
  void leavesTheRest(String formula) {
    assertThat(Formula.rename(formula, renaming())).isEqualTo(formula);
  }

  @Test
  void readsFormulasOfAnyShapeToTheirEnd() {
    String signs = "'\"[]#!:@AS1'x";
    Random random = new Random(5);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder formula = new StringBuilder();
      for (int i = random.nextInt(14); i > 0; i--) {
        formula.append(signs.charAt(random.nextInt(signs.length())));
      }
      assertThat(Formula.rename(formula.toString(), renaming())).isEqualTo(formula.toString());
    }
  }
}
