package dev.yiben.inference;

/** The strongest {@link OutputConstraint} that an engine enforces. */
public enum ConstraintSupport {
  /** None: the answer may be anything. */
  NONE,
  /** {@link OutputConstraint.JsonSchema}. */
  JSON_SCHEMA,
  /** {@link OutputConstraint.Grammar}, and JSON schemas as well. */
  GRAMMAR
}
