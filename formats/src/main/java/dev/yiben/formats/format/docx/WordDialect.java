package dev.yiben.formats.format.docx;

import dev.yiben.formats.markup.Characters;
import dev.yiben.formats.run.RunDialect;

/** Writes runs of WordprocessingML (ISO/IEC 29500-1, 17.3.2). */
final class WordDialect implements RunDialect {
  private final String prefix;
  private final RunLanguage language;

  /**
   * Creates a dialect.
   *
   * @param prefix that the document has for WordprocessingML, with its colon
   * @param language of translated text
   */
  WordDialect(String prefix, RunLanguage language) {
    this.prefix = prefix;
    this.language = language;
  }

  @Override
  public String text(String text) {
    StringBuilder written = new StringBuilder();
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      String element = element(text.charAt(i));
      if (!element.isEmpty()) {
        add(text.substring(from, i), written);
        written.append('<').append(prefix).append(element).append("/>");
        from = i + 1;
      }
    }
    add(text.substring(from), written);
    return written.toString();
  }

  /** Returns the element that Word has in the place of a character, in the font of the text. */
  private static String element(char character) {
    return switch (character) {
      case '\u2011' -> "noBreakHyphen";
      case '\u00AD' -> "softHyphen";
      case '\t' -> "tab";
      case '\n' -> "br";
      default -> "";
    };
  }

  private void add(String text, StringBuilder written) {
    if (!text.isEmpty()) {
      written.append(
          "<%1$st xml:space=\"preserve\">%2$s</%1$st>"
              .formatted(prefix, Characters.escape(text, any -> true)));
    }
  }

  @Override
  public String run(String properties, String content, boolean translated) {
    String own = translated ? language.apply(properties) : properties;
    return "<%1$sr>%2$s%3$s</%1$sr>".formatted(prefix, own, content);
  }
}
