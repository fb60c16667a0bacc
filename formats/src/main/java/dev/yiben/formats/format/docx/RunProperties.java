package dev.yiben.formats.format.docx;

import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How a run looks, by its properties ({@code w:rPr}) and its styles, beside the other text of its
 * paragraph (ISO/IEC 29500-1, 17.3.2).
 *
 * @param look what is different from the style of the paragraph, but for fonts; empty for nothing
 * @param fonts those of each kind of letters
 * @param own how many fonts the run says itself
 * @param markup the properties as they are written again
 * @param showsOnSpaces whether a space in it can be seen, as when it is underlined
 */
record RunProperties(
    String look, Map<Script, String> fonts, int own, String markup, boolean showsOnSpaces) {
  /** Properties that are on or off; where two styles say it of one run, they cancel each other. */
  private static final List<String> TOGGLES =
      List.of(
          "caps",
          "smallCaps",
          "strike",
          "dstrike",
          "outline",
          "shadow",
          "emboss",
          "imprint",
          "vanish");

  /** Toggles that have another name where they are said of complex scripts. */
  private static final Map<String, String> COMPLEX_TOGGLES = Map.of("b", "bCs", "i", "iCs");

  private static final String USUAL_SIZE = "20";

  /** Properties with a value, and the one that they have if nobody says one. */
  private static final Map<String, String> VALUES =
      Map.of(
          "color", "auto",
          "u", "none",
          "vertAlign", "baseline",
          "highlight", "none",
          "effect", "none",
          "em", "none");

  /** Properties with a number, of which no reader sees whether it is a little more or less. */
  private static final Map<String, Tolerance> NUMBERS =
      Map.of(
          "position", new Tolerance(0, 1),
          "spacing", new Tolerance(0, 10),
          "w", new Tolerance(100, 5));

  /** Properties that say what they say in more than one attribute. */
  private static final Set<String> WHOLE = Set.of("shd", "bdr", "eastAsianLayout", "fitText");

  /** Fine points of fonts that come from another namespace. */
  private static final Set<String> FINE_POINTS =
      Set.of("ligatures", "numForm", "numSpacing", "stylisticSets", "cntxtAlts");

  private static final Set<String> ON_SPACES = Set.of("u", "strike", "dstrike", "highlight");
  private static final Set<String> NOTHING = Set.of("", "nil", "none", "clear");
  private static final Set<String> PAPER = Set.of("", "auto", "ffffff", "FFFFFF");

  /** A value, and how far another one may be from it and look the same. */
  private record Tolerance(int usual, int most) {
    String of(Optional<String> value) {
      int number =
          value.filter(text -> text.matches("-?[0-9]{1,6}")).map(Integer::valueOf).orElse(usual);
      return String.valueOf(Math.abs(number - usual) <= most ? usual : number);
    }
  }

  /**
   * Reads properties.
   *
   * @param properties those of the run
   * @param styles of the document
   * @param paragraph that the run is in
   */
  static RunProperties of(Optional<XmlElement> properties, Styles styles, XmlElement paragraph) {
    Properties run = styles.run(properties, paragraph);
    Properties base = styles.run(Optional.empty(), paragraph);
    boolean complex = run.isOn("rtl") || run.isOn("cs");
    Map<String, String> looks = new TreeMap<>();
    TOGGLES.forEach(name -> toggle(name, name, properties, styles, paragraph, looks));
    COMPLEX_TOGGLES.forEach(
        (name, other) ->
            toggle(name, complex ? other : name, properties, styles, paragraph, looks));
    String size = complex ? "szCs" : "sz";
    differ("sz", run.value(size).orElse(USUAL_SIZE), base.value(size).orElse(USUAL_SIZE), looks);
    VALUES.forEach(
        (name, usual) ->
            differ(name, run.value(name).orElse(usual), base.value(name).orElse(usual), looks));
    NUMBERS.forEach(
        (name, number) ->
            differ(name, number.of(run.value(name)), number.of(base.value(name)), looks));
    boolean spaces = looks.keySet().stream().anyMatch(ON_SPACES::contains);
    for (XmlElement child : properties.map(XmlElement::children).orElse(List.of())) {
      spaces |= addOther(child, styles, looks);
    }
    Map<Script, String> fonts = new EnumMap<>(Script.class);
    for (Script script : Script.values()) {
      String font = run.value(script.font()).orElse("");
      fonts.put(script, font.equals(base.value(script.font()).orElse("")) ? "" : font);
    }
    return new RunProperties(
        String.join(" ", words(looks)),
        fonts,
        properties
            .flatMap(element -> element.child(Namespaces.WORD, "rFonts"))
            .map(element -> element.tag().attributes().size())
            .orElse(0),
        properties.map(RunProperties::withoutChanges).orElse(""),
        spaces);
  }

  private static void toggle(
      String name,
      String toggle,
      Optional<XmlElement> properties,
      Styles styles,
      XmlElement paragraph,
      Map<String, String> looks) {
    boolean on = styles.isOn(toggle, properties, paragraph);
    if (on != styles.isOn(toggle, Optional.empty(), paragraph)) {
      looks.put(name, on ? "" : "off");
    }
  }

  private static void differ(String name, String value, String base, Map<String, String> looks) {
    if (!value.equals(base)) {
      looks.put(name, value);
    }
  }

  /** Adds what is not said in one value, and returns whether it is seen where there are spaces. */
  private static boolean addOther(XmlElement child, Styles styles, Map<String, String> looks) {
    String name = child.local();
    if (!child.name().namespace().equals(Namespaces.WORD)) {
      if (!FINE_POINTS.contains(name) && !OpaqueText.isAlternative(child)) {
        looks.put(name, child.markup());
      }
      return false;
    }
    if (name.equals("rStyle") && !styles.isPlainCharacterStyle(child.value("val"))) {
      looks.put(name, child.value("val"));
    }
    boolean seen =
        WHOLE.contains(name)
            && (!NOTHING.contains(child.value("val")) || !PAPER.contains(child.value("fill")));
    if (seen) {
      looks.put(name, child.markup());
    }
    return seen;
  }

  private static List<String> words(Map<String, String> looks) {
    List<String> words = new ArrayList<>();
    looks.forEach((name, value) -> words.add(value.isEmpty() ? name : name + "=" + value));
    return words;
  }

  /** Returns the properties without what they were before. */
  private static String withoutChanges(XmlElement properties) {
    StringBuilder markup = new StringBuilder(properties.markup());
    List<XmlElement> children = properties.children();
    for (int i = children.size() - 1; i >= 0; i--) {
      XmlElement child = children.get(i);
      if (TrackedChanges.isChange(child)) {
        markup.delete(child.start() - properties.start(), child.end() - properties.start());
      }
    }
    return markup.toString();
  }
}
