/**
 * From a batch to messages and back: {@link dev.yiben.pipeline.prompt.PromptTemplate} words the
 * messages, {@link dev.yiben.pipeline.prompt.ResponseParser} reads the answer.
 *
 * <p>Both speak numbered lines: {@code 1|text}, a line for each segment, counted from 1.
 */
package dev.yiben.pipeline.prompt;
