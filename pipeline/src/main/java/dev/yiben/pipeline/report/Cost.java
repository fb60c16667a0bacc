package dev.yiben.pipeline.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * What a job cost, or for a plan would.
 *
 * @param amount how much
 * @param currency of what; may be empty
 */
public record Cost(BigDecimal amount, String currency) {
  private static final int DIGITS = 3;

  /** Returns the amount for people, such as {@code 12.35 USD} or {@code 0.00421 USD}. */
  @Override
  public String toString() {
    BigDecimal rounded =
        amount.compareTo(BigDecimal.ONE) >= 0 || amount.signum() == 0
            ? amount.setScale(2, RoundingMode.HALF_UP)
            : amount.round(new MathContext(DIGITS, RoundingMode.HALF_UP));
    return (rounded.toPlainString() + " " + currency).strip();
  }
}
