/**
 * The prompt that a model was trained on: its chat template, and the tokens that steer it.
 *
 * <p>Entry: {@link dev.yiben.inference.template.ChatTemplate}.
 */
package dev.yiben.inference.template;
