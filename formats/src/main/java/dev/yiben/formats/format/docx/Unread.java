package dev.yiben.formats.format.docx;

import dev.yiben.formats.office.OfficePackage;
import dev.yiben.formats.office.Relationship;
import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds what a document shows and is not translated, to tell the user of it. */
final class Unread {
  private static final int MOST_NAMES = 5;
  private static final String OFFICE = "urn:schemas-microsoft-com:office:office";

  private final OfficePackage office;
  private final Set<String> embedded = new TreeSet<>();
  private final Set<String> imported = new TreeSet<>();
  private int bound;

  Unread(OfficePackage office) {
    this.office = office;
  }

  /** Takes an element of a story. */
  void add(String part, XmlElement element) {
    if (element.is(OFFICE, "OLEObject")) {
      if (!element.value("ProgID").startsWith("Equation")) {
        add(part, element, embedded);
      }
    } else if (element.is(Namespaces.WORD, "altChunk") || element.is(Namespaces.WORD, "subDoc")) {
      add(part, element, imported);
    } else if (element.local().equals("dataBinding")) {
      bound++;
    }
  }

  private void add(String part, XmlElement element, Set<String> names) {
    String id = element.value(Namespaces.RELATIONSHIP, "id");
    office.relationships(part).stream()
        .filter(relationship -> relationship.id().equals(id))
        .map(Relationship::target)
        .findFirst()
        .ifPresent(names::add);
  }

  /** Returns a line for each kind of what was found. */
  List<String> notices() {
    List<String> notices = new ArrayList<>();
    add(embedded, "embedded documents are not translated", notices);
    add(imported, "documents that Word puts in their place are not translated", notices);
    if (bound > 0) {
      notices.add(
          bound
              + " content controls show data of the file, such as its title; Word puts these in the"
              + " place of their translation when it opens the file");
    }
    return notices;
  }

  private static void add(Set<String> names, String fate, List<String> notices) {
    if (!names.isEmpty()) {
      String more = names.size() > MOST_NAMES ? " …" : "";
      notices.add(
          fate + ": " + String.join(", ", names.stream().limit(MOST_NAMES).toList()) + more);
    }
  }
}
