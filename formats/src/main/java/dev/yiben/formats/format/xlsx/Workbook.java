package dev.yiben.formats.format.xlsx;

import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.markup.Attribute;
import dev.yiben.formats.markup.MarkupException;
import dev.yiben.formats.office.OfficePackage;
import dev.yiben.formats.office.OfficePart;
import dev.yiben.formats.office.Relationship;
import dev.yiben.formats.splice.SourceText;
import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import dev.yiben.formats.xml.XmlText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The sheets of a package, and where their texts are.
 *
 * @param office the package
 * @param main the part that lists the sheets
 * @param sheets in the order in which people see them
 */
record Workbook(OfficePackage office, String main, List<Sheet> sheets) {

  /**
   * Reads which sheets there are.
   *
   * @throws DocumentException if the main part cannot be read
   */
  static Workbook read(OfficePackage office) {
    String main = office.main().name();
    XmlText xml;
    try {
      xml =
          XmlText.read(
              office
                  .text(main)
                  .map(SourceText::text)
                  .orElseThrow(() -> new IOException("not in the encoding that it declares")));
    } catch (IOException | MarkupException e) {
      throw new DocumentException(office.file(), main, e.getMessage() + "; save the file again", e);
    }
    List<Relationship> relationships = office.relationships(main);
    List<Sheet> sheets = new ArrayList<>();
    Set<String> parts = new HashSet<>();
    for (XmlElement element :
        xml.root().child(Namespaces.SHEET, "sheets").map(XmlElement::children).orElse(List.of())) {
      String id = element.value(Namespaces.RELATIONSHIP, "id");
      Optional<Attribute> name = element.attribute("name");
      Optional<Relationship> target =
          relationships.stream()
              .filter(relationship -> relationship.id().equals(id) && !relationship.external())
              .findFirst();
      if (name.isPresent() && target.isPresent() && parts.add(target.get().target())) {
        String part = target.get().target();
        sheets.add(
            new Sheet(
                name.get().value(xml.text()),
                part,
                element.value("state").toLowerCase(Locale.ROOT).contains("hidden"),
                name.get().valueStart(),
                name.get().valueEnd(),
                tables(office, part)));
      }
    }
    return new Workbook(office, main, List.copyOf(sheets));
  }

  private static List<Table> tables(OfficePackage office, String sheet) {
    return office.related(sheet, "table").stream()
        .flatMap(part -> table(office, part.name()).stream())
        .toList();
  }

  private static Optional<Table> table(OfficePackage office, String part) {
    try {
      return office.text(part).map(source -> Table.read(part, XmlText.read(source.text())));
    } catch (IOException | MarkupException e) {
      // Excel cannot open such a file without repairing it, which drops the table.
      return Optional.empty();
    }
  }

  /** Returns a part as it is written; nothing if it cannot be read. */
  Optional<String> text(String part) {
    try {
      return office.text(part).map(SourceText::text);
    } catch (IOException e) {
      // Reading it as one of the document's parts tells of it.
      return Optional.empty();
    }
  }

  /** Returns the part with the strings that cells share. */
  Optional<String> sharedStrings() {
    return office.related(main, "sharedStrings").stream().map(OfficePart::name).findFirst();
  }
}
