package dev.yiben.formats.format.xlsx;

import dev.yiben.formats.document.Role;
import dev.yiben.formats.office.PartText;
import dev.yiben.formats.run.Paragraph;
import dev.yiben.formats.run.ParagraphBuilder;
import dev.yiben.formats.run.RunStyle;
import dev.yiben.formats.xml.XmlElement;
import dev.yiben.formats.xml.XmlText;
import java.util.List;
import java.util.Optional;

/** Reads conversations at cells ({@code threadedComments}, MS-XLSX, 2.6.205). */
final class Conversations {
  private Conversations() {}

  /** Returns the texts of a part, but those that name people, at places counted in characters. */
  static PartText read(String name, XmlText xml, Optional<String> skipRule) {
    Units units = new Units(name);
    String part = xml.text();
    for (XmlElement comment : xml.root().children()) {
      for (XmlElement text : comment.children()) {
        if (!text.local().equals("text") || hasMarkup(part, text)) {
          continue;
        }
        ParagraphBuilder builder = new ParagraphBuilder(text.contentStart(), text.contentEnd());
        StringBuilder seen = new StringBuilder();
        Content content = new Content(text.contentStart(), text.contentEnd(), false);
        CellText.add(part, content, RunStyle.PLAIN, builder, seen);
        Optional<Paragraph> paragraph = builder.build(part);
        boolean names =
            comment.children().stream().anyMatch(child -> child.local().equals("mentions"));
        if (paragraph.isEmpty()) {
          units.tally().text(seen);
        } else {
          Paragraph found = paragraph.get();
          TextDialect dialect = new TextDialect(CellText::encode);
          units.add(
              found,
              seen.toString(),
              new Units.Kind(Role.NOTE, name, names ? Optional.of("names-people") : skipRule),
              text.contentStart(),
              text.contentEnd(),
              (target, merging) -> found.write(target, dialect, merging.markup()));
        }
      }
    }
    return units.text(List.of());
  }

  /** Returns whether there is more than text in an element, which nobody writes. */
  private static boolean hasMarkup(String part, XmlElement text) {
    return part.substring(text.contentStart(), text.contentEnd()).indexOf('<') >= 0;
  }
}
