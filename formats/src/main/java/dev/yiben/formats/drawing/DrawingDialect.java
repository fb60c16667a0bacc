package dev.yiben.formats.drawing;

import dev.yiben.formats.markup.Characters;
import dev.yiben.formats.run.RunDialect;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes runs of DrawingML (ISO/IEC 29500-1, 21.1.2.3.8), which hold one text each.
 *
 * @param prefix that the document has for DrawingML, with its colon
 * @param language of translated text, as Office writes it
 */
record DrawingDialect(String prefix, String language) implements RunDialect {

  @Override
  public String text(String text) {
    return Characters.escape(text, any -> true);
  }

  @Override
  public String run(String properties, String content, boolean translated) {
    return "<%1$sr>%2$s<%1$st>%3$s</%1$st></%1$sr>"
        .formatted(prefix, translated ? translated(properties) : properties, content);
  }

  /** Returns properties of text in the target language that no spelling checker has seen. */
  private String translated(String properties) {
    if (properties.isEmpty()) {
      return "<%srPr lang=\"%s\"/>".formatted(prefix, language);
    }
    Map<String, String> changes = new LinkedHashMap<>();
    changes.put("lang", language);
    changes.put("altLang", "");
    changes.put("dirty", "");
    changes.put("err", "");
    changes.put("smtClean", "");
    return StartTags.with(properties, changes);
  }
}
