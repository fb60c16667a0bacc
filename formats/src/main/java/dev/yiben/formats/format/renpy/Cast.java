package dev.yiben.formats.format.renpy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who speaks in a game.
 *
 * @param names the names that are shown, by the variable that stands for the speaker
 * @param unmarked names that are shown but that no script marks for translation
 */
record Cast(Map<String, String> names, List<GameString> unmarked) {
  private static final Pattern DEFINED =
      Pattern.compile(
          "^(?:(?:define|default)\\s+(?:-?\\d+\\s+)?|\\$\\s*)?(?:character\\.)?(\\w+)\\s*=\\s*"
              + "(?:\\w+\\.)?\\w*Character\\s*\\(\\s*(?:name\\s*=\\s*)?(_+\\s*\\(\\s*)?[uU]?"
              + "(?:\"([^\"\\\\\\n]+)\"|'([^'\\\\\\n]+)')");
  private static final String DYNAMIC = "dynamic";

  Cast {
    names = Map.copyOf(names);
    unmarked = List.copyOf(unmarked);
  }

  /** Returns those who are defined in the scripts of a game. */
  static Cast of(Game game) {
    return of(game.scripts().stream().map(ReadScript::script).toList());
  }

  /** Returns those who are defined in scripts. */
  static Cast of(List<Script> scripts) {
    Map<String, String> names = new HashMap<>();
    List<GameString> unmarked = new ArrayList<>();
    scripts.forEach(script -> add(script, script.lines(), names, unmarked));
    return new Cast(names, unmarked);
  }

  private static void add(
      Script script,
      List<LogicalLine> lines,
      Map<String, String> names,
      List<GameString> unmarked) {
    for (LogicalLine line : lines) {
      if (line.text().contains("Character") && !isDynamic(line.text())) {
        Matcher matcher = DEFINED.matcher(line.text());
        if (matcher.find()) {
          String name = matcher.group(3) == null ? matcher.group(4) : matcher.group(3);
          if (name.indexOf('[') < 0 && name.indexOf('{') < 0 && !name.isBlank()) {
            names.putIfAbsent(matcher.group(1), name);
          }
          if (matcher.group(2) == null && hasLetter(name)) {
            unmarked.add(new GameString(name, script, line.number()));
          }
        }
      }
      add(script, line.block(), names, unmarked);
    }
  }

  /** The name of a dynamic character is an expression. */
  private static boolean isDynamic(String line) {
    return line.contains("DynamicCharacter") || line.contains(DYNAMIC);
  }

  /** A name such as "???" or "[name]" says nothing that could be translated. */
  private static boolean hasLetter(String name) {
    String shown = name.replaceAll("\\[[^\\]]*\\]|\\{[^}]*\\}", "");
    return shown.codePoints().anyMatch(Character::isLetter);
  }

  /** Returns the name of a speaker, by the expression that stands for them. */
  Optional<String> name(String who) {
    return Optional.ofNullable(names.get(who));
  }

  /** Returns whether someone is called so. */
  boolean hasName(String name) {
    return names.containsValue(name);
  }
}
