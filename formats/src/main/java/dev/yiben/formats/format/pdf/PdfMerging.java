package dev.yiben.formats.format.pdf;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.pdf.edit.DocumentEdits;
import dev.yiben.formats.pdf.edit.PageEdits;
import dev.yiben.formats.pdf.font.DocumentFonts;
import dev.yiben.formats.pdf.font.FontLibrary;
import dev.yiben.formats.pdf.layout.Paragraph;
import dev.yiben.formats.pdf.layout.Word;
import dev.yiben.formats.pdf.page.Direction;
import dev.yiben.formats.pdf.page.Glyph;
import dev.yiben.formats.pdf.typeset.DrawnText;
import dev.yiben.formats.pdf.typeset.Placed;
import dev.yiben.formats.pdf.typeset.Setting;
import dev.yiben.formats.pdf.typeset.Typesetter;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.util.Matrix;

/** Writes targets into the pages of a file. */
final class PdfMerging {
  /** Where a character that stands across its line begins above its baseline, in em. */
  private static final double EM_ASCENT = 0.88;

  private final PDDocument document;
  private final List<PDPage> pages;
  private final List<String> problems;
  private final FontLibrary fonts;
  private final DocumentFonts documentFonts;
  private final Typesetter typesetter;
  private final LinkMoves links;
  private final Passages passages;
  private final RoleScales scales = new RoleScales();
  private final Set<SegmentId> overflowing = new HashSet<>();

  PdfMerging(
      PDDocument document,
      List<PDPage> pages,
      FormatOptions options,
      String language,
      List<String> problems)
      throws IOException {
    this.document = document;
    this.pages = pages;
    this.links = new LinkMoves(pages);
    this.problems = problems;
    this.fonts = FontLibrary.of(options.pdf().fonts(), pages);
    this.documentFonts = new DocumentFonts(document);
    this.typesetter = new Typesetter(fonts, options.pdf().leastScale());
    this.passages = new Passages(language);
  }

  /** A part of a unit that changes. */
  private record Change(Unit unit, int part, CodedText target) {}

  void merge(Map<Unit, CodedText> targets) throws IOException {
    Map<Integer, List<Change>> byPage = new TreeMap<>();
    targets.forEach(
        (unit, target) -> {
          Optional<String> obstacle = fonts.obstacle(DrawnText.of(target.plainText()));
          if (obstacle.isPresent()) {
            problems.add(
                unit.segment().id()
                    + ": the translation cannot be written, since "
                    + obstacle.get()
                    + "; the source is kept");
            return;
          }
          scales.add(unit, typesetter.scale(passages.passage(unit, target, 1)));
          for (Unit instance : unit.instances()) {
            for (int i = 0; i < instance.parts().size(); i++) {
              byPage
                  .computeIfAbsent(instance.parts().get(i).page(), page -> new ArrayList<>())
                  .add(new Change(instance, i, target));
            }
          }
        });
    DocumentEdits documentEdits = new DocumentEdits(document);
    PageParts reader = new PageParts(document, pages, Optional.empty());
    for (int i = 0; i < pages.size(); i++) {
      List<Change> changes = byPage.getOrDefault(i, List.of());
      try {
        PageParts.Page page = reader.read(i);
        PageEdits edits = documentEdits.of(page.layout().content());
        for (Change change : changes) {
          write(change, page, edits);
        }
        edits.apply();
      } catch (IOException | RuntimeException | StackOverflowError e) {
        // What could not be read has no changes, and was told of when it was read first.
        if (!changes.isEmpty()) {
          problems.add(
              "page %d cannot be written (%s); left as it is".formatted(i + 1, PdfFile.reason(e)));
        }
      }
    }
    documentEdits.finish();
    documentFonts.finish();
  }

  private void write(Change change, PageParts.Page page, PageEdits edits) throws IOException {
    Part part = change.unit().parts().get(change.part());
    Paragraph paragraph = page.layout().paragraphs().get(part.number());
    List<Glyph> glyphs = page.layout().content().glyphs();
    Glyph where = first(paragraph);
    paragraph.lines().stream()
        .flatMap(line -> line.words().stream())
        .map(Word::glyphs)
        .flatMap(List::stream)
        .forEach(edits::remove);
    Unit unit = change.unit();
    Setting setting = typesetter.set(passages.passage(unit, change.target(), scales.of(unit)));
    if (setting.overflows() && change.part() == 0 && overflowing.add(unit.segment().id())) {
      problems.add(change.unit().segment().id() + ": the translation does not fit its place");
    }
    Direction direction = passages.direction(part, unit);
    links.move(unit, change.part(), setting.placed(), page.links(), direction);
    for (Placed placed : setting.placed()) {
      if (placed.frame() != change.part()) {
        continue;
      }
      if (placed instanceof Placed.Text text) {
        show(text, direction, change, glyphs, where, edits);
      } else if (placed instanceof Placed.Inset inset) {
        redraw(inset, direction, change, glyphs, where, edits);
      }
    }
  }

  private void show(
      Placed.Text text,
      Direction direction,
      Change change,
      List<Glyph> glyphs,
      Glyph where,
      PageEdits edits)
      throws IOException {
    AffineTransform pose = direction.toPage();
    if (text.turned()) {
      pose.translate(
          text.x() + EM_ASCENT * text.size(),
          text.y() - text.face().advance(text.text().codePointAt(0)) * text.size() / 2);
      pose.quadrantRotate(1);
    } else {
      pose.translate(text.x(), text.y());
    }
    pose.scale(text.size() * text.stretch(), text.size());
    pose.shear(text.face().slant(), 0);
    Part part = change.unit().parts().get(change.part());
    int ink = Passages.ink(text.look(), change.unit(), change.part());
    edits.show(
        where,
        documentFonts.dictionary(text.face()),
        documentFonts.encode(text.face(), text.text()),
        new Matrix(pose),
        glyphs.get(ink < 0 ? part.text().glyph() : ink).paint(),
        text.face().weight());
  }

  private static void redraw(
      Placed.Inset inset,
      Direction direction,
      Change change,
      List<Glyph> glyphs,
      Glyph where,
      PageEdits edits)
      throws IOException {
    Meaning.Drawn drawn = change.unit().drawn(inset.item().code());
    AffineTransform toUpright = change.unit().parts().get(change.part()).direction().toUpright();
    for (int index : drawn.glyphs()) {
      Glyph glyph = glyphs.get(index);
      if (glyph.place().stream() != where.place().stream()) {
        throw new IOException("a drawing belongs to another content stream than its text");
      }
      AffineTransform pose = direction.toPage();
      pose.translate(inset.x(), inset.y());
      pose.scale(inset.scale(), inset.scale());
      pose.translate(-drawn.left(), -drawn.baseline());
      pose.concatenate(toUpright);
      pose.concatenate(glyph.pose().createAffineTransform());
      edits.redraw(where, glyph, new Matrix(pose));
    }
  }

  private static Glyph first(Paragraph paragraph) {
    return paragraph.lines().get(0).words().get(0).glyphs().get(0);
  }
}
