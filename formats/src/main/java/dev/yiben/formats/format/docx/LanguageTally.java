package dev.yiben.formats.format.docx;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.util.ULocale;
import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts the letters of a document by the language that their runs declare; letters that the
 * language does not have count as none's.
 */
final class LanguageTally {
  /** So many letters tell a document's language. */
  private static final int ENOUGH = 20_000;

  private static final String NONE = "";

  private final Map<String, Integer> letters = new LinkedHashMap<>();
  private final Map<String, int[]> scripts = new LinkedHashMap<>();
  private int total;

  /** Counts a text ({@code w:t}) of a story. */
  void add(XmlElement text, Styles styles) {
    if (total > ENOUGH || !text.is(Namespaces.WORD, "t")) {
      return;
    }
    Optional<XmlElement> run = text.parent();
    Optional<XmlElement> around = run;
    while (around.isPresent() && !around.get().is(Namespaces.WORD, "p")) {
      around = around.get().parent();
    }
    if (around.isEmpty()) {
      return;
    }
    Optional<XmlElement> properties = run.get().child(Namespaces.WORD, "rPr");
    Properties own = styles.run(properties, around.get());
    text.text()
        .codePoints()
        .filter(Character::isLetter)
        .forEach(letter -> add(letter, own, styles.defaultRun()));
  }

  private void add(int letter, Properties run, Properties defaults) {
    int script = UScript.getScript(letter);
    String key = "lang@" + WordLanguage.attribute(script);
    String declared =
        run.value(key).filter(language -> !isTemplates(language, defaults.value(key))).orElse(NONE);
    boolean fits =
        Arrays.stream(scripts.computeIfAbsent(declared, LanguageTally::scripts))
            .anyMatch(one -> one == script);
    letters.merge(fits ? declared : NONE, 1, Integer::sum);
    total++;
  }

  /** Returns whether a language is only what templates of programs declare, whatever is written. */
  private static boolean isTemplates(String language, Optional<String> byDefault) {
    return byDefault.equals(Optional.of(language)) && language.startsWith("en");
  }

  private static int[] scripts(String language) {
    int[] scripts =
        language.equals(NONE) ? null : UScript.getCode(ULocale.forLanguageTag(language));
    return scripts == null ? new int[0] : scripts;
  }

  /** Returns the language of most letters; nothing if most have none. */
  Optional<String> language() {
    return letters.entrySet().stream()
        .reduce((one, other) -> other.getValue() > one.getValue() ? other : one)
        .map(Map.Entry::getKey)
        .filter(language -> !language.equals(NONE));
  }
}
