package dev.yiben.formats.pdf.twin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;

/** Copies pages, and of what they draw the forms, whose text may be replaced. */
final class PageCopier {
  /** What belongs to the source alone: structure, articles, previews, what programs noted. */
  private static final List<COSName> OWN =
      List.of(
          COSName.PARENT,
          COSName.ANNOTS,
          COSName.STRUCT_PARENTS,
          COSName.B,
          COSName.AA,
          COSName.getPDFName("Thumb"),
          COSName.getPDFName("PieceInfo"),
          COSName.getPDFName("LastModified"),
          COSName.ID);

  private final PDDocument document;
  private final IdentityHashMap<COSBase, COSDictionary> copies = new IdentityHashMap<>();

  PageCopier(PDDocument document) {
    this.document = document;
  }

  PDPage copy(PDPage source) throws IOException {
    COSDictionary page = new COSDictionary(source.getCOSObject());
    OWN.forEach(page::removeItem);
    // These may come from above in the tree of pages.
    page.setItem(COSName.MEDIA_BOX, source.getMediaBox().getCOSArray());
    page.setItem(COSName.CROP_BOX, source.getCropBox().getCOSArray());
    page.setInt(COSName.ROTATE, source.getRotation());
    PDResources resources = source.getResources();
    if (resources != null) {
      page.setItem(COSName.RESOURCES, resources(resources.getCOSObject()));
    }
    return new PDPage(page);
  }

  /** Lets pages share the forms whose copies have not changed. */
  void shareUnchanged() throws IOException {
    UnchangedForms unchanged = new UnchangedForms(copies);
    for (Map.Entry<COSBase, COSDictionary> entry : copies.entrySet()) {
      if (entry.getKey() instanceof COSStream) {
        continue;
      }
      COSDictionary before = ((COSDictionary) entry.getKey()).getCOSDictionary(COSName.XOBJECT);
      COSDictionary after = entry.getValue().getCOSDictionary(COSName.XOBJECT);
      for (COSName name : after == null ? Set.<COSName>of() : Set.copyOf(after.keySet())) {
        if (before.getDictionaryObject(name) instanceof COSStream form
            && copies.get(form) == after.getDictionaryObject(name)
            && unchanged.holds(form)) {
          after.setItem(name, before.getItem(name));
        }
      }
    }
  }

  private COSDictionary resources(COSDictionary source) throws IOException {
    COSDictionary known = copies.get(source);
    if (known != null) {
      return known;
    }
    COSDictionary copy = new COSDictionary(source);
    copies.put(source, copy);
    COSDictionary fonts = source.getCOSDictionary(COSName.FONT);
    if (fonts != null) {
      copy.setItem(COSName.FONT, new COSDictionary(fonts));
    }
    COSDictionary objects = source.getCOSDictionary(COSName.XOBJECT);
    if (objects != null) {
      COSDictionary copied = new COSDictionary(objects);
      for (COSName name : objects.keySet()) {
        if (objects.getDictionaryObject(name) instanceof COSStream form
            && COSName.FORM.equals(form.getCOSName(COSName.SUBTYPE))) {
          copied.setItem(name, form(form));
        }
      }
      copy.setItem(COSName.XOBJECT, copied);
    }
    return copy;
  }

  private COSDictionary form(COSStream source) throws IOException {
    COSDictionary known = copies.get(source);
    if (known != null) {
      return known;
    }
    COSStream copy = document.getDocument().createCOSStream();
    copy.addAll(source);
    copies.put(source, copy);
    copy.removeItem(COSName.STRUCT_PARENTS);
    copy.removeItem(COSName.getPDFName("StructParent"));
    try (InputStream in = source.createRawInputStream();
        OutputStream out = copy.createRawOutputStream()) {
      in.transferTo(out);
    }
    COSDictionary resources = source.getCOSDictionary(COSName.RESOURCES);
    if (resources != null) {
      copy.setItem(COSName.RESOURCES, resources(resources));
    }
    return copy;
  }
}
