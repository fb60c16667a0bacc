package dev.yiben.formats.format.renpy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the translation units of a file and gives them their ids.
 *
 * <p>An id is the label before the unit and a digest of its statements, with a number where it is
 * taken. A label that begins with an underscore gives an alternate id besides.
 */
final class UnitFinder {
  private final IdRule rule;
  private final Set<String> taken;
  private final Set<String> takenInFile = new HashSet<>();
  private final Map<String, Integer> lastNumbers = new HashMap<>();
  private String label = "";
  private String alternateLabel = "";

  private UnitFinder(IdRule rule, Set<String> taken) {
    this.rule = rule;
    this.taken = taken;
  }

  /**
   * Returns the units of a file in the order in which the engine writes them.
   *
   * @param statements those of the file
   * @param taken the ids of files before; receives those of this file
   */
  static List<TranslationUnit> find(List<Statement> statements, IdRule rule, Set<String> taken) {
    List<TranslationUnit> units = new ArrayList<>();
    new UnitFinder(rule, taken).visit(statements, units);
    units.forEach(unit -> taken.add(unit.id()));
    return units;
  }

  private void visit(List<Statement> statements, List<TranslationUnit> units) {
    List<Statement> group = new ArrayList<>();
    for (Statement statement : statements) {
      if (statement instanceof Statement.Label named && !named.hidden()) {
        enter(named.name());
      }
      // The engine gives the ids in a statement before that of what goes before the statement.
      List<TranslationUnit> inside = new ArrayList<>();
      Statement.inner(statement).forEach(block -> visit(block, inside));
      if (statement instanceof Statement.Said) {
        group.add(statement);
        flush(group, units);
      } else if (statement instanceof Statement.Custom custom && custom.translatable()) {
        group.add(statement);
      } else {
        flush(group, units);
      }
      units.addAll(inside);
    }
    flush(group, units);
  }

  private void enter(String name) {
    if (name.startsWith("_")) {
      alternateLabel = name;
    } else {
      label = name;
      alternateLabel = "";
    }
  }

  private void flush(List<Statement> group, List<TranslationUnit> units) {
    if (group.isEmpty()) {
      return;
    }
    String digest = rule.digest(group);
    String computed = free(label, digest);
    Optional<String> given = Optional.empty();
    for (Statement statement : group) {
      if (statement instanceof Statement.Said said && said.say().id().isPresent()) {
        given = said.say().id();
      }
    }
    Optional<String> alternate = Optional.empty();
    if (!alternateLabel.isEmpty()) {
      alternate = Optional.of(free(alternateLabel, digest));
    } else if (given.isPresent()) {
      alternate = Optional.of(computed);
    }
    String id = given.orElse(computed);
    takenInFile.add(id);
    alternate.ifPresent(takenInFile::add);
    units.add(new TranslationUnit(id, alternate, label, group));
    group.clear();
  }

  private String free(String before, String digest) {
    String base = before.isEmpty() ? digest : before.replace('.', '_') + "_" + digest;
    String id = base;
    int number = lastNumbers.getOrDefault(base, 0);
    if (number > 0) {
      id = base + "_" + number;
    }
    while (takenInFile.contains(id) || taken.contains(id)) {
      number++;
      id = base + "_" + number;
    }
    if (number > 0) {
      lastNumbers.put(base, number);
    }
    return id;
  }
}
