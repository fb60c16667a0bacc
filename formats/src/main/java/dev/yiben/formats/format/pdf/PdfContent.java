package dev.yiben.formats.format.pdf;

import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.format.Coverage;
import dev.yiben.formats.format.Tally;
import dev.yiben.formats.pdf.beside.BesideText;
import dev.yiben.formats.pdf.beside.BesideTexts;
import dev.yiben.formats.pdf.beside.Destinations;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * What is read of a file.
 *
 * @param units segments of the pages, and where they stand
 * @param beside segments beside the pages
 * @param coverage of all text
 * @param language that the file declares
 * @param notices what a user should know
 */
record PdfContent(
    List<Unit> units,
    List<Segment> beside,
    Coverage coverage,
    Optional<String> language,
    List<String> notices) {
  PdfContent {
    units = List.copyOf(units);
    beside = List.copyOf(beside);
    notices = List.copyOf(notices);
  }

  /** Returns all segments, those beside the pages last. */
  List<Segment> segments() {
    return Stream.concat(units.stream().map(Unit::segment), beside.stream()).toList();
  }

  /** Reads a file. */
  static PdfContent read(PDDocument document, List<PDPage> pages) {
    COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
    Tally tally = new Tally();
    Peculiarities peculiarities = new Peculiarities();
    peculiarities.of(document);
    PageParts reader = new PageParts(document, pages, peculiarities.keepRule());
    List<List<Part>> parts = new ArrayList<>();
    RunningTexts running = new RunningTexts();
    for (int i = 0; i < pages.size(); i++) {
      parts.add(read(reader, i, tally, peculiarities, running));
    }
    Chapters chapters = Chapters.of(catalog, new Destinations(document, pages), parts);
    List<Unit> units = Units.of(parts, running.found(), chapters::of);
    units.forEach(unit -> count(unit, tally));
    List<Segment> beside =
        BesideTexts.read(document, tally).stream().map(BesideText::segment).toList();
    return new PdfContent(
        units, beside, tally.coverage(), Language.of(catalog, units), peculiarities.notices());
  }

  /** Reads a page; one that cannot be read stays as it is. */
  private static List<Part> read(
      PageParts reader, int index, Tally tally, Peculiarities peculiarities, RunningTexts running) {
    try {
      PageParts.Page page = reader.read(index);
      peculiarities.of(page);
      running.add(page);
      page.layout()
          .outside()
          .forEach(
              (rule, glyphs) ->
                  glyphs.forEach(
                      glyph -> {
                        tally.text(glyph.text());
                        tally.outside(rule, glyph.text());
                      }));
      return page.parts();
    } catch (IOException | RuntimeException | StackOverflowError e) {
      peculiarities.unread(index, e);
      return List.of();
    }
  }

  /** Counts a unit, of which the drawings are in no segment's plain text. */
  private static void count(Unit unit, Tally tally) {
    tally.text(unit.segment().source().visibleText());
    for (InlineCode code : unit.segment().source().codes()) {
      tally.outside("inline-code", code.text());
    }
    for (Part mirror : unit.mirrors()) {
      tally.text(mirror.text().source().visibleText());
      tally.outside("mirror", mirror.text().source().visibleText());
    }
  }
}
