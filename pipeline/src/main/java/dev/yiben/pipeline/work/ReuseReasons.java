package dev.yiben.pipeline.work;

import dev.yiben.pipeline.plan.DocumentPlan;
import java.util.Optional;

/** Why segments take targets that are there already. */
final class ReuseReasons {
  static final String REPEAT = "repeat";
  static final String EXISTING = "existing-translation";

  private ReuseReasons() {}

  /** Returns why a segment does not have to be asked for, if it is to take another's target. */
  static Optional<String> of(DocumentPlan plan, int index) {
    if (plan.recalled().containsKey(index)) {
      return Optional.of(
          switch (plan.recalled().get(index).kind()) {
            case CONTEXT -> "tm-context";
            case EXACT -> "tm-exact";
            case SIMILAR -> throw new IllegalStateException("Similar is not the same");
          });
    }
    Integer first = plan.repeats().get(index);
    if (first != null) {
      return Optional.of(plan.existing().containsKey(first) ? EXISTING : REPEAT);
    }
    return plan.remembered().contains(index) ? Optional.of(REPEAT) : Optional.empty();
  }
}
