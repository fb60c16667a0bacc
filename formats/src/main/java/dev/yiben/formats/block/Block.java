package dev.yiben.formats.block;

import dev.yiben.formats.document.Role;
import java.util.Optional;

/**
 * What text stands in.
 *
 * @param role what the text is
 * @param rule by which it is left as it is; empty to translate it
 * @param lines whether its line ends are shown as such
 * @param scopeEnd number of the token at which it ends at the latest
 */
record Block(Role role, Optional<String> rule, boolean lines, int scopeEnd) {
  static final Block OUTERMOST =
      new Block(Role.PARAGRAPH, Optional.empty(), false, Integer.MAX_VALUE);

  /** Returns the block that an element makes in this one. */
  Block with(Treatment treatment, int newScopeEnd) {
    Optional<String> newRule = treatment.isReleased() ? Optional.empty() : rule.or(treatment::rule);
    return new Block(
        treatment.role().orElse(role), newRule, lines || treatment.lines(), newScopeEnd);
  }

  /** Returns the same for an attribute's value, in which line ends are spaces. */
  Block forAttribute() {
    return new Block(Role.ATTRIBUTE, rule, false, scopeEnd);
  }
}
