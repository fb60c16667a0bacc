package dev.yiben.pipeline.prompt;

import java.util.HashMap;
import java.util.Map;
import org.apache.commons.text.StringSubstitutor;

/**
 * The texts of a profile, with places such as {@code ${lines}} for what differs.
 *
 * @param texts by key; missing ones are empty
 * @param names what languages are called
 */
record ProfileTexts(Map<String, String> texts, LanguageNames names) {
  ProfileTexts {
    texts = Map.copyOf(texts);
  }

  boolean has(String key) {
    return texts.containsKey(key);
  }

  /** Returns a text with its places filled. */
  String fill(String key, Map<String, String> values) {
    // What comes from the document is never a template itself.
    return new StringSubstitutor(values)
        .setDisableSubstitutionInValues(true)
        .replace(texts.getOrDefault(key, ""));
  }

  /** Returns these texts with another one. */
  ProfileTexts with(String key, String text) {
    return overlaidBy(new ProfileTexts(Map.of(key, text), names));
  }

  /** Returns these texts where the others have none of the same key. */
  ProfileTexts overlaidBy(ProfileTexts others) {
    Map<String, String> merged = new HashMap<>(texts);
    merged.putAll(others.texts);
    Map<String, String> mergedNames = new HashMap<>(names.given());
    mergedNames.putAll(others.names.given());
    return new ProfileTexts(merged, new LanguageNames(mergedNames));
  }
}
