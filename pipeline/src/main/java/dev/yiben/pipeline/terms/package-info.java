/**
 * Terms for a glossary from documents: {@link dev.yiben.pipeline.terms.DocumentPassages} reads what
 * they are looked for in, and {@link dev.yiben.pipeline.terms.TermProposer} asks a model what they
 * are and how to translate them.
 */
package dev.yiben.pipeline.terms;
