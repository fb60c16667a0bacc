package dev.yiben.formats.format.renpy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The dialogue of a game in translation units.
 *
 * @param rule how their ids are computed
 * @param units those of each script, by the script's path in the game's folder
 */
record GameUnits(IdRule rule, Map<String, List<TranslationUnit>> units) {

  /** Finds the units of a game. */
  static GameUnits find(Game game, IdRule rule) {
    Set<String> taken = new HashSet<>();
    Map<String, List<TranslationUnit>> units = new LinkedHashMap<>();
    for (ReadScript read : game.played()) {
      units.put(read.script().relative(), UnitFinder.find(read.statements(), rule, taken));
    }
    return new GameUnits(rule, units);
  }

  /**
   * Finds the units of a game with the ids of its engine.
   *
   * <p>The rule is the one that the scripts set, else the one that gives more of the ids in the
   * game's translations, else the one of the engine's version, else that of all but the newest
   * versions.
   *
   * @param translated gives ids in the game's translations, if they are asked for
   */
  static GameUnits find(Game game, Supplier<Set<String>> translated) {
    Optional<Boolean> set = game.setting("tlid_only_considers_say");
    if (set.isPresent()) {
      return find(game, set.get() ? IdRule.SAY_STATEMENTS : IdRule.ALL_STATEMENTS);
    }
    GameUnits all = find(game, IdRule.ALL_STATEMENTS);
    if (all.isAllSaid()) {
      return all;
    }
    GameUnits said = find(game, IdRule.SAY_STATEMENTS);
    Set<String> known = translated.get();
    long ofAll = all.known(known);
    long ofSaid = said.known(known);
    boolean newest =
        EngineVersion.of(game.folder()).filter(version -> version.isAtLeast(8, 6)).isPresent();
    return ofSaid > ofAll || (ofSaid == ofAll && newest) ? said : all;
  }

  /** Returns whether the engine substitutes {@code %(name)s} in the dialogue of a game. */
  boolean hasSubstitutions(Game game) {
    return game.setting("old_substitutions")
        .orElseGet(
            () ->
                TextRules.substitutesPercent(
                    units.values().stream()
                        .flatMap(List::stream)
                        .flatMap(unit -> unit.statements().stream())
                        .filter(Statement.Said.class::isInstance)
                        .map(said -> ((Statement.Said) said).what().text())));
  }

  /** Returns whether the rule makes no difference. */
  private boolean isAllSaid() {
    return units.values().stream()
        .flatMap(List::stream)
        .flatMap(unit -> unit.statements().stream())
        .allMatch(Statement.Said.class::isInstance);
  }

  private long known(Set<String> translated) {
    return units.values().stream()
        .flatMap(List::stream)
        .filter(unit -> translated.contains(unit.id()))
        .count();
  }

  /** Returns what is said under each id. */
  SourceLines sources() {
    Map<String, List<Statement.Said>> said = new HashMap<>();
    units
        .values()
        .forEach(
            list ->
                list.forEach(
                    unit -> {
                      List<Statement.Said> lines = new ArrayList<>();
                      for (Statement statement : unit.statements()) {
                        if (statement instanceof Statement.Said line) {
                          lines.add(line);
                        }
                      }
                      said.put(unit.id().replace('.', '_'), lines);
                      unit.alternate().ifPresent(id -> said.putIfAbsent(id, lines));
                    }));
    return id -> said.getOrDefault(id, List.of());
  }
}
