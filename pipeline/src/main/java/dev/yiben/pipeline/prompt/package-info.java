/**
 * From a batch to messages and back: {@link dev.yiben.pipeline.prompt.PromptTemplate} words the
 * messages, {@link dev.yiben.pipeline.prompt.ResponseParser} reads the answer.
 *
 * <p>Both write a line for each segment, in one of the forms of {@link
 * dev.yiben.pipeline.prompt.LineForm}.
 */
package dev.yiben.pipeline.prompt;
