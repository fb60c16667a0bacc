package dev.yiben.formats.format.docx;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.markup.Attribute;
import dev.yiben.formats.office.PartText;
import dev.yiben.formats.office.PartTexts;
import dev.yiben.formats.office.PlainText;
import dev.yiben.formats.office.TextUnit;
import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import dev.yiben.formats.xml.XmlText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words in the numbers of headings and lists, such as {@code Chapter %1} (17.9.11). */
final class NumberingTexts {
  private static final Pattern NUMBER = Pattern.compile("%[1-9]");
  private static final Pattern WORD = Pattern.compile("\\p{L}{2}|\\p{IsHan}");

  private NumberingTexts() {}

  /** Reads the numbering part of a document. */
  static PartText read(String part, XmlText xml) {
    PartTexts texts = new PartTexts(part);
    for (XmlElement element : xml.root().descendants()) {
      if (element.is(Namespaces.WORD, "lvlText") && !isBullet(element)) {
        SegmentId id = texts.nextId();
        element.attribute("val").ifPresent(attribute -> add(attribute, xml, id, texts));
      }
    }
    return texts.text();
  }

  private static boolean isBullet(XmlElement text) {
    return text.parent()
        .flatMap(level -> level.child(Namespaces.WORD, "numFmt"))
        .filter(format -> format.value("val").equals("bullet"))
        .isPresent();
  }

  private static void add(Attribute attribute, XmlText xml, SegmentId id, PartTexts texts) {
    String value = attribute.value(xml.text());
    Matcher number = NUMBER.matcher(value);
    if (!WORD.matcher(number.replaceAll(" ")).find()) {
      return;
    }
    CodedText.Builder text = CodedText.builder();
    number.reset();
    int from = 0;
    while (number.find()) {
      text.text(value.substring(from, number.start()));
      text.standalone(number.group(), "1");
      from = number.end();
    }
    CodedText source = text.text(value.substring(from)).build();
    texts.tally().text(source.plainText());
    texts.add(
        new TextUnit(
            new Segment(id, source, Role.ATTRIBUTE, texts.part()),
            attribute.valueStart(),
            attribute.valueEnd(),
            (target, merging) -> PlainText.written(target)));
  }
}
