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
    return "<%1$st xml:space=\"preserve\">%2$s</%1$st>"
        .formatted(prefix, Characters.escape(text, any -> true));
  }

  @Override
  public String run(String properties, String content, boolean translated) {
    String own = translated ? language.apply(properties) : properties;
    return "<%1$sr>%2$s%3$s</%1$sr>".formatted(prefix, own, content);
  }
}
