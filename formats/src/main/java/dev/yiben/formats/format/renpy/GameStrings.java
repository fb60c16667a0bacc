package dev.yiben.formats.format.renpy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects the strings of a game, each once, at the place where the engine has it translated. */
final class GameStrings {
  private static final int LEAST_OF_DEVELOPERS = 300;
  private static final int OTHER_SCRIPT = 100;
  private static final int OTHER_LIBRARY = 50;

  /** The order of scripts that begin with a name. */
  private record Rank(String prefix, int rank) {}

  private static final List<Rank> SCRIPTS =
      List.of(
          new Rank("script.rpy", 5),
          new Rank("options.rpy", 10),
          new Rank("gui.rpy", 20),
          new Rank("screens.rpy", 30));

  // Those of 300 and more are seen by developers alone.
  private static final List<Rank> LIBRARY =
      List.of(
          new Rank("_compat/", 420),
          new Rank("_layout/", 410),
          new Rank("00layout.rpy", 400),
          new Rank("00console.rpy", 320),
          new Rank("_developer/", 310),
          new Rank("_errorhandling.rpym", 220),
          new Rank("00gamepad.rpy", 210),
          new Rank("00gltest.rpy", 200),
          new Rank("00gallery.rpy", 180),
          new Rank("00compat.rpy", 180),
          new Rank("00updater.rpy", 170),
          new Rank("00iap.rpy", 150));

  private final boolean percents;
  private final List<GameString> all = new ArrayList<>();

  /**
   * Creates a collection.
   *
   * @param percents whether a percent sign is written twice in menus
   */
  GameStrings(boolean percents) {
    this.percents = percents;
  }

  /** Adds strings that the engine would not collect. */
  void add(List<GameString> strings) {
    all.addAll(strings);
  }

  /** Adds the strings of a script. */
  void add(Script script, List<Statement> statements) {
    addMenus(script, statements);
    MarkedStrings.find(
        script.lines(),
        marked -> all.add(new GameString(marked.value(), script, marked.line().number())));
  }

  private void addMenus(Script script, List<Statement> statements) {
    for (Statement statement : statements) {
      if (statement instanceof Statement.Menu menu) {
        for (Statement.MenuItem item : menu.items()) {
          String value = item.text().value();
          String shown = percents ? value.replace("%%", "%") : value;
          all.add(new GameString(shown, script, menu.line().number()));
          item.block().ifPresent(block -> addMenus(script, block));
        }
      } else {
        Statement.inner(statement).forEach(block -> addMenus(script, block));
      }
    }
  }

  /** Returns the strings in the order of the engine. */
  List<GameString> sorted() {
    List<GameString> sorted = new ArrayList<>(all);
    sorted.sort(
        Comparator.comparingInt(GameStrings::rank)
            .thenComparing(string -> string.script().relative())
            .thenComparingInt(GameString::line));
    Set<String> seen = new HashSet<>();
    sorted.removeIf(string -> rank(string) >= LEAST_OF_DEVELOPERS || !seen.add(string.value()));
    return sorted;
  }

  private static int rank(GameString string) {
    Script script = string.script();
    List<Rank> ranks = script.library() ? LIBRARY : SCRIPTS;
    return ranks.stream()
        .filter(rank -> script.relative().startsWith(rank.prefix()))
        .findFirst()
        .map(Rank::rank)
        .orElse(script.library() ? OTHER_LIBRARY : OTHER_SCRIPT);
  }
}
