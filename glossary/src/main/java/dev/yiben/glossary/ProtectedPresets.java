package dev.yiben.glossary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The patterns of game engines and text libraries, by name: what they keep as it is. */
public final class ProtectedPresets {
  private static final SortedMap<String, Preset> PRESETS = bundled();

  private ProtectedPresets() {}

  /** Returns their names, in the order of the alphabet. */
  public static List<String> names() {
    return List.copyOf(PRESETS.keySet());
  }

  /**
   * Returns what a preset is for, in a few words.
   *
   * @throws GlossaryException if there is none of that name
   */
  public static String purpose(String name) {
    return preset(name).purpose();
  }

  /**
   * Returns the regular expressions of a preset.
   *
   * @throws GlossaryException if there is none of that name
   */
  public static List<String> patterns(String name) {
    return preset(name).patterns();
  }

  private static Preset preset(String name) {
    Preset preset = PRESETS.get(name);
    if (preset == null) {
      throw new GlossaryException(
          "there are no protected patterns named \"%s\"; known: %s"
              .formatted(name, String.join(", ", PRESETS.keySet())));
    }
    return preset;
  }

  private static SortedMap<String, Preset> bundled() {
    try (InputStream in = ProtectedPresets.class.getResourceAsStream("protected-presets.yaml")) {
      Map<String, Map<String, Object>> presets =
          new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      SortedMap<String, Preset> byName = new TreeMap<>();
      presets.forEach((name, preset) -> byName.put(name, Preset.of(preset)));
      return Collections.unmodifiableSortedMap(byName);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Preset(String purpose, List<String> patterns) {

    static Preset of(Map<String, Object> entries) {
      List<String> patterns =
          ((List<?>) entries.get("patterns")).stream().map(String.class::cast).toList();
      return new Preset((String) entries.get("for"), patterns);
    }
  }
}
