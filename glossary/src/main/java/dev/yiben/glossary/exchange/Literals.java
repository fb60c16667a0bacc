package dev.yiben.glossary.exchange;

/** Texts as regular expressions that match just them, and back. */
final class Literals {
  private static final String SPECIAL = "\\[](){}.*+?^$|";

  private Literals() {}

  static String expression(String text) {
    StringBuilder expression = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (SPECIAL.indexOf(c) >= 0) {
                expression.append('\\');
              }
              expression.appendCodePoint(c);
            });
    return expression.toString();
  }
}
