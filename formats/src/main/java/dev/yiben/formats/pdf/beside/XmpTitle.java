package dev.yiben.formats.pdf.beside;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.yiben.formats.markup.Characters;
import dev.yiben.formats.markup.MarkupException;
import dev.yiben.formats.splice.Patch;
import dev.yiben.formats.splice.SourceText;
import dev.yiben.formats.xml.XmlElement;
import dev.yiben.formats.xml.XmlText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/**
 * The title in a packet of metadata, as it is where no language is asked for: the first of its
 * alternatives (ISO 16684-1, 8.3 and 8.2.2.4).
 */
final class XmpTitle {
  private static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";
  private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

  /** Packets with pictures in them are large. */
  private static final int MOST_BYTES = 16 << 20;

  private final COSStream stream;
  private final SourceText packet;
  private final XmlElement item;

  private XmpTitle(COSStream stream, SourceText packet, XmlElement item) {
    this.stream = stream;
    this.packet = packet;
    this.item = item;
  }

  /** Returns the title of the file's packet; empty if there is none, or none that can be read. */
  static Optional<XmpTitle> of(COSDictionary catalog) {
    COSStream stream = catalog.getCOSStream(COSName.METADATA);
    if (stream == null) {
      return Optional.empty();
    }
    try (InputStream in = stream.createInputStream()) {
      byte[] bytes = in.readNBytes(MOST_BYTES);
      Charset charset = SourceText.markedCharset(bytes).orElse(UTF_8);
      Optional<SourceText> packet = SourceText.decode(bytes, charset);
      return packet.flatMap(
          text -> title(XmlText.read(text.text())).map(item -> new XmpTitle(stream, text, item)));
    } catch (IOException | MarkupException e) {
      // No reader shows a title that cannot be read.
      return Optional.empty();
    }
  }

  private static Optional<XmlElement> title(XmlText xml) {
    return xml.root().descendants().stream()
        .filter(element -> element.is(DUBLIN_CORE, "title"))
        .findFirst()
        .flatMap(element -> element.child(RDF, "Alt"))
        .flatMap(alternatives -> alternatives.child(RDF, "li"))
        .filter(item -> item.children().isEmpty() && !item.text().isBlank());
  }

  String text() {
    return item.text();
  }

  /** Writes another title; all else of the packet stays. */
  void write(String title) throws IOException {
    Patch patch =
        new Patch(item.contentStart(), item.contentEnd(), Characters.escape(title, any -> true));
    byte[] bytes = packet.splice(List.of(patch));
    try (OutputStream out =
        stream.getFilters() == null
            ? stream.createOutputStream()
            : stream.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(bytes);
    }
    stream.setNeedToBeUpdated(true);
  }
}
