package dev.yiben.formats.format.docx;

import dev.yiben.formats.document.Segment;
import dev.yiben.formats.office.Merging;
import dev.yiben.formats.office.TextUnit;
import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Turns the columns of tables whose text is translated into a language that runs another way. */
final class TableDirection {
  private final List<XmlElement> withoutText = new ArrayList<>();

  /** Takes the next element, if it is a table. */
  void add(XmlElement element) {
    if (element.is(Namespaces.WORD, "tbl")) {
      withoutText.add(element);
    }
  }

  /** Returns what follows from the translation of a segment: the tables whose first text it is. */
  List<TextUnit> following(Segment segment, ParagraphWriter paragraph) {
    List<TextUnit> following = new ArrayList<>();
    Iterator<XmlElement> tables = withoutText.iterator();
    while (tables.hasNext()) {
      XmlElement table = tables.next();
      boolean isAround = paragraph.start() < table.end();
      if (isAround) {
        table
            .child(Namespaces.WORD, "tblPr")
            .ifPresent(found -> following.add(unit(found, segment, paragraph)));
      }
      tables.remove();
    }
    return following;
  }

  private static TextUnit unit(XmlElement properties, Segment segment, ParagraphWriter paragraph) {
    return new TextUnit(
        segment,
        Optional.of(segment.id()),
        properties.start(),
        properties.end(),
        (target, merging) -> turned(properties, paragraph, merging));
  }

  private static String turned(XmlElement properties, ParagraphWriter paragraph, Merging merging) {
    WordLanguage language = WordLanguage.of(merging.targetLanguage());
    PropertyList list =
        new PropertyList(
            properties.prefix(),
            "tblPr",
            PropertyList.TABLE,
            merging.markup().of(properties.start(), properties.end()));
    if (paragraph.turnsFor(language)) {
      list.set("bidiVisual", language.isRightToLeft());
    }
    return list.markup();
  }
}
