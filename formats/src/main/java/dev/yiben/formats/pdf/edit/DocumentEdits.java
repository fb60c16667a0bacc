package dev.yiben.formats.pdf.edit;

import dev.yiben.formats.pdf.page.PageContent;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * Changes pages of a document.
 *
 * <p>Forms, which several pages may draw, and the structure tree change when all pages are done, so
 * that each page is read as it was.
 */
public final class DocumentEdits {
  private final PDDocument document;
  private final Map<COSStream, Rewritten> forms = new LinkedHashMap<>();
  private final Map<COSDictionary, Set<Integer>> marks = new LinkedHashMap<>();

  /** Creates edits of a document, none so far. */
  public DocumentEdits(PDDocument document) {
    this.document = document;
  }

  /** Begins edits of a page, which change nothing until they are applied. */
  public PageEdits of(PageContent content) {
    return new PageEdits(this, content);
  }

  void write(Rewritten stream) throws IOException {
    if (stream.owner() instanceof PDPage page) {
      PDStream fresh = new PDStream(document);
      write(fresh.getCOSObject(), stream.content());
      page.setContents(fresh);
      page.getCOSObject().setNeedToBeUpdated(true);
      stream.fonts().apply();
      marks.put(page.getCOSObject(), stream.marks());
    } else {
      COSStream form = StreamFonts.stream(stream.owner());
      forms.put(form, stream);
      marks.put(form, stream.marks());
    }
  }

  /** Makes the changes that have waited for all pages to be done. */
  public void finish() throws IOException {
    for (Map.Entry<COSStream, Rewritten> form : forms.entrySet()) {
      write(form.getKey(), form.getValue().content());
      form.getValue().fonts().apply();
    }
    forms.clear();
    StaleStructure structure = new StaleStructure(document.getDocumentCatalog());
    marks.forEach(structure::remove);
    marks.clear();
  }

  private static void write(COSStream stream, byte[] content) throws IOException {
    stream.removeItem(COSName.DECODE_PARMS);
    stream.removeItem(COSName.DP);
    try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(content);
    }
    stream.setNeedToBeUpdated(true);
  }
}
