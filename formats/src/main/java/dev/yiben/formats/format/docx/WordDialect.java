package dev.yiben.formats.format.docx;

import dev.yiben.formats.markup.Characters;
import dev.yiben.formats.run.RunDialect;

/** Writes runs of WordprocessingML (ISO/IEC 29500-1, 17.3.2). */
final class WordDialect implements RunDialect {
  private final String prefix;
  private final String language;

  /**
   * Creates a dialect.
   *
   * @param prefix that the document has for WordprocessingML, with its colon
   * @param language of translated text, as a BCP 47 tag
   */
  WordDialect(String prefix, String language) {
    this.prefix = prefix;
    this.language = language;
  }

  @Override
  public String text(String text) {
    return "<%1$st xml:space=\"preserve\">%2$s</%1$st>"
        .formatted(prefix, Characters.escape(text, any -> true));
  }

  @Override
  public String run(String properties, String content, boolean translated) {
    String own =
        properties.isEmpty() && translated
            ? "<%1$srPr><%1$slang %1$sval=\"%2$s\"/></%1$srPr>".formatted(prefix, language)
            : properties;
    return "<%1$sr>%2$s%3$s</%1$sr>".formatted(prefix, own, content);
  }
}
