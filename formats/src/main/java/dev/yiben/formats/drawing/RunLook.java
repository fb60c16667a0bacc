package dev.yiben.formats.drawing;

import dev.yiben.formats.markup.Attribute;
import dev.yiben.formats.run.RunStyle;
import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads how a run looks from its properties ({@code a:rPr}; ISO/IEC 29500-1, 21.1.2.3.9). */
final class RunLook {
  /** What is for spelling checkers and other programs, or decides between scripts. */
  private static final Set<String> UNSEEN_ATTRIBUTES =
      Set.of(
          "lang",
          "altLang",
          "dirty",
          "err",
          "smtClean",
          "smtId",
          "bmk",
          "noProof",
          "kern",
          "kumimoji",
          "normalizeH");

  private static final Set<String> UNSEEN_ELEMENTS = Set.of("extLst", "rtl");

  /** Fonts of some scripts; those of the theme are what a run has without them. */
  private static final Set<String> SCRIPT_FONTS = Set.of("ea", "cs", "sym");

  /** Elements that show where there is nothing but a space. */
  private static final Set<String> ON_SPACES = Set.of("highlight", "hlinkClick", "uFill", "uLn");

  private RunLook() {}

  /** Returns the look of a run. */
  static RunStyle of(XmlElement run, String part) {
    Optional<XmlElement> properties = run.child(Namespaces.DRAWING, "rPr");
    return properties.isEmpty()
        ? RunStyle.PLAIN
        : new RunStyle(
            key(properties.get(), part),
            withNamespaces(run, properties.get(), part),
            showsOnSpaces(properties.get()));
  }

  private static String key(XmlElement properties, String part) {
    Map<String, String> seen = new TreeMap<>();
    for (Attribute attribute : properties.tag().attributes()) {
      if (!UNSEEN_ATTRIBUTES.contains(attribute.name()) && !isNamespace(attribute)) {
        seen.put(attribute.name(), attribute.value(part));
      }
    }
    StringBuilder key = new StringBuilder();
    seen.forEach(
        (name, value) ->
            key.append(key.isEmpty() ? "" : " ").append(name).append('=').append(value));
    for (XmlElement child : properties.children()) {
      boolean ofTheme =
          SCRIPT_FONTS.contains(child.local()) && child.value("typeface").startsWith("+");
      if (!UNSEEN_ELEMENTS.contains(child.local()) && !ofTheme) {
        key.append(child.markup());
      }
    }
    return key.toString();
  }

  private static boolean showsOnSpaces(XmlElement properties) {
    String underline = properties.value("u");
    String strike = properties.value("strike");
    return !(underline.isEmpty() || underline.equals("none"))
        || !(strike.isEmpty() || strike.equals("noStrike"))
        || properties.children().stream().anyMatch(child -> ON_SPACES.contains(child.local()));
  }

  /** Returns the properties with the namespaces that their run declares, which is written anew. */
  private static String withNamespaces(XmlElement run, XmlElement properties, String part) {
    Map<String, String> declared = new LinkedHashMap<>();
    for (Attribute attribute : run.tag().attributes()) {
      if (isNamespace(attribute)) {
        declared.put(
            attribute.name(), part.substring(attribute.valueStart(), attribute.valueEnd()));
      }
    }
    properties.tag().attributes().forEach(attribute -> declared.remove(attribute.name()));
    return declared.isEmpty() ? properties.markup() : StartTags.with(properties.markup(), declared);
  }

  private static boolean isNamespace(Attribute attribute) {
    return attribute.name().equals("xmlns") || attribute.name().startsWith("xmlns:");
  }
}
