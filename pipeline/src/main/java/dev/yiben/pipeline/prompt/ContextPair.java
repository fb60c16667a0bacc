package dev.yiben.pipeline.prompt;

/**
 * A preceding segment with its translation.
 *
 * @param source the segment
 * @param target marked target
 */
public record ContextPair(PromptLine source, String target) {}
