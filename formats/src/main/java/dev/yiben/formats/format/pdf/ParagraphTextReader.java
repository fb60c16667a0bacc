package dev.yiben.formats.format.pdf;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.pdf.font.FontStyle;
import dev.yiben.formats.pdf.layout.Line;
import dev.yiben.formats.pdf.layout.Paragraph;
import dev.yiben.formats.pdf.layout.Word;
import dev.yiben.formats.pdf.page.Box;
import dev.yiben.formats.pdf.page.Glyph;
import dev.yiben.formats.pdf.page.GlyphFont;
import dev.yiben.formats.pdf.typeset.Look;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the text of a paragraph: its words, and as codes what looks different or is kept. */
final class ParagraphTextReader {
  private static final String DRAWING = "drawing";

  private final Paragraph paragraph;
  private final PageLinks links;
  private final LineEnds lineEnds;
  private final boolean mirrored;
  private final CodedText.Builder text = CodedText.builder();
  private final Map<Integer, Meaning> meanings = new HashMap<>();
  private final List<Meaning.Drawn> drawings = new ArrayList<>();
  private final Glyph prevailing;
  private final Look base;
  private Look style;
  private int styleCode;
  private int link = -1;
  private int linkCode;
  private final List<Integer> over;
  private final List<Integer> linked = new ArrayList<>();
  private boolean begun;
  private boolean spaceAfterLine;

  private ParagraphTextReader(Paragraph paragraph, PageLinks links, LineEnds lineEnds) {
    this.paragraph = paragraph;
    this.links = links;
    this.over = links.over(paragraph);
    this.lineEnds = lineEnds;
    this.mirrored = paragraph.rightToLeft() && Brackets.areMirrored(paragraph);
    this.prevailing = prevailing(paragraph);
    this.base = look(prevailing, Word.Kind.TEXT, prevailing.paint().rgb());
    this.style = base;
  }

  /**
   * Reads a paragraph.
   *
   * @param links the links of the page
   * @param lineEnds tells what the ends of its lines stand for
   */
  static ParagraphText read(Paragraph paragraph, PageLinks links, LineEnds lineEnds) {
    ParagraphTextReader reader = new ParagraphTextReader(paragraph, links, lineEnds);
    for (int i = 0; i < paragraph.lines().size(); i++) {
      reader.line(i);
    }
    reader.leaveStyle();
    reader.leaveLink();
    CodedText source = reader.text.build();
    reader.nameDrawings(source);
    return new ParagraphText(
        source,
        reader.base,
        reader.prevailing.font().name(),
        reader.prevailing.index(),
        reader.meanings,
        reader.over);
  }

  /** Says which codes the drawings are, for brackets of the text are codes too. */
  private void nameDrawings(CodedText source) {
    Iterator<Meaning.Drawn> next = drawings.iterator();
    for (InlineCode code : source.codes()) {
      if (code.original().equals(DRAWING)) {
        meanings.put(code.number(), next.next());
      }
    }
  }

  /** Returns a glyph of the look that most glyphs have. */
  private static Glyph prevailing(Paragraph paragraph) {
    Map<String, Integer> counts = new HashMap<>();
    Glyph most = null;
    int mostCount = 0;
    for (Line line : paragraph.lines()) {
      for (Word word : line.words()) {
        for (Glyph glyph : word.glyphs()) {
          if (most == null) {
            most = glyph;
          }
          if (word.kind() == Word.Kind.TEXT) {
            int count = counts.merge(key(glyph), 1, Integer::sum);
            if (count > mostCount) {
              mostCount = count;
              most = glyph;
            }
          }
        }
      }
    }
    return most;
  }

  private static String key(Glyph glyph) {
    GlyphFont font = glyph.font();
    return font.serif()
        + "/"
        + font.mono()
        + font.bold()
        + font.italic()
        + glyph.paint().rgb()
        + "/"
        + Math.round(glyph.size());
  }

  /** Returns the look of a word; marks without letters take that of what is before them. */
  private Look look(Word word, String read) {
    if (word.kind() == Word.Kind.KEPT) {
      return base;
    }
    if (word.kind() == Word.Kind.TEXT
        && begun
        && read.chars().noneMatch(Character::isLetterOrDigit)) {
      return style;
    }
    Glyph glyph = word.glyphs().get(0);
    int rgb = alike(glyph.paint().rgb(), base.ink()) ? base.ink() : glyph.paint().rgb();
    Look look = look(glyph, word.kind(), rgb);
    boolean smallCapitals =
        word.kind() == Word.Kind.TEXT
            && look.ratio() > 0.65
            && look.ratio() < 1
            && read.equals(read.toUpperCase(Locale.ROOT));
    return smallCapitals ? new Look(look.style(), 1, look.rise(), look.ink()) : look;
  }

  private Look look(Glyph glyph, Word.Kind kind, int rgb) {
    GlyphFont font = glyph.font();
    double ratio = Math.round(glyph.size() / paragraph.size() * 20) / 20.0;
    double rise = 0;
    if (kind == Word.Kind.SUPERSCRIPT) {
      rise = 0.35;
    } else if (kind == Word.Kind.SUBSCRIPT) {
      rise = -0.15;
    }
    return new Look(
        new FontStyle(font.serif(), font.mono(), font.bold(), font.italic()),
        Math.abs(ratio - 1) <= 0.1 ? 1 : ratio,
        rise,
        rgb);
  }

  /** Returns whether nobody tells two colours apart. */
  private static boolean alike(int one, int other) {
    int far = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      far = Math.max(far, Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF)));
    }
    return far <= 24;
  }

  private void line(int index) {
    List<Word> words = paragraph.lines().get(index).words();
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      String read = read(word);
      boolean space = i == 0 ? spaceAfterLine : word.spaceBefore();
      if (i == words.size() - 1 && index < paragraph.lines().size() - 1) {
        String next = read(paragraph.lines().get(index + 1).words().get(0));
        LineEnd end = lineEnds.between(read, next);
        spaceAfterLine = end == LineEnd.SPACE;
        if (end == LineEnd.DROPS_HYPHEN) {
          read = read.substring(0, read.length() - 1);
        }
      }
      word(word, read, space && begun);
    }
  }

  private String read(Word word) {
    return mirrored ? Brackets.mirrored(word.text()) : word.text();
  }

  private void word(Word word, String read, boolean space) {
    int at = link(word);
    Look look = look(word, read);
    if (at != link || !look.equals(style)) {
      leaveStyle();
    }
    if (at != link) {
      leaveLink();
    }
    if (space) {
      text.text(" ");
    }
    if (at != link && at >= 0) {
      link = at;
      linkCode = text.open("link");
      linked.clear();
      linked.add(at);
    }
    if (!look.equals(style)) {
      style = look;
      styleCode = text.open("style");
      Glyph glyph = word.glyphs().get(0);
      meanings.put(styleCode, new Meaning.Styled(look, glyph.font().name(), glyph.index()));
    }
    if (word.kind() == Word.Kind.KEPT) {
      keep(word);
    } else {
      text.text(read);
    }
    begun = true;
  }

  private void keep(Word word) {
    Box box = word.box();
    double baseline = word.glyphs().get(0).baseline();
    List<Integer> glyphs = word.glyphs().stream().map(Glyph::index).toList();
    text.standalone(DRAWING, word.text());
    drawings.add(
        new Meaning.Drawn(
            glyphs,
            box.left(),
            baseline,
            box.width(),
            Math.max(0, box.top() - baseline),
            Math.max(0, baseline - box.bottom())));
  }

  /** Returns the link that a word belongs to, which may be over another line as well. */
  private int link(Word word) {
    if (!over.isEmpty()) {
      return -1;
    }
    int at = links.at(paragraph.direction().onPage(word.box()));
    if (at >= 0 && link >= 0 && at != link && links.same(at, link)) {
      if (linked.get(linked.size() - 1) != at) {
        linked.add(at);
      }
      return link;
    }
    return at;
  }

  private void leaveStyle() {
    if (styleCode > 0) {
      text.close(styleCode, "style");
      styleCode = 0;
    }
    style = base;
  }

  private void leaveLink() {
    if (linkCode > 0) {
      text.close(linkCode, "link");
      meanings.put(linkCode, new Meaning.Link(linked));
      linkCode = 0;
    }
    link = -1;
  }
}
