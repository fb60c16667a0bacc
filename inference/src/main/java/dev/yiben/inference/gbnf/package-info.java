/**
 * Reads grammars in llama.cpp's GBNF and refuses unsound ones; {@link
 * dev.yiben.inference.gbnf.Gbnf} is the way in.
 */
package dev.yiben.inference.gbnf;
