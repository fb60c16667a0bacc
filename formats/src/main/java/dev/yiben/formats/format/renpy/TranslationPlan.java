package dev.yiben.formats.format.renpy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is missing in a language's folder of translations, by file.
 *
 * @param language name of the language
 * @param files what is missing, by the file's path in the folder
 */
record TranslationPlan(String language, Map<String, Missing> files) {

  /**
   * What is missing in a file.
   *
   * @param source the script that it comes from, or the first of them
   * @param script how the engine names that script
   * @param units dialogue, in order
   * @param strings strings, in order
   */
  record Missing(
      Path source, String script, List<TranslationUnit> units, List<GameString> strings) {

    /** Returns what the engine adds to the file. */
    String text(String language, String lineEnd) {
      TranslationText text = new TranslationText(language, lineEnd);
      units.forEach(unit -> text.add(script, unit));
      if (!strings.isEmpty()) {
        text.add(strings);
      }
      return text.toString();
    }
  }

  /**
   * Finds out what is missing.
   *
   * @param ids ids that are translated
   * @param strings strings that are translated
   * @param names names of speakers to translate besides those that scripts mark
   */
  static TranslationPlan of(
      Game game,
      GameUnits units,
      String language,
      Set<String> ids,
      Set<String> strings,
      List<GameString> names) {
    Map<String, Missing> files = new TreeMap<>();
    GameStrings collected = new GameStrings(game.setting("old_substitutions").orElse(Boolean.TRUE));
    for (ReadScript read : game.scripts()) {
      Script script = read.script();
      for (TranslationUnit unit : units.units().getOrDefault(script.relative(), List.of())) {
        boolean known =
            ids.contains(unit.id()) || unit.alternate().filter(ids::contains).isPresent();
        if (!known) {
          missing(files, script).units().add(unit);
        }
      }
      collected.add(script, read.statements());
    }
    game.library().forEach(script -> collected.add(script, List.of()));
    collected.add(names);
    for (GameString string : collected.sorted()) {
      if (!strings.contains(string.value())) {
        missing(files, string.script()).strings().add(string);
      }
    }
    return new TranslationPlan(language, files);
  }

  private static Missing missing(Map<String, Missing> files, Script script) {
    return files.computeIfAbsent(
        script.target(),
        target -> new Missing(script.path(), script.name(), new ArrayList<>(), new ArrayList<>()));
  }
}
