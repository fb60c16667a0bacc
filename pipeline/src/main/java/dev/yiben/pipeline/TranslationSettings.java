package dev.yiben.pipeline;

import dev.yiben.glossary.Glossary;
import dev.yiben.pipeline.check.Severity;
import dev.yiben.pipeline.prompt.PromptProfiles;
import java.util.Map;
import java.util.Optional;

/**
 * How to translate.
 *
 * @param sourceLanguage BCP 47 tag; empty to take what each file declares or is detected as
 * @param targetLanguage BCP 47 tag
 * @param glossary terms to honour
 * @param contextSegments how many preceding segments are shown with their translations
 * @param batchTokens the most source tokens in a batch; 0 to fit the engine's context window
 * @param severities severities of checks by id, where they differ from the default
 * @param sampling how tokens are chosen at first, where it is not left to the profile; a segment
 *     that is asked again gets a higher temperature and another seed
 * @param profiles prompt profiles, of which one is chosen for the model
 * @param retranslate whether translations that a file has already are made anew
 * @param review whether the model looks again at targets with findings or of low confidence
 */
public record TranslationSettings(
    Optional<String> sourceLanguage,
    String targetLanguage,
    Glossary glossary,
    int contextSegments,
    int batchTokens,
    Map<String, Severity> severities,
    SamplingSettings sampling,
    PromptProfiles profiles,
    boolean retranslate,
    boolean review) {
  /** How many preceding segments are shown unless told otherwise. */
  public static final int DEFAULT_CONTEXT_SEGMENTS = 8;

  public TranslationSettings {
    severities = Map.copyOf(severities);
    if (contextSegments < 0 || batchTokens < 0) {
      throw new IllegalArgumentException("Context and batch size must not be negative");
    }
  }
}
