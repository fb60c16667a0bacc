package dev.yiben.formats.pdf.twin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * Makes pages twice as wide, with the source to the left and the copy, as a form, to the right of
 * it.
 */
final class SidePages {
  private final PDDocument document;

  private SidePages(PDDocument document) {
    this.document = document;
  }

  static void arrange(
      PDDocument document, List<PDPage> sources, List<PDPage> copies, List<CopiedLink> links)
      throws IOException {
    SidePages pages = new SidePages(document);
    List<Shift> shifts = sources.stream().map(Shift::of).toList();
    for (CopiedLink link : links) {
      shifts.get(link.page()).move(link.destination());
      link.destination().set(0, sources.get(link.page()).getCOSObject());
    }
    Set<COSDictionary> done = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int i = 0; i < sources.size(); i++) {
      if (done.add(sources.get(i).getCOSObject())) {
        pages.widen(sources.get(i), copies.get(i), shifts.get(i));
      }
    }
  }

  private void widen(PDPage source, PDPage copy, Shift shift) throws IOException {
    PDRectangle crop = source.getCropBox();
    COSDictionary page = source.getCOSObject();
    COSStream form = form(copy, crop);
    Balance balance = Balance.of(source);

    PDResources resources = source.getResources();
    COSDictionary own =
        resources == null ? new COSDictionary() : new COSDictionary(resources.getCOSObject());
    COSDictionary objects = own.getCOSDictionary(COSName.XOBJECT);
    COSDictionary copied = objects == null ? new COSDictionary() : new COSDictionary(objects);
    COSName name = COSName.getPDFName("Translation");
    for (int i = 1; copied.containsKey(name); i++) {
      name = COSName.getPDFName("Translation" + i);
    }
    copied.setItem(name, form);
    own.setItem(COSName.XOBJECT, copied);
    page.setItem(COSName.RESOURCES, own);

    COSArray contents = new COSArray();
    contents.add(
        stream(
            "q ".repeat(balance.lacking() + 1)
                + number(crop.getLowerLeftX())
                + number(crop.getLowerLeftY())
                + number(crop.getWidth())
                + number(crop.getHeight())
                + "re W n\n"));
    COSBase before = page.getDictionaryObject(COSName.CONTENTS);
    if (before instanceof COSArray array) {
      array.toList().forEach(contents::add);
    } else if (before != null) {
      contents.add(page.getItem(COSName.CONTENTS));
    }
    contents.add(
        stream(
            "\n"
                + "Q ".repeat(balance.open() + 1)
                + "q 1 0 0 1 "
                + number(shift.x())
                + number(shift.y())
                + "cm /"
                + name.getName()
                + " Do Q\n"));
    page.setItem(COSName.CONTENTS, contents);

    COSArray box = shift.union(crop);
    page.setItem(COSName.MEDIA_BOX, box);
    page.setItem(COSName.CROP_BOX, new COSArray(box.toList()));
    List.of(COSName.TRIM_BOX, COSName.BLEED_BOX, COSName.ART_BOX).forEach(page::removeItem);
    annotations(page, copy.getCOSObject(), shift);
  }

  private static void annotations(COSDictionary page, COSDictionary copy, Shift shift) {
    COSArray copied = copy.getCOSArray(COSName.ANNOTS);
    if (copied == null) {
      return;
    }
    COSArray before = page.getCOSArray(COSName.ANNOTS);
    COSArray all = before == null ? new COSArray() : new COSArray(before.toList());
    for (int i = 0; i < copied.size(); i++) {
      if (copied.getObject(i) instanceof COSDictionary annotation) {
        shift.moveAnnotation(annotation);
        annotation.setItem(COSName.P, page);
        all.add(annotation);
      }
    }
    page.setItem(COSName.ANNOTS, all);
  }

  private COSStream form(PDPage copy, PDRectangle box) throws IOException {
    COSStream form = document.getDocument().createCOSStream();
    form.setItem(COSName.TYPE, COSName.XOBJECT);
    form.setItem(COSName.SUBTYPE, COSName.FORM);
    form.setItem(COSName.BBOX, box.getCOSArray());
    // The page itself may remember those that it had before it was changed.
    COSDictionary resources = copy.getCOSObject().getCOSDictionary(COSName.RESOURCES);
    if (resources != null) {
      form.setItem(COSName.RESOURCES, resources);
    }
    try (InputStream in = copy.getContents();
        OutputStream out = form.createOutputStream(COSName.FLATE_DECODE)) {
      in.transferTo(out);
    }
    return form;
  }

  private static String number(float value) {
    return BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP).toPlainString() + " ";
  }

  private COSStream stream(String content) throws IOException {
    COSStream stream = document.getDocument().createCOSStream();
    try (OutputStream out = stream.createOutputStream()) {
      out.write(content.getBytes(StandardCharsets.US_ASCII));
    }
    return stream;
  }
}
