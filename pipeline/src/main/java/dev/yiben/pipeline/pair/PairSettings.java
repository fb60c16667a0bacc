package dev.yiben.pipeline.pair;

import dev.yiben.glossary.Glossary;
import dev.yiben.pipeline.check.Severity;
import java.util.Map;
import java.util.Optional;

/**
 * How translations are checked.
 *
 * @param sourceLanguage BCP 47 tag; empty to take what each source declares or is detected as
 * @param targetLanguage BCP 47 tag; empty to detect it
 * @param format id of the format of all files; empty to detect it
 * @param glossary terms that translations are to honour
 * @param severities severities of checks by id, where they differ from the default
 */
public record PairSettings(
    Optional<String> sourceLanguage,
    Optional<String> targetLanguage,
    Optional<String> format,
    Glossary glossary,
    Map<String, Severity> severities) {
  public PairSettings {
    severities = Map.copyOf(severities);
  }
}
