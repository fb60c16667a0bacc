package dev.yiben.formats.format.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Makes workbooks with POI, for tests. */
final class Workbooks {
  private Workbooks() {}

  /** Returns a workbook. */
  static byte[] of(Consumer<XSSFWorkbook> content) {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      content.accept(workbook);
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sets the texts and numbers of a row. */
  static XSSFRow row(XSSFSheet sheet, int number, Object... values) {
    XSSFRow row = sheet.createRow(number);
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof Number amount) {
        row.createCell(i).setCellValue(amount.doubleValue());
      } else if (values[i] instanceof String text && text.startsWith("=")) {
        row.createCell(i).setCellFormula(text.substring(1));
      } else if (values[i] instanceof String text) {
        row.createCell(i).setCellValue(text);
      }
    }
    return row;
  }

  /** A list of deliveries with formulas, formats and a note. */
  static void deliveries(XSSFWorkbook workbook) {
    XSSFSheet sheet = workbook.createSheet("Deliveries");
    row(sheet, 0, "Article", "Number", "Price", "Sum");
    row(sheet, 1, "Lamp oil", 3, 12.5, "=B2*C2");
    row(sheet, 2, "Wick\nof cotton", 10, 0.75, "=B3*C3");
    row(sheet, 3, "SKU-1234", 1, 2, "=B4*C4");
    row(sheet, 4, "Total", "", "", "=SUM(D2:D4)");
    CellStyle date = workbook.createCellStyle();
    date.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
    sheet.getRow(0).createCell(5).setCellStyle(date);
    sheet.getRow(0).getCell(5).setCellValue(45_000);
    XSSFFont bold = workbook.createFont();
    bold.setBold(true);
    XSSFRichTextString rich = new XSSFRichTextString("The keeper needs oil by Friday.");
    rich.applyFont(11, 16, bold);
    sheet.createRow(6).createCell(0).setCellValue(rich);
    row(sheet, 7, "  with spaces  ", "Lamp oil", "=\"Dear \"&A2");
    XSSFComment comment =
        sheet
            .createDrawingPatriarch()
            .createCellComment(new XSSFClientAnchor(0, 0, 0, 0, 4, 4, 6, 6));
    comment.setString(new XSSFRichTextString("Ask the harbour first."));
    sheet.getRow(1).getCell(0).setCellComment(comment);
    sheet.getHeader().setLeft("&\"Arial,Bold\"&12Store of the lighthouse");
    sheet.getHeader().setRight("Page &P of &N");
    sheet.getFooter().setCenter("Oil && wicks");
    workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
  }

  /** Two sheets that refer to each other, with a table and rules. */
  static void tables(XSSFWorkbook workbook) {
    XSSFSheet sheet = workbook.createSheet("Crew list");
    row(sheet, 0, "Name", "Hours", "State");
    row(sheet, 1, "Anna", 3, "Yes");
    row(sheet, 2, "Berta", 4, "No");
    XSSFTable table =
        sheet.createTable(new AreaReference("A1:C3", workbook.getSpreadsheetVersion()));
    table.setName("Crew");
    table.setDisplayName("Crew");
    table.updateHeaders();
    DataValidationConstraint list =
        sheet.getDataValidationHelper().createExplicitListConstraint(new String[] {"Yes", "No"});
    DataValidation validation =
        sheet
            .getDataValidationHelper()
            .createValidation(list, new CellRangeAddressList(1, 2, 2, 2));
    validation.createPromptBox("Choose", "Is she on board?");
    validation.createErrorBox("Not known", "Only yes or no.");
    sheet.addValidationData(validation);
    XSSFSheet other = workbook.createSheet("Sums");
    row(other, 0, "All hours", "=SUM(Crew[Hours])");
    row(other, 1, "First", "='Crew list'!B2");
    row(other, 2, "On board", "=COUNTIF('Crew list'!C2:C3,\"Yes\")");
    workbook.createName().setNameName("hours");
    workbook.getName("hours").setRefersToFormula("'Crew list'!$B$2:$B$3");
    row(other, 3, "Named", "=SUM(hours)");
    workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
  }
}
