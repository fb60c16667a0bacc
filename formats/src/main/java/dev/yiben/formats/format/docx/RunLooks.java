package dev.yiben.formats.format.docx;

import dev.yiben.formats.run.RunStyle;
import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out which runs of a paragraph look the same.
 *
 * <p>Fonts are only seen on letters: a number in a font that the Chinese words around it do not
 * have, which have one that the number has not, looks the same as they do, if all are put together.
 */
final class RunLooks {
  /** No paragraph has more; those of one that has are not put together any further. */
  private static final int MOST_FONTS = 50;

  private final Styles styles;
  private final TrackedChanges changes;
  private final Map<String, RunProperties> known = new HashMap<>();

  /** Runs that look the same. */
  private static final class Group {
    private final Map<Script, String> fonts = new EnumMap<>(Script.class);
    private final List<Integer> runs = new ArrayList<>();
    private RunProperties fullest;

    Group(RunProperties first) {
      this.fullest = first;
    }

    boolean takes(RunProperties run, Set<Script> scripts) {
      for (Script script : scripts) {
        String font = run.fonts().get(script);
        if (!fonts.getOrDefault(script, font).equals(font)) {
          return false;
        }
      }
      return true;
    }

    void add(int run, RunProperties properties, Set<Script> scripts) {
      runs.add(run);
      scripts.forEach(script -> fonts.put(script, properties.fonts().get(script)));
      fullest = properties.own() > fullest.own() ? properties : fullest;
    }

    RunStyle style() {
      StringBuilder key = new StringBuilder(fullest.look());
      fonts.forEach(
          (script, font) -> {
            if (!font.isEmpty()) {
              String name = script == Script.LATIN ? "font" : script.font();
              key.append(key.isEmpty() ? "" : " ").append(name).append('=').append(font);
            }
          });
      return new RunStyle(key.toString(), fullest.markup(), fullest.showsOnSpaces());
    }
  }

  RunLooks(Styles styles, TrackedChanges changes) {
    this.styles = styles;
    this.changes = changes;
  }

  /**
   * Returns how runs look, by their offsets.
   *
   * @param runs those of a paragraph
   */
  Map<Integer, RunStyle> of(List<XmlElement> runs, XmlElement paragraph) {
    String style =
        paragraph
            .child(Namespaces.WORD, "pPr")
            .flatMap(properties -> properties.child(Namespaces.WORD, "pStyle"))
            .map(reference -> reference.value("val"))
            .orElse("");
    Map<String, List<Group>> groups = new LinkedHashMap<>();
    Map<Integer, RunStyle> looks = new HashMap<>();
    List<XmlElement> signs = new ArrayList<>();
    for (XmlElement run : runs) {
      String text = text(run);
      Set<Script> scripts = Script.of(text);
      RunProperties properties = properties(run, style, paragraph);
      if (!scripts.isEmpty()) {
        group(properties, scripts, groups).add(run.start(), properties, scripts);
      } else if (text.isBlank()) {
        looks.put(run.start(), alone(properties));
      } else {
        signs.add(run);
      }
    }
    for (XmlElement run : signs) {
      RunProperties properties = properties(run, style, paragraph);
      group(properties, Set.of(), groups).add(run.start(), properties, Set.of());
    }
    for (List<Group> alike : groups.values()) {
      for (Group group : alike) {
        RunStyle look = group.style();
        group.runs.forEach(run -> looks.put(run, look));
      }
    }
    return looks;
  }

  private static Group group(
      RunProperties properties, Set<Script> scripts, Map<String, List<Group>> groups) {
    List<Group> alike = groups.computeIfAbsent(properties.look(), key -> new ArrayList<>());
    for (Group group : alike.subList(0, Math.min(alike.size(), MOST_FONTS))) {
      if (group.takes(properties, scripts)) {
        return group;
      }
    }
    Group created = new Group(properties);
    alike.add(created);
    return created;
  }

  /** Returns the look of a run without letters, in which no font is seen. */
  private static RunStyle alone(RunProperties properties) {
    return new RunStyle(properties.look(), properties.markup(), properties.showsOnSpaces());
  }

  private RunProperties properties(XmlElement run, String style, XmlElement paragraph) {
    Optional<XmlElement> properties = changes.properties(run);
    String key = style + '\n' + properties.map(XmlElement::markup).orElse("");
    RunProperties found = known.get(key);
    if (found == null) {
      found = RunProperties.of(properties, styles, paragraph);
      known.put(key, found);
    }
    return found;
  }

  private static String text(XmlElement run) {
    StringBuilder text = new StringBuilder();
    for (XmlElement child : run.children()) {
      if (TrackedChanges.isText(child)) {
        text.append(child.text());
      }
    }
    return text.toString();
  }
}
