package dev.yiben.formats.format.xlsx;

import dev.yiben.formats.run.RunDialect;
import java.util.function.UnaryOperator;

/**
 * Writes text that is not in runs.
 *
 * @param escape writes it as the content of an element or the value of an attribute
 */
record TextDialect(UnaryOperator<String> escape) implements RunDialect {

  @Override
  public String text(String text) {
    return escape.apply(text);
  }

  @Override
  public String run(String properties, String content, boolean translated) {
    return content;
  }
}
