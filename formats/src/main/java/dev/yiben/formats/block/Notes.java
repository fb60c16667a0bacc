package dev.yiben.formats.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Footnotes and endnotes, and what refers to them. */
final class Notes {
  private static final Set<String> NOTES = Set.of("footnote", "endnote", "rearnote", "note");
  private static final int LONGEST_MARK = 3;

  private Notes() {}

  /** Returns the words of {@code epub:type} and of {@code role}, the latter without its prefix. */
  static List<String> types(Element element) {
    if (element.tag().attributes().isEmpty()) {
      return List.of();
    }
    List<String> types = new ArrayList<>(element.words("epub:type"));
    element.words("role").forEach(role -> types.add(role.replace("doc-", "")));
    return types;
  }

  static boolean isNote(Element element) {
    return element.name().equals("note") || types(element).stream().anyMatch(NOTES::contains);
  }

  /** Returns whether an element is a number or a sign that refers to a note. */
  static boolean isMark(Element element) {
    Optional<String> text = element.briefText().filter(brief -> !brief.isEmpty());
    if (text.isEmpty() || element.holds(TagIndex.Content.IMAGE)) {
      return false;
    }
    return text.get().codePoints().noneMatch(Character::isLetter)
        || (types(element).contains("noteref") && text.get().length() <= LONGEST_MARK);
  }
}
