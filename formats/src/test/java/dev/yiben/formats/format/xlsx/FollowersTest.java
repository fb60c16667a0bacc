package dev.yiben.formats.format.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.format.CellFilter;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.OfficeOptions;
import dev.yiben.formats.format.Revisions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowersTest {
  private static final FormatOptions SHEET_NAMES = options(true, CellFilter.ALL);

  @TempDir private Path folder;

  private static FormatOptions options(boolean sheetNames, CellFilter cells) {
    return FormatOptions.DEFAULT.with(
        new OfficeOptions(Revisions.ACCEPT, false, false, false, sheetNames, cells));
  }

  @Test
  void namesColumnsOfTablesAsTheirHeaderCells() throws IOException {
    TranslatedWorkbook file =
        TranslatedWorkbook.of(
            folder,
            Workbooks.of(Workbooks::tables),
            FormatOptions.DEFAULT,
            Map.of("Hours", "小时", "Name", "姓名 [x]"));
    try (XSSFWorkbook workbook = file.open()) {
      XSSFSheet sheet = workbook.getSheet("Crew list");
      assertThat(sheet.getTables().get(0).getColumns())
          .extracting("name")
          .containsExactly("姓名 [x]", "小时", "State");
      assertThat(sheet.getRow(0).getCell(1).getStringCellValue()).isEqualTo("小时");
      assertThat(workbook.getSheet("Sums").getRow(0).getCell(1).getCellFormula())
          .isEqualTo("SUM(Crew[小时])");
      assertThat(values(workbook)).containsExactly(7, 3, 1, 7);
    }
  }

  @Test
  void keepsColumnsOfOneTableApart() throws IOException {
    TranslatedWorkbook file =
        TranslatedWorkbook.of(
            folder,
            Workbooks.of(Workbooks::tables),
            FormatOptions.DEFAULT,
            Map.of("Hours", "名", "Name", "名"));
    try (XSSFWorkbook workbook = file.open()) {
      XSSFSheet sheet = workbook.getSheet("Crew list");
      assertThat(sheet.getTables().get(0).getColumns())
          .extracting("name")
          .containsExactly("名", "名 2", "State");
      assertThat(sheet.getRow(0).getCell(1).getStringCellValue()).isEqualTo("名 2");
      assertThat(values(workbook)).containsExactly(7, 3, 1, 7);
    }
    assertThat(file.problems()).anyMatch(problem -> problem.contains("two columns"));
  }

  @Test
  void leavesTextsThatFormulasAndRulesCompareWith() throws IOException {
    try (Document document = TranslatedWorkbook.document(folder, Workbooks.of(Workbooks::tables))) {
      assertThat(document.segments())
          .filteredOn(segment -> segment.skipRule().equals(Optional.of("compared")))
          .extracting(segment -> segment.source().plainText())
          .containsExactly("Yes", "No");
      assertThat(document.notices()).anyMatch(line -> line.contains("\"yes\""));
    }
  }

  @Test
  void namesSheetsEverywhere() throws IOException {
    TranslatedWorkbook file =
        TranslatedWorkbook.of(
            folder,
            Workbooks.of(Workbooks::tables),
            SHEET_NAMES,
            Map.of(
                "Crew list",
                "名单: a/b and a lot more than fits here",
                "Sums",
                "名单: a/b and a lot more than fits"));
    try (XSSFWorkbook workbook = file.open()) {
      assertThat(workbook.getSheetName(0)).hasSizeLessThanOrEqualTo(31).startsWith("名单 a b");
      assertThat(workbook.getSheetName(1)).hasSizeLessThanOrEqualTo(31).endsWith(" 2");
      assertThat(workbook.getSheetAt(1).getRow(1).getCell(1).getCellFormula())
          .isEqualTo("'" + workbook.getSheetName(0) + "'!B2");
      assertThat(workbook.getName("hours").getRefersToFormula())
          .startsWith("'" + workbook.getSheetName(0) + "'!");
      assertThat(values(workbook)).containsExactly(7, 3, 1, 7);
    }
    assertThat(file.problems()).hasSize(2);
  }

  @Test
  void splitsAStringThatIsTranslatedInSomeColumnsOnly() throws IOException {
    byte[] content =
        Workbooks.of(
            workbook -> {
              XSSFSheet sheet = workbook.createSheet("Words");
              Workbooks.row(sheet, 0, "lamp", "lamp", "oil");
              Workbooks.row(sheet, 1, "oil", "wick");
            });
    FormatOptions second = options(false, new CellFilter(CellFilter.columns("B"), List.of()));
    TranslatedWorkbook file =
        TranslatedWorkbook.of(
            folder, content, second, Map.of("lamp", "灯", "oil", "油", "wick", "灯芯"));
    try (XSSFWorkbook workbook = file.open()) {
      assertThat(texts(workbook.getSheetAt(0).getRow(0))).containsExactly("lamp", "灯", "oil");
      assertThat(texts(workbook.getSheetAt(0).getRow(1))).containsExactly("oil", "灯芯");
      assertThat(workbook.getSharedStringSource().getUniqueCount()).isEqualTo(4);
    }
  }

  @Test
  void hasTextsOfFormulasComputedAnew() throws IOException {
    TranslatedWorkbook file =
        TranslatedWorkbook.of(
            folder,
            Workbooks.of(Workbooks::deliveries),
            FormatOptions.DEFAULT,
            Map.of("Lamp oil", "灯油"));
    try (XSSFWorkbook workbook = file.open()) {
      assertThat(workbook.getForceFormulaRecalculation()).isTrue();
    }
  }

  private static List<String> texts(XSSFRow row) {
    List<String> texts = new ArrayList<>();
    row.forEach(cell -> texts.add(cell.getStringCellValue()));
    return texts;
  }

  /** Returns what the formulas of the second sheet give. */
  private static List<Integer> values(XSSFWorkbook workbook) {
    XSSFFormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
    List<Integer> values = new ArrayList<>();
    workbook
        .getSheetAt(1)
        .forEach(row -> values.add((int) evaluator.evaluate(row.getCell(1)).getNumberValue()));
    return values;
  }
}
