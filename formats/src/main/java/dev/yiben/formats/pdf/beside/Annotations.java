package dev.yiben.formats.pdf.beside;

import dev.yiben.formats.document.Role;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * Reads the descriptions of links and pictures of video, sound and the like (ISO 32000-2, 12.5.2);
 * what people noted on pages is theirs.
 */
final class Annotations {
  private static final Set<String> DESCRIBED =
      Set.of("Link", "Widget", "Movie", "Screen", "Sound", "3D", "RichMedia");

  private Annotations() {}

  static void read(PDDocument document, TextCollector texts) {
    Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (PDPage page : document.getPages()) {
      COSArray annotations = page.getCOSObject().getCOSArray(COSName.ANNOTS);
      for (int i = 0; annotations != null && i < annotations.size(); i++) {
        if (annotations.getObject(i) instanceof COSDictionary annotation && seen.add(annotation)) {
          read(annotation, texts);
        }
      }
    }
  }

  private static void read(COSDictionary annotation, TextCollector texts) {
    if (DESCRIBED.contains(String.valueOf(annotation.getNameAsString(COSName.SUBTYPE)))) {
      texts.entry(
          "description", annotation, COSName.CONTENTS, Role.ATTRIBUTE, TextCollector::fileName);
    } else {
      TextCollector.string(annotation, COSName.CONTENTS)
          .ifPresent(text -> texts.outside("annotation", text));
    }
  }
}
