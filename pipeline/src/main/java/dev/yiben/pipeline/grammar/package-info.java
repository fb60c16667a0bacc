/**
 * The shape of an answer: {@link dev.yiben.pipeline.grammar.BatchGrammar} makes the grammar under
 * which a batch is decoded.
 */
package dev.yiben.pipeline.grammar;
