package dev.yiben.inference;

/**
 * A token of an answer, and how sure the model was of it.
 *
 * @param text what the answer grew by with it; empty where a character goes on in the next token
 * @param logProbability natural logarithm of its probability in the model's own distribution,
 *     before any constraint or sampling; 0 for a forced one
 * @param forced whether the constraint left nothing else, so that the model was not asked
 */
public record TokenProbability(String text, double logProbability, boolean forced) {}
