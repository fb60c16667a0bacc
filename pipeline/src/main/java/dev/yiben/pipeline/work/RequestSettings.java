package dev.yiben.pipeline.work;

import dev.yiben.pipeline.check.QaChecks;
import dev.yiben.pipeline.prompt.LanguagePair;
import dev.yiben.pipeline.prompt.PromptTemplate;

/**
 * What is the same for all requests of a document.
 *
 * @param template the words of the prompt
 * @param languages from and to
 * @param checks checks of the targets
 * @param contextSegments how many preceding segments are shown
 * @param seed start of the random numbers when asking again
 */
public record RequestSettings(
    PromptTemplate template,
    LanguagePair languages,
    QaChecks checks,
    int contextSegments,
    int seed) {}
