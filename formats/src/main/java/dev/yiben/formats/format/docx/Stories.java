package dev.yiben.formats.format.docx;

import dev.yiben.formats.format.docx.Story.Kind;
import dev.yiben.formats.markup.MarkupException;
import dev.yiben.formats.office.OfficePackage;
import dev.yiben.formats.office.OfficePart;
import dev.yiben.formats.xml.XmlText;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The stories of a document (ISO/IEC 29500-1, 11.3), found by relationships, whatever the names.
 */
final class Stories {
  private static final List<String> MARGINS = List.of("header", "footer");
  private static final List<String> NOTES = List.of("footnotes", "endnotes", "comments");

  private final OfficePackage office;
  private final Map<String, Story> stories = new LinkedHashMap<>();

  private Stories(OfficePackage office) {
    this.office = office;
  }

  /** Returns the stories by part: the document, its margins, its notes, its building blocks. */
  static Map<String, Story> of(OfficePackage office) {
    Stories found = new Stories(office);
    String main = office.main().name();
    found.add(main, Kind.MAIN);
    office
        .related(main, "glossaryDocument")
        .forEach(glossary -> found.add(glossary.name(), Kind.GLOSSARY));
    return found.stories;
  }

  private void add(String document, Kind kind) {
    Look look =
        new Look(
            Styles.read(xml(document, "styles")),
            ThemeFonts.read(xml(document, "theme"), xml(document, "settings")),
            Indents.read(xml(document, "numbering")));
    stories.putIfAbsent(document, new Story(document, kind, look));
    add(document, MARGINS, kind == Kind.MAIN ? Kind.MARGIN : kind, look);
    add(document, NOTES, kind == Kind.MAIN ? Kind.NOTES : kind, look);
  }

  private void add(String document, List<String> types, Kind kind, Look look) {
    for (String type : types) {
      for (OfficePart part : office.related(document, type)) {
        stories.putIfAbsent(part.name(), new Story(part.name(), kind, look));
      }
    }
  }

  /** Returns a part that a document has one of; nothing if it is missing or broken. */
  private Optional<XmlText> xml(String document, String type) {
    return office.related(document, type).stream().findFirst().flatMap(this::xml);
  }

  private Optional<XmlText> xml(OfficePart part) {
    try {
      return office.text(part.name()).map(source -> XmlText.read(source.text()));
    } catch (IOException | MarkupException e) {
      // What the text looks like is lost then, not the text.
      return Optional.empty();
    }
  }
}
