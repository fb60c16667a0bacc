package dev.yiben.formats.block;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Numbers of pages and lines of a printed edition, by their type or by a customary class. */
final class Markers {
  private static final Set<String> PAGES =
      Set.of("pagebreak", "pagenum", "pageno", "page-number", "pagenumber", "page-num");

  private static final Set<String> LINES =
      Set.of("linenum", "lnum", "lineno", "line-number", "linenumber", "line-num", "poemline-no");

  private static final Pattern NUMBER =
      Pattern.compile(
          "[\\[({]?\\s*+(?:p\\.|pg\\.?|page)?\\s*+(?:[0-9]{1,5}+|[ivxlcdm]{1,9}+)\\s*+[\\])}]?",
          Pattern.CASE_INSENSITIVE);

  private Markers() {}

  /** Returns the rule by which a marker stays as it is; nothing for other elements. */
  static Optional<String> rule(Element element) {
    if (Notes.types(element).contains("pagebreak")) {
      return Optional.of("page-break");
    }
    List<String> classes = element.words("class");
    if (classes.stream().anyMatch(PAGES::contains) && isNumber(element)) {
      return Optional.of("page-break");
    }
    boolean line = classes.stream().anyMatch(LINES::contains) && isNumber(element);
    return line ? Optional.of("line-number") : Optional.empty();
  }

  private static boolean isNumber(Element element) {
    return element
        .briefText()
        .filter(text -> text.isEmpty() || NUMBER.matcher(text).matches())
        .isPresent();
  }
}
