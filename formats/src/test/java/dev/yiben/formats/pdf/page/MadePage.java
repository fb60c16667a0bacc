package dev.yiben.formats.pdf.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Makes documents of one page of 300 by 300 points, by their content; font F1 is Helvetica. */
public final class MadePage implements AutoCloseable {
  private final PDDocument document = new PDDocument();
  private final PDPage page = new PDPage(new PDRectangle(300, 300));

  /** Makes a page that draws so much. */
  public MadePage(String content) {
    document.addPage(page);
    PDResources resources = new PDResources();
    resources.put(COSName.getPDFName("F1"), new PDType1Font(FontName.HELVETICA));
    resources.put(COSName.getPDFName("F2"), new PDType1Font(FontName.TIMES_BOLD));
    page.setResources(resources);
    PDStream stream = new PDStream(document);
    write(stream.getCOSObject(), content);
    page.setContents(stream);
  }

  /** Adds a form with the resources of the page, unless it is to inherit them. */
  public MadePage form(String name, String content, boolean inherits) {
    COSStream form = document.getDocument().createCOSStream();
    form.setItem(COSName.TYPE, COSName.XOBJECT);
    form.setItem(COSName.SUBTYPE, COSName.FORM);
    form.setItem(COSName.BBOX, new PDRectangle(300, 300));
    if (!inherits) {
      form.setItem(COSName.RESOURCES, page.getResources());
    }
    write(form, content);
    return resource(COSName.XOBJECT, name, form);
  }

  /** Adds a picture of one grey pixel. */
  public MadePage picture(String name) {
    COSStream picture = document.getDocument().createCOSStream();
    picture.setItem(COSName.TYPE, COSName.XOBJECT);
    picture.setItem(COSName.SUBTYPE, COSName.IMAGE);
    picture.setInt(COSName.WIDTH, 1);
    picture.setInt(COSName.HEIGHT, 1);
    picture.setInt(COSName.BITS_PER_COMPONENT, 8);
    picture.setItem(COSName.COLORSPACE, COSName.DEVICEGRAY);
    write(picture, "\u007f");
    return resource(COSName.XOBJECT, name, picture);
  }

  /** Adds a resource. */
  public MadePage resource(COSName kind, String name, COSBase resource) {
    COSDictionary all = page.getResources().getCOSObject();
    COSDictionary ofKind = all.getCOSDictionary(kind);
    if (ofKind == null) {
      ofKind = new COSDictionary();
      all.setItem(kind, ofKind);
    }
    ofKind.setItem(COSName.getPDFName(name), resource);
    return this;
  }

  private static void write(COSStream stream, String content) {
    try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(content.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public PDDocument document() {
    return document;
  }

  public PDPage page() {
    return page;
  }

  /** Reads the page. */
  public PageContent read() throws IOException {
    return new PageReader(document).read(page, 0);
  }

  /** Returns the document as it is read from a file. */
  public PDDocument saved() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return Loader.loadPDF(bytes.toByteArray());
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
