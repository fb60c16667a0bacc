package dev.yiben.formats.format.xlsx;

import dev.yiben.formats.markup.Attribute;
import dev.yiben.formats.markup.Characters;
import dev.yiben.formats.markup.Token.StartTag;
import dev.yiben.formats.splice.Patch;
import dev.yiben.formats.xml.XmlName;
import dev.yiben.formats.xml.XmlPass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes new names of sheets and columns wherever a part refers to them. */
final class References implements XmlPass.Visitor {
  /** Elements whose text is a formula, in sheets, tables, charts, the workbook and VML. */
  private static final Set<String> FORMULAS =
      Set.of(
          "f",
          "formula",
          "formula1",
          "formula2",
          "definedName",
          "calculatedColumnFormula",
          "totalsRowFormula",
          "sqref",
          "FmlaLink",
          "FmlaRange",
          "FmlaGroup",
          "FmlaTxbx");

  /** Attributes that are formulas, by their elements. */
  private static final Map<String, Set<String>> FORMULA_ATTRIBUTES =
      Map.of(
          "hyperlink", Set.of("location"),
          "sp", Set.of("textlink"),
          "cfvo", Set.of("val"),
          "formControlPr", Set.of("fmlaLink", "fmlaRange", "fmlaGroup", "fmlaTxbx"));

  /** Elements that name a sheet. */
  private static final Set<String> SOURCES = Set.of("worksheetSource", "rangeSet");

  private final String part;
  private final Renaming renaming;
  private final List<Patch> patches = new ArrayList<>();
  private Content content = new Content(0, 0, false);
  private int pieces;

  private References(String part, Renaming renaming) {
    this.part = part;
    this.renaming = renaming;
  }

  /** Returns what to write in a part. */
  static List<Patch> patches(String part, Renaming renaming) {
    References references = new References(part, renaming);
    XmlPass.read(part, references);
    return references.patches;
  }

  @Override
  public void start(XmlName name, StartTag tag) {
    pieces = 0;
    Set<String> formulas = FORMULA_ATTRIBUTES.getOrDefault(name.local(), Set.of());
    for (Attribute attribute : tag.attributes()) {
      if (formulas.contains(attribute.name())) {
        formula(attribute);
      } else if (SOURCES.contains(name.local()) && attribute.name().equals("sheet")) {
        renaming.sheet(attribute.value(part)).ifPresent(newName -> patch(attribute, newName));
      } else if (name.local().equals("Relationship")
          && attribute.name().equals("Target")
          && attribute.value(part).startsWith("#")) {
        formula(attribute);
      }
    }
  }

  private void formula(Attribute attribute) {
    String old = attribute.value(part);
    String mark = old.startsWith("#") ? "#" : "";
    String written = mark + Formula.rename(old.substring(mark.length()), renaming);
    if (!written.equals(old)) {
      patch(attribute, written);
    }
  }

  private void patch(Attribute attribute, String value) {
    patches.add(
        new Patch(attribute.valueStart(), attribute.valueEnd(), CellText.encodeAttribute(value)));
  }

  @Override
  public void text(int from, int to, boolean literal) {
    content = new Content(from, to, literal);
    pieces++;
  }

  @Override
  public void end(XmlName name, int from, int to) {
    if (pieces == 1 && FORMULAS.contains(name.local())) {
      String old = content.text(part);
      String written = Formula.rename(old, renaming);
      if (!written.equals(old)) {
        patches.add(
            new Patch(
                content.wholeStart(), content.wholeEnd(), Characters.escape(written, any -> true)));
      }
    }
    pieces = 0;
  }
}
