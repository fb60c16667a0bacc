package dev.yiben.formats.format.pdf;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Inline;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.TextRun;
import dev.yiben.formats.pdf.font.FontStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Joins paragraphs that go on in the next column or on the next page. */
final class Joints {
  /** Between two halves there are no more other paragraphs than that, such as notes. */
  private static final int MOST_BETWEEN = 12;

  private static final LineEnds LINE_ENDS = new LineEnds(Set.of());

  private Joints() {}

  /**
   * Returns the paragraphs of all pages, each with those that it goes on in.
   *
   * @param pages the paragraphs of each page
   */
  static List<List<Part>> joined(List<List<Part>> pages) {
    List<List<Part>> chains = new ArrayList<>();
    List<Part> open = null;
    int since = 0;
    for (List<Part> page : pages) {
      for (Part part : page) {
        if (open != null
            && goesOn(open.get(open.size() - 1), part)
            && canBeDrawnInAll(open, part)) {
          open.add(part);
          open = part.goesOn() ? open : null;
          since = 0;
          continue;
        }
        List<Part> chain = new ArrayList<>(List.of(part));
        chains.add(chain);
        if (part.goesOn()) {
          open = chain;
          since = 0;
        } else if (++since > MOST_BETWEEN || (open != null && ends(open.get(0), part))) {
          open = null;
        }
      }
    }
    return chains;
  }

  /**
   * Returns whether all that parts have can be drawn wherever it comes in the translation: formulas
   * and the like are glyphs of their own page.
   */
  private static boolean canBeDrawnInAll(List<Part> parts, Part next) {
    return parts.get(0).page() == next.page()
        || Stream.concat(parts.stream(), Stream.of(next))
            .flatMap(part -> part.text().meanings().values().stream())
            .noneMatch(Meaning.Drawn.class::isInstance);
  }

  /** Returns whether text of a part can only come when another has come to its end. */
  private static boolean ends(Part part, Part other) {
    return other.keepRule().isEmpty()
        && alike(part, other)
        && other.text().source().plainText().length() > 40;
  }

  private static boolean goesOn(Part part, Part next) {
    boolean below =
        next.page() == part.page() && next.frame().box().top() <= part.frame().box().bottom();
    return next.hasBegun()
        && next.role() == Role.PARAGRAPH
        && next.keepRule().isEmpty()
        && part.keepRule().isEmpty()
        && next.page() <= part.page() + 1
        && !below
        && part.direction().equals(next.direction())
        && alike(part, next);
  }

  private static boolean alike(Part one, Part other) {
    FontStyle style = one.text().base().style();
    FontStyle otherStyle = other.text().base().style();
    return Math.abs(one.frame().size() - other.frame().size()) < 0.06 * one.frame().size()
        && style.equals(otherStyle);
  }

  /** Returns the text of parts one after the other, their codes numbered through. */
  static CodedText text(List<Part> parts) {
    if (parts.size() == 1) {
      return parts.get(0).text().source();
    }
    CodedText.Builder text = CodedText.builder();
    for (int i = 0; i < parts.size(); i++) {
      LineEnd end =
          i + 1 < parts.size()
              ? LINE_ENDS.between(
                  lastWord(parts.get(i).text().source()),
                  parts.get(i + 1).text().source().visibleText())
              : LineEnd.NOTHING;
      append(parts.get(i).text().source(), end == LineEnd.DROPS_HYPHEN, text);
      if (end == LineEnd.SPACE) {
        text.text(" ");
      }
    }
    return text.build();
  }

  private static String lastWord(CodedText source) {
    String text = source.visibleText();
    return text.substring(text.lastIndexOf(' ') + 1);
  }

  private static void append(CodedText source, boolean dropsHyphen, CodedText.Builder text) {
    Map<Integer, Integer> open = new HashMap<>();
    List<Inline> content = source.content();
    int lastRun = -1;
    for (int i = 0; i < content.size(); i++) {
      lastRun = content.get(i) instanceof TextRun ? i : lastRun;
    }
    for (int i = 0; i < content.size(); i++) {
      if (content.get(i) instanceof TextRun run) {
        int length = run.text().length() - (dropsHyphen && i == lastRun ? 1 : 0);
        text.text(run.text().substring(0, length));
      } else if (content.get(i) instanceof InlineCode code) {
        switch (code.kind()) {
          case OPEN -> open.put(code.number(), text.open(code.original()));
          case CLOSE -> text.close(open.get(code.number()), code.original());
          case STANDALONE -> text.standalone(code.original(), code.text());
        }
      }
    }
  }
}
