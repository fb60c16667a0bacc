package dev.yiben.formats.format.xlsx;

import dev.yiben.formats.markup.Attribute;
import dev.yiben.formats.splice.Patch;
import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import dev.yiben.formats.xml.XmlText;
import java.util.Optional;
import java.util.Set;

/**
 * Has Excel compute formulas when it opens the workbook, since those that give texts of cells keep
 * what they gave before (ISO/IEC 29500-1, 18.2.2).
 */
final class Recalculation {
  /** What the setting stands after, in the order that the schema requires. */
  private static final Set<String> BEFORE =
      Set.of("sheets", "functionGroups", "externalReferences", "definedNames");

  private Recalculation() {}

  /** Returns what to write in the main part. */
  static Optional<Patch> patch(XmlText workbook) {
    Optional<XmlElement> settings = workbook.root().child(Namespaces.SHEET, "calcPr");
    if (settings.isPresent()) {
      Optional<Attribute> onLoad = settings.get().attribute("fullCalcOnLoad");
      int nameEnd = settings.get().start() + 1 + settings.get().tag().name().length();
      return Optional.of(
          onLoad
              .map(attribute -> new Patch(attribute.valueStart(), attribute.valueEnd(), "1"))
              .orElseGet(() -> new Patch(nameEnd, nameEnd, " fullCalcOnLoad=\"1\"")));
    }
    return workbook.root().children().stream()
        .filter(child -> BEFORE.contains(child.local()))
        .reduce((first, second) -> second)
        .map(
            last ->
                new Patch(
                    last.end(), last.end(), "<" + last.prefix() + "calcPr fullCalcOnLoad=\"1\"/>"));
  }
}
