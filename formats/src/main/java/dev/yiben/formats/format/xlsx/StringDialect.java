package dev.yiben.formats.format.xlsx;

import dev.yiben.formats.run.RunDialect;

/**
 * Writes the content of strings (CT_Rst, ISO/IEC 29500-1, 18.4.8).
 *
 * @param prefix that the part has for SpreadsheetML, with its colon
 * @param rich whether the string has runs; else it has one text, without properties
 */
record StringDialect(String prefix, boolean rich) implements RunDialect {

  @Override
  public String text(String text) {
    return CellText.encode(text);
  }

  @Override
  public String run(String properties, String content, boolean translated) {
    String space = needsPreserving(content) ? " xml:space=\"preserve\"" : "";
    String text = "<%1$st%2$s>%3$s</%1$st>".formatted(prefix, space, content);
    return rich ? "<%1$sr>%2$s%3$s</%1$sr>".formatted(prefix, properties, text) : text;
  }

  /** Returns a phonetic reading over a text of so many characters. */
  String reading(String reading, int length) {
    return "<%1$srPh sb=\"0\" eb=\"%2$d\"><%1$st>%3$s</%1$st></%1$srPh>"
        .formatted(prefix, length, CellText.encode(reading));
  }

  private static boolean needsPreserving(String content) {
    return !content.equals(content.strip()) || content.contains("\n") || content.contains("  ");
  }
}
