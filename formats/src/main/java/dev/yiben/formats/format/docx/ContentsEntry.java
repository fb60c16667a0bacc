package dev.yiben.formats.format.docx;

import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A line of a table of contents: its number and its page are none of its words, so that they read
 * the same as its heading.
 */
final class ContentsEntry {
  /** Numbers as headings have them, such as {@code 2.1}, {@code IV.}, {@code (a)}, {@code 第一章}. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "[(\\[]?(?:\\p{N}+|[\\p{L}&&[^\\p{Ll}]]{1,2}|[ivxlcIVXLC]+|[a-z])"
              + "(?:[.\\-–]\\p{N}+)*[.):\\]]*|第[\\p{N}一二三四五六七八九十百]+[章节節条條部篇]");

  private static final Pattern PAGE =
      Pattern.compile("(?:\\p{L}{1,3}[-–.])?\\p{N}+|[ivxlcdmIVXLCDM]+");

  private final Set<Integer> numbers = new HashSet<>();

  /** Reads a paragraph ({@code w:p}). */
  ContentsEntry(XmlElement paragraph) {
    List<List<XmlElement>> columns = new ArrayList<>();
    columns.add(new ArrayList<>());
    addColumns(paragraph, columns);
    if (columns.size() > 1 && isAll(NUMBER, columns.get(0)) && hasWords(columns, 1)) {
      columns.get(0).forEach(text -> numbers.add(text.start()));
    }
    List<XmlElement> last = columns.get(columns.size() - 1);
    if (columns.size() > 1 && isAll(PAGE, last)) {
      last.forEach(text -> numbers.add(text.start()));
    }
  }

  /** Adds the texts of a paragraph by the tabs between them, not those of paragraphs within. */
  private static void addColumns(XmlElement element, List<List<XmlElement>> columns) {
    for (XmlElement child : element.children()) {
      if (!child.name().namespace().equals(Namespaces.WORD)) {
        continue;
      }
      switch (child.local()) {
        case "tab", "ptab" -> columns.add(new ArrayList<>());
        case "t" -> columns.get(columns.size() - 1).add(child);
        case "pPr", "rPr", "sdtPr", "pict", "object", "drawing" -> {}
        default -> addColumns(child, columns);
      }
    }
  }

  private static boolean hasWords(List<List<XmlElement>> columns, int from) {
    return columns.subList(from, columns.size()).stream()
        .flatMap(List::stream)
        .anyMatch(text -> text.text().codePoints().anyMatch(Character::isLetter));
  }

  private static boolean isAll(Pattern pattern, List<XmlElement> texts) {
    StringBuilder all = new StringBuilder();
    texts.forEach(text -> all.append(text.text()));
    return pattern.matcher(all.toString().strip()).matches();
  }

  /** Returns the rule by which a text is left out, if it is a number. */
  Optional<String> leftOut(XmlElement text) {
    return numbers.contains(text.start()) ? Optional.of("contents-number") : Optional.empty();
  }
}
