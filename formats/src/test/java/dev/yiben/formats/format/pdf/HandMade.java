package dev.yiben.formats.format.pdf;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.TargetLookup;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/** Files that tests make, with lines of text where they say. */
final class HandMade {
  /** What stands around a title in a packet of metadata. */
  static final String PACKET =
      """
      <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
       xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=''
       xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt>
       <rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
       <dc:creator><rdf:Seq><rdf:li>Ann Keeper</rdf:li></rdf:Seq></dc:creator>
      </rdf:Description></rdf:RDF></x:xmpmeta>
      <?xpacket end="w"?>
      """;

  final PDDocument document = new PDDocument();

  HandMade() {
    document.setDocumentId(7L);
  }

  /** Adds a page with lines below each other, from 700 points down, 40 points apart. */
  HandMade page(String... lines) throws IOException {
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      content.setFont(new PDType1Font(FontName.HELVETICA), 12);
      for (int i = 0; i < lines.length; i++) {
        content.beginText();
        content.newLineAtOffset(72, 700 - 40 * i);
        content.showText(lines[i]);
        content.endText();
      }
    }
    return this;
  }

  /** Gives the file a title in both places. */
  HandMade title(String title) throws IOException {
    document.getDocumentInformation().setTitle(title);
    PDMetadata packet = new PDMetadata(document);
    packet.importXMPMetadata(PACKET.formatted(title).getBytes(UTF_8));
    document.getDocumentCatalog().setMetadata(packet);
    return this;
  }

  /** Adds an item to the outline that leads to a page. */
  HandMade outline(String title, int page) {
    PDDocumentOutline outline = document.getDocumentCatalog().getDocumentOutline();
    if (outline == null) {
      outline = new PDDocumentOutline();
      document.getDocumentCatalog().setDocumentOutline(outline);
    }
    PDOutlineItem item = new PDOutlineItem();
    item.setTitle(title);
    item.setDestination(to(page));
    outline.addLast(item);
    return this;
  }

  /** Adds a link to a page over an area. */
  HandMade link(int from, PDRectangle area, int to) throws IOException {
    PDAnnotationLink link = new PDAnnotationLink();
    link.setDestination(to(to));
    return link(from, area, link);
  }

  /** Adds a link to an address over an area. */
  HandMade link(int from, PDRectangle area, String address) throws IOException {
    PDAnnotationLink link = new PDAnnotationLink();
    PDActionURI action = new PDActionURI();
    action.setURI(address);
    link.setAction(action);
    return link(from, area, link);
  }

  private HandMade link(int from, PDRectangle area, PDAnnotationLink link) throws IOException {
    link.setRectangle(area);
    document.getPage(from).getAnnotations().add(link);
    return this;
  }

  private PDPageXYZDestination to(int page) {
    PDPageXYZDestination place = new PDPageXYZDestination();
    place.setPage(document.getPage(page));
    place.setLeft(72);
    place.setTop(712);
    return place;
  }

  byte[] bytes() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out);
    document.close();
    return out.toByteArray();
  }

  Path in(Path folder) throws IOException {
    return Files.write(folder.resolve("made.pdf"), bytes());
  }

  /** Writes all segments of a file in capitals, and returns the result. */
  static byte[] capitals(Path file, FormatOptions options) throws IOException {
    return capitals(file, options, new ArrayList<>());
  }

  /** Does so, and adds what a user should know. */
  static byte[] capitals(Path file, FormatOptions options, List<String> problems)
      throws IOException {
    try (Document document = new PdfFormat().open(file, options)) {
      Map<SegmentId, CodedText> targets = new HashMap<>();
      for (Segment segment : document.segments()) {
        CodedText source = segment.source();
        targets.put(segment.id(), source.withMarked(source.marked().toUpperCase(Locale.ROOT)));
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      problems.addAll(document.merge(lookup(targets), out));
      return out.toByteArray();
    }
  }

  private static TargetLookup lookup(Map<SegmentId, CodedText> targets) {
    return new TargetLookup() {
      @Override
      public String targetLanguage() {
        return "fr";
      }

      @Override
      public Optional<CodedText> target(SegmentId id) {
        return Optional.ofNullable(targets.get(id));
      }
    };
  }
}
