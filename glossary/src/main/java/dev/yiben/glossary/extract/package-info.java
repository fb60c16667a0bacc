/**
 * Proposes terms for a glossary from the texts to be translated, by counting alone: {@link
 * dev.yiben.glossary.extract.TermExtractor} finds names and recurring compounds.
 */
package dev.yiben.glossary.extract;
