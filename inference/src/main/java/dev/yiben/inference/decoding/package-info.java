/**
 * Chooses the tokens of an answer: grammars over the bytes of the tokens, sampling, and what is
 * certain without asking the model; {@link dev.yiben.inference.decoding.TokenChooser} and {@link
 * dev.yiben.inference.decoding.GrammarCache} are the ways in.
 */
package dev.yiben.inference.decoding;
