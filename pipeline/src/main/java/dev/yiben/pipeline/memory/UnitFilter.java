package dev.yiben.pipeline.memory;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Chooses units of a memory.
 *
 * @param text what must occur in the source or the target, in any letter case of ASCII
 * @param model name of the model that must have made them
 * @param document name of the file that they must be from
 * @param confirmed whether they must be confirmed, or must not
 * @param usedBefore when they must not have been used any more
 */
public record UnitFilter(
    Optional<String> text,
    Optional<String> model,
    Optional<String> document,
    Optional<Boolean> confirmed,
    Optional<Instant> usedBefore) {
  /** All units. */
  public static final UnitFilter ALL =
      new UnitFilter(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  String where() {
    return conditions().isEmpty()
        ? ""
        : "WHERE " + String.join(" AND ", conditions().stream().map(Condition::sql).toList());
  }

  /** Binds the values of the conditions, and returns the number of the next one. */
  int bind(PreparedStatement statement) throws SQLException {
    int next = 1;
    for (Condition condition : conditions()) {
      for (Object value : condition.values()) {
        statement.setObject(next++, value);
      }
    }
    return next;
  }

  private record Condition(String sql, List<Object> values) {}

  private List<Condition> conditions() {
    List<Condition> conditions = new ArrayList<>();
    text.map(UnitFilter::pattern)
        .ifPresent(
            part ->
                conditions.add(
                    new Condition(
                        "(unit.source IN (SELECT id FROM source WHERE text LIKE ? ESCAPE '\\')"
                            + " OR unit.target LIKE ? ESCAPE '\\')",
                        List.of(part, part))));
    model.ifPresent(name -> conditions.add(new Condition("unit.model = ?", List.of(name))));
    document.ifPresent(name -> conditions.add(new Condition("unit.document = ?", List.of(name))));
    confirmed.ifPresent(
        yes -> conditions.add(new Condition("unit.confirmed = ?", List.of(yes ? 1 : 0))));
    usedBefore.ifPresent(
        time -> conditions.add(new Condition("unit.used < ?", List.of(time.getEpochSecond()))));
    return conditions;
  }

  private static String pattern(String text) {
    return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }
}
