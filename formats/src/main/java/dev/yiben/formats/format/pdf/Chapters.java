package dev.yiben.formats.format.pdf;

import dev.yiben.formats.format.Coverage;
import dev.yiben.formats.pdf.beside.Destinations;
import dev.yiben.formats.pdf.beside.Outline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** Names the chapter that a paragraph belongs to, by the outline of the file. */
final class Chapters {
  /** Shorter chapters are one with those after them, so that these are not without context. */
  private static final int ENOUGH_CHARACTERS = 10_000;

  private static final int DEEPEST = 4;

  private final List<List<String>> streams;

  private Chapters(List<List<String>> streams) {
    this.streams = streams;
  }

  /**
   * Finds the chapters of a file.
   *
   * @param pages the paragraphs of each page
   */
  static Chapters of(COSDictionary catalog, Destinations destinations, List<List<Part>> pages) {
    Map<Integer, List<String>> starts = new HashMap<>();
    for (COSDictionary item : level(catalog)) {
      OptionalInt page = destinations.of(item).map(destinations::page).orElse(OptionalInt.empty());
      if (page.isPresent()) {
        starts
            .computeIfAbsent(page.getAsInt(), key -> new ArrayList<>())
            .add(letters(Optional.ofNullable(item.getString(COSName.TITLE)).orElse("")));
      }
    }
    List<List<String>> streams = new ArrayList<>();
    String stream = "page-1";
    long characters = 0;
    for (int i = 0; i < pages.size(); i++) {
      List<Part> parts = pages.get(i);
      int start = starts.containsKey(i) ? start(parts, starts.get(i)) : -1;
      List<String> names = new ArrayList<>();
      for (Part part : parts) {
        if (part.number() == start && characters >= ENOUGH_CHARACTERS) {
          stream = "page-" + (i + 1);
          characters = 0;
        }
        names.add(stream);
        characters += Coverage.characters(part.text().source().plainText());
      }
      streams.add(names);
    }
    return new Chapters(streams);
  }

  /** Returns the name of the chapter of a paragraph. */
  String of(Part part) {
    return streams.get(part.page()).get(part.number());
  }

  /** Returns the items of the highest level that has several: that above is the book itself. */
  private static List<COSDictionary> level(COSDictionary catalog) {
    COSDictionary parent = catalog.getCOSDictionary(COSName.OUTLINES);
    List<COSDictionary> items = parent == null ? List.of() : Outline.below(parent);
    for (int depth = 0; depth < DEEPEST && items.size() == 1; depth++) {
      items = Outline.below(items.get(0));
    }
    return items;
  }

  /** Returns the paragraph that is the heading of a chapter, or the first of the page. */
  private static int start(List<Part> parts, List<String> titles) {
    for (Part part : parts) {
      String text = letters(part.text().source().visibleText());
      if (titles.stream().anyMatch(title -> !title.isEmpty() && text.equals(title))) {
        return part.number();
      }
    }
    return 0;
  }

  private static String letters(String text) {
    StringBuilder letters = new StringBuilder();
    text.codePoints()
        .filter(Character::isLetterOrDigit)
        .map(Character::toLowerCase)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }
}
