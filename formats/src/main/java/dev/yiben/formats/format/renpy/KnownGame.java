package dev.yiben.formats.format.renpy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the scripts of a game tell about its translations. */
final class KnownGame implements SourceLines {
  private final GameWords words = new GameWords();
  private final Map<String, List<Statement.Said>> sources = new HashMap<>();
  private final boolean percent;
  private final boolean libraryKnown;

  /**
   * Creates knowledge of a game.
   *
   * @param game its scripts
   * @param units its dialogue
   */
  KnownGame(Game game, GameUnits units) {
    game.scripts().forEach(read -> words.add(read.script().lines()));
    game.library().forEach(script -> words.add(script.lines()));
    libraryKnown = !game.library().isEmpty();
    units.units().values().forEach(ofScript -> ofScript.forEach(this::add));
    percent = units.hasSubstitutions(game);
  }

  private void add(TranslationUnit unit) {
    List<Statement.Said> said =
        unit.statements().stream()
            .filter(Statement.Said.class::isInstance)
            .map(Statement.Said.class::cast)
            .toList();
    sources.put(unit.id().replace('.', '_'), said);
    unit.alternate().ifPresent(id -> sources.putIfAbsent(id.replace('.', '_'), said));
  }

  /** Returns whether there are scripts, not only translations. */
  boolean hasScripts() {
    return words.names().isPresent();
  }

  boolean hasUnit(String id) {
    return sources.containsKey(id);
  }

  /** Returns whether there is a string of that value anywhere in the scripts. */
  boolean hasString(String value) {
    return words.hasString(value);
  }

  /** Returns whether the strings of the engine's library are known. */
  boolean isLibraryKnown() {
    return libraryKnown;
  }

  @Override
  public List<Statement.Said> said(String id) {
    return sources.getOrDefault(id, List.of());
  }

  /** Returns how the engine reads dialogue of this game. */
  TextRules dialogue() {
    return new TextRules(words.tags(), percent);
  }

  GameWords words() {
    return words;
  }
}
