package dev.yiben.pipeline.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.SegmentId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetTest {
  @TempDir private Path folder;

  @Test
  void takesTranslationsThatAreTypedIn() throws IOException {
    Review review =
        new Review(folder)
            .document("The <b>fox</b> ran.", "Half", "_x0041_ is\fodd", "No.", "=1+1 is");
    Path file = review.extract(ExchangeFormat.XLSX);
    change(
        file,
        sheet -> {
          assertThat(sheet.getRow(1).getCell(1)).hasToString("The ⟦1⟧fox⟦/1⟧ ran.");
          assertThat(sheet.getRow(3).getCell(1)).hasToString("_x0041_ is⟦uC-1⟧odd");
          sheet.getRow(1).getCell(2).setCellValue("⟦1⟧狐⟦/1⟧\n跑");
          sheet.getRow(2).getCell(2).setCellValue(0.5);
          sheet.getRow(3).getCell(2).setCellValue("_x005F_x0041_⟦uC-1⟧");
          sheet.getRow(5).getCell(2).setCellValue("=1+1 是");
          sheet.getRow(5).getCell(3).setCellValue("Final");
        });

    MergedDocument merged = review.merge(file);

    assertThat(merged.refused()).isEmpty();
    assertThat(review.output()).containsExactly("<b>狐</b> 跑", "0.5", "_x0041_\f", "No.", "=1+1 是");
    assertThat(merged.untranslated()).isEqualTo(1);
  }

  @Test
  void takesRowsInAnyOrderAndFromSheetOfAnotherName() throws IOException {
    Review review = new Review(folder).document("One.", "Two.");
    Path file = review.extract(ExchangeFormat.XLSX);
    change(
        file,
        sheet -> {
          sheet.getRow(1).getCell(2).setCellValue("一");
          sheet.getRow(2).getCell(2).setCellValue("二");
          sheet.getWorkbook().setSheetName(0, "renamed");
          sheet.shiftRows(1, 1, 5);
          sheet.createRow(1).createCell(4).setCellValue("a remark");
        });

    assertThat(review.merge(file).refused()).isEmpty();
    assertThat(review.output()).containsExactly("一", "二");
  }

  @Test
  void refusesTranslationWithoutItsMarks() throws IOException {
    Review review = new Review(folder).document("The <b>fox</b> ran.");
    Path file = review.extract(ExchangeFormat.XLSX);
    change(file, sheet -> sheet.getRow(1).getCell(2).setCellValue("⟦1⟧狐跑"));

    assertThat(review.merge(file).refused())
        .containsExactly("line/1: the mark ⟦/1⟧ is missing; the translation is not taken");
  }

  @Test
  void leavesOutWhatNoCellHolds() throws IOException {
    Review review = new Review(folder).document("a".repeat(40_000), "Two.");

    MergedDocument merged = review.merge(review.extract(ExchangeFormat.XLSX));

    assertThat(merged.result().segments().get(0).reason()).isEqualTo("not in the file for review");
    assertThat(merged.confirmed()).doesNotContainKey(new SegmentId("line/1"));
  }

  @Test
  void hasNothingInItOfTheTimeWhenItIsWritten() throws IOException {
    Path file = new Review(folder).document("One.", "<b>Two.</b>").extract(ExchangeFormat.XLSX);

    try (ZipFile packed = new ZipFile(file.toFile())) {
      assertThat(packed.stream().map(ZipEntry::getTimeLocal))
          .containsOnly(LocalDateTime.of(1980, 1, 1, 0, 0));
      assertThat(packed.getInputStream(packed.getEntry("docProps/core.xml")))
          .asString(StandardCharsets.UTF_8)
          .contains("1970-01-01")
          .doesNotContainPattern("20[0-9]{2}-[0-9]{2}-[0-9]{2}T");
    }
  }

  private static void change(Path file, Consumer<Sheet> change) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        XSSFWorkbook workbook = new XSSFWorkbook(in)) {
      change.accept(workbook.getSheetAt(0));
      try (OutputStream out = Files.newOutputStream(file)) {
        workbook.write(out);
      }
    }
  }
}
