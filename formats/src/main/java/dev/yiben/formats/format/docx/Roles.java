package dev.yiben.formats.format.docx;

import dev.yiben.formats.document.Role;
import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds out what paragraphs are, by their styles and by where they stand. */
final class Roles {
  /** Levels of the outline are numbered from zero; the next says that it is no heading. */
  private static final int LEVELS = 9;

  private static final Set<String> TITLES = Set.of("title", "subtitle", "toc heading");

  /** Names of styles for lines of tables of contents, of figures and of words. */
  private static final Pattern CONTENTS =
      Pattern.compile("toc [1-9]|index [1-9]|table of (figures|authorities)");

  private final Story story;

  Roles(Story story) {
    this.story = story;
  }

  /** Returns the level of a heading in the outline, from zero; nothing for other paragraphs. */
  OptionalInt level(XmlElement paragraph) {
    Optional<String> level = story.look().styles().paragraph(paragraph).value("outlineLvl");
    return level.isPresent() && level.get().matches("[0-8]")
        ? OptionalInt.of(Integer.parseInt(level.get()))
        : OptionalInt.empty();
  }

  /** Returns a level below that of all headings. */
  static int noLevel() {
    return LEVELS;
  }

  /** Returns what a paragraph is, unless it is a line of a table of contents by its field. */
  Role of(XmlElement paragraph) {
    Styles styles = story.look().styles();
    String style = styles.ofParagraph(paragraph).name();
    if (CONTENTS.matcher(style).matches()) {
      return Role.TOC_ENTRY;
    }
    if (level(paragraph).isPresent() || TITLES.contains(style)) {
      return Role.HEADING;
    }
    if (style.equals("caption")) {
      return Role.CAPTION;
    }
    if (story.kind() == Story.Kind.NOTES) {
      return Role.NOTE;
    }
    String numbering = styles.paragraph(paragraph).value("numPr").orElse("0");
    if (!numbering.isEmpty() && !numbering.equals("0")) {
      return Role.LIST_ITEM;
    }
    return isInCell(paragraph) ? Role.TABLE_CELL : Role.PARAGRAPH;
  }

  private static boolean isInCell(XmlElement paragraph) {
    Optional<XmlElement> around = paragraph.parent();
    while (around.isPresent() && !around.get().is(Namespaces.WORD, "txbxContent")) {
      if (around.get().is(Namespaces.WORD, "tc")) {
        return true;
      }
      around = around.get().parent();
    }
    return false;
  }
}
