package dev.yiben.pipeline.interchange;

import dev.yiben.glossary.TermMatcher;
import dev.yiben.pipeline.check.QaChecks;
import java.util.Optional;

/**
 * How segments are reviewed.
 *
 * @param sourceLanguage BCP 47 tag; empty to take what each document declares or is detected as
 * @param targetLanguage BCP 47 tag
 * @param terms finds the glossary's terms
 * @param checks what is looked at in targets
 */
public record ReviewSettings(
    Optional<String> sourceLanguage, String targetLanguage, TermMatcher terms, QaChecks checks) {}
