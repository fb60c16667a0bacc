package dev.yiben.formats.pdf.edit;

import dev.yiben.formats.pdf.page.ContentStream;
import java.util.IdentityHashMap;
import org.apache.pdfbox.contentstream.PDContentStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;

/** Names fonts in the resources of a content stream, which get those that they do not have. */
final class StreamFonts {
  private final ContentStream stream;
  private final IdentityHashMap<COSDictionary, COSName> names = new IdentityHashMap<>();
  private COSDictionary own;

  StreamFonts(ContentStream stream) {
    this.stream = stream;
    COSDictionary fonts = stream.resources().getCOSObject().getCOSDictionary(COSName.FONT);
    if (fonts != null) {
      for (COSName name : fonts.keySet()) {
        COSDictionary font = fonts.getCOSDictionary(name);
        if (font != null) {
          names.putIfAbsent(font, name);
        }
      }
    }
  }

  /** Returns the name of a font. */
  COSName name(COSDictionary font) {
    return names.computeIfAbsent(font, this::add);
  }

  private COSName add(COSDictionary font) {
    if (own == null) {
      own = new COSDictionary();
      COSDictionary known = stream.resources().getCOSObject().getCOSDictionary(COSName.FONT);
      if (known != null) {
        own.addAll(known);
      }
    }
    int number = 1;
    while (own.containsKey("Y" + number)) {
      number++;
    }
    COSName name = COSName.getPDFName("Y" + number);
    own.setItem(name, font);
    return name;
  }

  /** Gives the stream its own copy of the resources, if they change. */
  void apply() {
    if (own == null) {
      return;
    }
    COSDictionary resources = new COSDictionary();
    resources.addAll(stream.resources().getCOSObject());
    resources.setItem(COSName.FONT, own);
    if (stream.owner() instanceof PDPage page) {
      page.setResources(new PDResources(resources));
      page.getCOSObject().setNeedToBeUpdated(true);
    } else {
      COSStream form = stream(stream.owner());
      form.setItem(COSName.RESOURCES, resources);
      form.setNeedToBeUpdated(true);
    }
  }

  /** Returns the stream of a form. */
  static COSStream stream(PDContentStream form) {
    if (form instanceof PDXObject object) {
      return object.getCOSObject();
    }
    throw new IllegalArgumentException("No form: " + form);
  }
}
