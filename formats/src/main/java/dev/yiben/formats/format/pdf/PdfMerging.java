package dev.yiben.formats.format.pdf;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Inline;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.TextRun;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.pdf.edit.PageEdits;
import dev.yiben.formats.pdf.font.DocumentFonts;
import dev.yiben.formats.pdf.font.FontLibrary;
import dev.yiben.formats.pdf.layout.Paragraph;
import dev.yiben.formats.pdf.layout.Word;
import dev.yiben.formats.pdf.page.Glyph;
import dev.yiben.formats.pdf.typeset.Item;
import dev.yiben.formats.pdf.typeset.Look;
import dev.yiben.formats.pdf.typeset.Passage;
import dev.yiben.formats.pdf.typeset.Placed;
import dev.yiben.formats.pdf.typeset.Setting;
import dev.yiben.formats.pdf.typeset.Typesetter;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.util.Matrix;

/** Writes targets into the pages of a file. */
final class PdfMerging {
  private final PDDocument document;
  private final List<PDPage> pages;
  private final String language;
  private final List<String> problems;
  private final FontLibrary fonts;
  private final DocumentFonts documentFonts;
  private final Typesetter typesetter;

  PdfMerging(
      PDDocument document,
      List<PDPage> pages,
      FormatOptions options,
      String language,
      List<String> problems)
      throws IOException {
    this.document = document;
    this.pages = pages;
    this.language = language;
    this.problems = problems;
    this.fonts = FontLibrary.of(options.pdf().fonts());
    this.documentFonts = new DocumentFonts(document);
    this.typesetter = new Typesetter(fonts, options.pdf().leastScale());
  }

  /** A part of a unit that changes. */
  private record Change(Unit unit, int part, CodedText target, double scale) {}

  void merge(Map<Unit, CodedText> targets) throws IOException {
    Map<Integer, List<Change>> byPage = new TreeMap<>();
    targets.forEach(
        (unit, target) -> {
          if (!target.plainText().codePoints().allMatch(fonts::covers)) {
            problems.add(unit.segment().id() + ": no font has its characters; the source is kept");
            return;
          }
          double scale = typesetter.scale(passage(unit, target, 1));
          for (int i = 0; i < unit.parts().size(); i++) {
            byPage
                .computeIfAbsent(unit.parts().get(i).page(), page -> new ArrayList<>())
                .add(new Change(unit, i, target, scale));
          }
        });
    PageParts reader = new PageParts(pages, Optional.empty());
    for (int i = 0; i < pages.size(); i++) {
      PageParts.Page page = reader.read(i);
      PageEdits edits = new PageEdits(document, page.layout().content());
      for (Change change : byPage.getOrDefault(i, List.of())) {
        write(change, page, edits);
      }
      edits.apply();
    }
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
    Setting setting = typesetter.set(passage(change.unit(), change.target(), change.scale()));
    if (setting.overflows()) {
      problems.add(change.unit().segment().id() + ": the translation does not fit its place");
    }
    int before = change.unit().codesBefore(change.part());
    AnchorLines.of(setting.placed(), change.part(), part.frame().size())
        .forEach(
            (anchor, lines) -> {
              if (part.text().meanings().get(anchor - before) instanceof Meaning.Link link) {
                LinkMoves.move(
                    link.links().stream().map(page.links()::link).toList(),
                    lines,
                    part.direction());
              }
            });
    AffineTransform toPage = part.direction().toPage();
    for (Placed placed : setting.placed()) {
      if (placed.frame() != change.part()) {
        continue;
      }
      if (placed instanceof Placed.Text text) {
        AffineTransform pose = new AffineTransform(toPage);
        pose.translate(text.x(), text.y());
        pose.scale(text.size() * text.stretch(), text.size());
        pose.shear(text.face().slant(), 0);
        Glyph like =
            text.look().ink() < 0 ? glyphs.get(part.text().glyph()) : glyphs.get(text.look().ink());
        edits.show(
            where,
            documentFonts.dictionary(text.face()),
            documentFonts.encode(text.face(), text.text()),
            new Matrix(pose),
            like.paint(),
            text.face().weight());
      } else if (placed instanceof Placed.Inset inset
          && part.text().meanings().get(inset.code() - before) instanceof Meaning.Drawn drawn) {
        for (int index : drawn.glyphs()) {
          Glyph glyph = glyphs.get(index);
          AffineTransform pose = new AffineTransform(toPage);
          pose.translate(inset.x(), inset.y());
          pose.scale(inset.scale(), inset.scale());
          pose.translate(-drawn.left(), -drawn.baseline());
          pose.concatenate(part.direction().toUpright());
          pose.concatenate(glyph.pose().createAffineTransform());
          edits.redraw(where, glyph, new Matrix(pose));
        }
      }
    }
  }

  private static Glyph first(Paragraph paragraph) {
    return paragraph.lines().get(0).words().get(0).glyphs().get(0);
  }

  /** Returns what is to be set: each run of text in the look of the codes around it. */
  private Passage passage(Unit unit, CodedText target, double mostScale) {
    Map<Integer, Meaning> meanings = new HashMap<>();
    for (int i = 0; i < unit.parts().size(); i++) {
      int before = unit.codesBefore(i);
      unit.parts()
          .get(i)
          .text()
          .meanings()
          .forEach((number, meaning) -> meanings.put(number + before, meaning));
    }
    Look base = unit.parts().get(0).text().base();
    Deque<Integer> open = new ArrayDeque<>();
    List<Item> items = new ArrayList<>();
    for (Inline inline : target.content()) {
      if (inline instanceof TextRun run) {
        items.add(new Item.Text(run.text(), look(open, meanings, base), anchor(open, meanings)));
      } else if (inline instanceof InlineCode code) {
        switch (code.kind()) {
          case OPEN -> open.push(code.number());
          case CLOSE -> open.pop();
          case STANDALONE -> {
            if (meanings.get(code.number()) instanceof Meaning.Drawn drawn) {
              items.add(
                  new Item.Inset(
                      code.number(),
                      drawn.width(),
                      drawn.ascent(),
                      drawn.descent(),
                      anchor(open, meanings)));
            } else {
              items.add(
                  new Item.Text(code.text(), look(open, meanings, base), anchor(open, meanings)));
            }
          }
        }
      }
    }
    return new Passage(items, unit.parts().stream().map(Part::frame).toList(), language, mostScale);
  }

  private static Look look(Deque<Integer> open, Map<Integer, Meaning> meanings, Look base) {
    for (int number : open) {
      if (meanings.get(number) instanceof Meaning.Styled styled) {
        Look look = styled.look();
        return new Look(look.style(), look.ratio(), look.rise(), styled.glyph());
      }
    }
    return new Look(base.style(), base.ratio(), base.rise(), -1);
  }

  private static int anchor(Deque<Integer> open, Map<Integer, Meaning> meanings) {
    for (int number : open) {
      if (meanings.get(number) instanceof Meaning.Link) {
        return number;
      }
    }
    return -1;
  }
}
