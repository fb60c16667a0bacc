package dev.yiben.formats.format.pdf;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Inline;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.TextRun;
import dev.yiben.formats.pdf.layout.PageNumerals;
import dev.yiben.formats.pdf.layout.Paragraph;
import dev.yiben.formats.pdf.page.Box;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Finds texts that run through the pages, such as headers and footers: they stand in the same place
 * near an edge and read the same but for numbers, which become codes where they differ.
 */
final class RunningTexts {
  /** Running texts stand within this part of the page from its upper or lower edge. */
  private static final double MARGIN = 0.16;

  /** They stand in the same place but for so many points. */
  private static final double SAME_PLACE = 4;

  private static final int MOST_LINES = 3;

  private static final LineEnds LINE_ENDS = new LineEnds(Set.of());

  private final Map<Key, List<List<Found>>> groups = new LinkedHashMap<>();
  private int pages;

  /** What is the same on all pages: the text without numbers, and what it looks like. */
  private record Key(String text, int degrees, long size) {}

  /**
   * A text that may run through pages.
   *
   * @param numbered what it reads as, with all numbers as codes
   */
  private record Found(Part part, ParagraphText numbered) {}

  /** Takes note of the texts of a page; pages come in their order. */
  void add(PageParts.Page page) {
    pages++;
    for (Part part : page.parts()) {
      Paragraph paragraph = page.layout().paragraphs().get(part.number());
      if (part.keepRule().isPresent()
          || paragraph.lines().size() > MOST_LINES
          || !isNearEdge(
              part.frame().box(), part.direction().upright(page.layout().content().crop()))) {
        continue;
      }
      Found found =
          new Found(
              part,
              ParagraphTextReader.read(PageNumerals.kept(paragraph), page.links(), LINE_ENDS));
      Key key =
          new Key(
              withoutNumbers(found.numbered),
              part.direction().degrees(),
              Math.round(part.frame().size()));
      List<List<Found>> alike = groups.computeIfAbsent(key, absent -> new ArrayList<>());
      alike.stream()
          .filter(group -> samePlace(group.get(group.size() - 1).part, part))
          .findFirst()
          .orElseGet(
              () -> {
                List<Found> group = new ArrayList<>();
                alike.add(group);
                return group;
              })
          .add(found);
    }
  }

  private static boolean isNearEdge(Box box, Box page) {
    double margin = MARGIN * page.height();
    return box.bottom() > page.top() - margin || box.top() < page.bottom() + margin;
  }

  private static boolean samePlace(Part one, Part other) {
    return one.page() != other.page()
        && Math.abs(one.frame().box().top() - other.frame().box().top()) < SAME_PLACE
        && Math.abs(one.frame().box().bottom() - other.frame().box().bottom()) < SAME_PLACE;
  }

  private static String withoutNumbers(ParagraphText text) {
    StringBuilder rest = new StringBuilder();
    for (Inline inline : text.source().content()) {
      if (inline instanceof TextRun run) {
        rest.append(run.text());
      } else if (inline instanceof InlineCode code) {
        rest.append(isNumber(code, text) ? "\u0001" : "\u0002" + code.kind() + code.text());
      }
    }
    return rest.toString();
  }

  /** Returns the texts that are on several pages, each with those of all its pages. */
  List<List<Part>> found() {
    List<List<Part>> found = new ArrayList<>();
    for (List<List<Found>> alike : groups.values()) {
      for (List<Found> group : alike) {
        boolean cell = group.get(0).part.role() == Role.TABLE_CELL;
        if (group.size() > (cell ? Math.max(2, pages / 2) : 1)) {
          found.add(same(group));
        }
      }
    }
    return found;
  }

  /** Returns texts so that they differ in nothing but what their codes show. */
  private static List<Part> same(List<Found> group) {
    Part first = group.get(0).part;
    if (group.stream().allMatch(found -> isSame(first, found.part))) {
      return group.stream().map(Found::part).toList();
    }
    List<List<String>> numbers = group.stream().map(found -> numbers(found.numbered)).toList();
    IntPredicate differs =
        number -> numbers.stream().map(own -> own.get(number)).distinct().count() > 1;
    return group.stream()
        .map(found -> found.part.with(withCodes(found.numbered, differs)))
        .toList();
  }

  private static boolean isSame(Part one, Part other) {
    return one.text().source().marked().equals(other.text().source().marked())
        && one.text().source().visibleText().equals(other.text().source().visibleText());
  }

  private static boolean isNumber(InlineCode code, ParagraphText text) {
    return code.kind() == InlineCode.Kind.STANDALONE
        && PageNumerals.isNumeral(code.text())
        && text.meanings().get(code.number()) instanceof Meaning.Drawn;
  }

  private static List<String> numbers(ParagraphText text) {
    return text.source().codes().stream()
        .filter(code -> isNumber(code, text))
        .map(InlineCode::text)
        .toList();
  }

  /**
   * Returns a text with only some of its numbers as codes, the others as text.
   *
   * @param stays tells by its place among them whether a number is a code
   */
  private static ParagraphText withCodes(ParagraphText text, IntPredicate stays) {
    CodedText.Builder builder = CodedText.builder();
    Map<Integer, Integer> open = new HashMap<>();
    List<Meaning> drawings = new ArrayList<>();
    Map<Integer, Meaning> meanings = new HashMap<>();
    int numbers = 0;
    for (Inline inline : text.source().content()) {
      if (inline instanceof TextRun run) {
        builder.text(run.text());
      } else if (inline instanceof InlineCode code) {
        switch (code.kind()) {
          case OPEN -> {
            int number = builder.open(code.original());
            open.put(code.number(), number);
            meanings.put(number, text.meanings().get(code.number()));
          }
          case CLOSE -> builder.close(open.get(code.number()), code.original());
          case STANDALONE -> {
            if (isNumber(code, text) && !stays.test(numbers++)) {
              builder.text(code.text());
            } else {
              builder.standalone(code.original(), code.text());
              drawings.add(text.meanings().get(code.number()));
            }
          }
        }
      }
    }
    CodedText source = builder.build();
    int next = 0;
    for (InlineCode code : source.codes()) {
      if (code.kind() == InlineCode.Kind.STANDALONE) {
        Meaning meaning = drawings.get(next++);
        if (meaning != null) {
          meanings.put(code.number(), meaning);
        }
      }
    }
    return new ParagraphText(
        source, text.base(), text.font(), text.glyph(), meanings, text.links());
  }
}
