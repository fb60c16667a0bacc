package dev.yiben.formats.pdf.beside;

import dev.yiben.formats.document.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Reads the title of a file, which may stand in two places (ISO 32000-2, 14.3). */
final class Titles {
  private Titles() {}

  static void read(PDDocument document, TextCollector texts) {
    // The document's own accessors would add what is missing, and so change the file.
    COSDictionary information = document.getDocument().getTrailer().getCOSDictionary(COSName.INFO);
    Optional<String> title =
        Optional.ofNullable(information)
            .flatMap(entries -> TextCollector.string(entries, COSName.TITLE));
    Optional<XmpTitle> packet = XmpTitle.of(document.getDocumentCatalog().getCOSObject());
    List<BesideText.Place> places = new ArrayList<>();
    title.ifPresent(text -> places.add(TextCollector.place(information, COSName.TITLE)));
    boolean same =
        packet.isPresent()
            && title.map(text -> text.strip().equals(packet.get().text().strip())).orElse(true);
    if (same) {
      places.add(packet.get()::write);
    }
    if (title.isPresent() || same) {
      String text = title.orElseGet(() -> packet.get().text());
      texts.add("info#title", text, Role.METADATA, TextCollector.fileName(text), places);
    }
    if (packet.isPresent() && !same) {
      String text = packet.get().text();
      texts.add(
          "xmp#title",
          text,
          Role.METADATA,
          TextCollector.fileName(text),
          List.of(packet.get()::write));
    }
  }
}
