package dev.yiben.formats.office;

import java.awt.Rectangle;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.sl.usermodel.PictureData;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.Units;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChart;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFChart;
import org.apache.poi.xslf.usermodel.XSLFGroupShape;
import org.apache.poi.xslf.usermodel.XSLFHyperlink;
import org.apache.poi.xslf.usermodel.XSLFNotes;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTableRow;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCreationHelper;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHyperlinkRun;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;

/** Makes documents with Apache POI. */
final class PoiDocuments {
  private static final byte[] PICTURE =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmM"
                  + "IQAAAABJRU5ErkJggg==");

  private PoiDocuments() {}

  /** Returns a document of each kind, by file name. */
  static Map<String, byte[]> all() throws IOException {
    Map<String, byte[]> documents = new LinkedHashMap<>();
    documents.put("poi-document.docx", document());
    documents.put("poi-workbook.xlsx", workbook());
    documents.put("poi-slides.pptx", slides());
    return documents;
  }

  /** Protects a document by a password, as Office does. */
  static byte[] protectedBy(String password, byte[] document)
      throws IOException, GeneralSecurityException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (POIFSFileSystem container = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword(password);
      try (OutputStream encrypted = encryptor.getDataStream(container)) {
        encrypted.write(document);
      }
      container.writeFilesystem(out);
    }
    return out.toByteArray();
  }

  static byte[] document() throws IOException {
    try (XWPFDocument document = new XWPFDocument()) {
      document.createHeader(HeaderFooterType.DEFAULT).createParagraph().createRun().setText("Top");
      document.getProperties().getCoreProperties().setTitle("The harbour report");
      XWPFParagraph first = document.createParagraph();
      first.createRun().setText("The ship is called ");
      XWPFRun bold = first.createRun();
      bold.setBold(true);
      bold.setText("Grey Gull");
      XWPFRun last = first.createRun();
      last.setText(" and sails");
      last.addTab();
      last.setText("to the");
      last.addBreak();
      last.setText("south.");
      document.createFootnote().createParagraph().createRun().setText("A note of its own.");
      XWPFHyperlinkRun link = first.createHyperlinkRun("https://example.org");
      link.setText(" Read more.");
      addPageNumber(document.createParagraph());
      XWPFParagraph picture = document.createParagraph();
      picture.createRun().setText("A picture ");
      addPicture(picture.createRun());
      picture.createRun().setText(" and a page break");
      picture.createRun().addBreak(BreakType.PAGE);
      XWPFTable table = document.createTable(2, 2);
      table.getRow(0).getCell(0).setText("Day");
      table.getRow(0).getCell(1).setText("Wind");
      table.getRow(1).getCell(0).setText("Monday");
      table.getRow(1).getCell(1).addParagraph().createRun().setText("A strong wind");
      fill(document.createChart());
      return written(document::write);
    } catch (InvalidFormatException e) {
      throw new AssertionError(e);
    }
  }

  private static void addPicture(XWPFRun run) throws IOException {
    try {
      run.addPicture(
          new ByteArrayInputStream(PICTURE),
          PictureType.PNG,
          "lamp.png",
          Units.toEMU(20),
          Units.toEMU(20));
    } catch (InvalidFormatException e) {
      throw new AssertionError(e);
    }
  }

  private static void addPageNumber(XWPFParagraph paragraph) {
    paragraph.createRun().setText("This is page ");
    CTR run = paragraph.getCTP().addNewR();
    run.addNewFldChar().setFldCharType(STFldCharType.BEGIN);
    paragraph.getCTP().addNewR().addNewInstrText().setStringValue(" PAGE ");
    paragraph.getCTP().addNewR().addNewFldChar().setFldCharType(STFldCharType.SEPARATE);
    paragraph.getCTP().addNewR().addNewT().setStringValue("1");
    paragraph.getCTP().addNewR().addNewFldChar().setFldCharType(STFldCharType.END);
    paragraph.getCTP().addNewBookmarkStart().setId(BigInteger.ONE);
    paragraph.getCTP().getBookmarkStartArray(0).setName("here");
    paragraph.getCTP().addNewR().addNewT().setStringValue("of the report.");
    paragraph.getCTP().addNewBookmarkEnd().setId(BigInteger.ONE);
  }

  private static void fill(XDDFChart chart) {
    XDDFCategoryAxis bottom = chart.createCategoryAxis(AxisPosition.BOTTOM);
    bottom.setTitle("Month of the year");
    XDDFValueAxis left = chart.createValueAxis(AxisPosition.LEFT);
    XDDFChartData data = chart.createData(ChartTypes.BAR, bottom, left);
    data.addSeries(
            XDDFDataSourcesFactory.fromArray(new String[] {"Spring", "Summer"}),
            XDDFDataSourcesFactory.fromArray(new Double[] {3.0, 5.0}))
        .setTitle("Ships that came", null);
    chart.plot(data);
    chart.setTitleText("Ships of the year");
  }

  static byte[] workbook() throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFSheet sheet = workbook.createSheet("Goods of the year");
      XSSFCreationHelper helper = workbook.getCreationHelper();
      XSSFRow head = sheet.createRow(0);
      List<String> names = List.of("What", "How many", "Day");
      for (int i = 0; i < names.size(); i++) {
        head.createCell(i).setCellValue(names.get(i));
      }
      XSSFRow row = sheet.createRow(1);
      XSSFRichTextString text = new XSSFRichTextString("Barrels of white salt");
      XSSFFont font = workbook.createFont();
      font.setBold(true);
      text.applyFont(11, 16, font);
      XSSFCell cell = row.createCell(0);
      cell.setCellValue(text);
      ClientAnchor anchor = helper.createClientAnchor();
      anchor.setCol2(3);
      anchor.setRow2(3);
      XSSFDrawing drawing = sheet.createDrawingPatriarch();
      Comment comment = drawing.createCellComment(anchor);
      comment.setString(new XSSFRichTextString("Count them again"));
      cell.setCellComment(comment);
      row.createCell(1).setCellValue(12);
      row.createCell(2).setCellValue(LocalDate.of(2026, 1, 31));
      XSSFRow sum = sheet.createRow(2);
      sum.createCell(0).setCellValue("Barrels of white salt");
      sum.createCell(1).setCellFormula("SUM(B2:B2)");
      sum.createCell(2).setCellFormula("\"Sum: \"&B3");
      XSSFCell link = sheet.createRow(3).createCell(0);
      link.setCellValue("See the list");
      link.setHyperlink(helper.createHyperlink(HyperlinkType.URL));
      link.getHyperlink().setAddress("https://example.org");
      sheet.addMergedRegion(new CellRangeAddress(3, 3, 0, 2));
      sheet.getHeader().setCenter("&BAccounts of the harbour");
      drawing
          .createTextbox(drawing.createAnchor(0, 0, 0, 0, 5, 1, 8, 4))
          .setText(new XSSFRichTextString("Words in a box"));
      fill(drawing.createChart(drawing.createAnchor(0, 0, 0, 0, 5, 6, 12, 20)));
      XSSFSheet other = workbook.createSheet("Sum");
      other.createRow(0).createCell(0).setCellFormula("'Goods of the year'!A2");
      workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
      return written(workbook::write);
    }
  }

  static byte[] slides() throws IOException {
    try (XMLSlideShow show = new XMLSlideShow()) {
      XSLFSlide slide = show.createSlide();
      XSLFTextShape box = slide.createTextBox();
      box.setAnchor(new Rectangle(50, 50, 400, 100));
      XSLFTextParagraph paragraph = box.addNewTextParagraph();
      paragraph.addNewTextRun().setText("How a ");
      XSLFTextRun bold = paragraph.addNewTextRun();
      bold.setBold(true);
      bold.setText("lighthouse");
      paragraph.addLineBreak();
      XSLFTextRun link = paragraph.addNewTextRun();
      link.setText("works");
      XSLFHyperlink address = link.createHyperlink();
      address.setAddress("https://example.org");
      XSLFTable table = slide.createTable();
      table.setAnchor(new Rectangle(50, 200, 400, 100));
      XSLFTableRow row = table.addRow();
      row.addCell().setText("Red");
      row.addCell().setText("Keep away");
      XSLFGroupShape group = slide.createGroup();
      group.setAnchor(new Rectangle(50, 350, 400, 50));
      group.createTextBox().setText("In a group");
      slide
          .createPicture(show.addPicture(PICTURE, PictureData.PictureType.PNG))
          .setAnchor(new Rectangle(500, 50, 20, 20));
      XSLFNotes notes = show.getNotesSlide(slide);
      for (XSLFTextShape shape : notes.getPlaceholders()) {
        shape.setText("Say hello first.");
      }
      XSLFSlide second = show.createSlide();
      XSLFChart chart = show.createChart();
      fill(chart);
      second.addChart(chart, new Rectangle(500000, 500000, 5000000, 4000000));
      return written(show::write);
    }
  }

  /** What writes a document. */
  private interface Writing {
    void to(OutputStream out) throws IOException;
  }

  private static byte[] written(Writing writing) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writing.to(out);
    return out.toByteArray();
  }
}
