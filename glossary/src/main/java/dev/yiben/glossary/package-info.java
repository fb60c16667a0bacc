/**
 * What translations are to hold to: {@link dev.yiben.glossary.GlossaryReader} reads a {@link
 * dev.yiben.glossary.Glossary}, {@link dev.yiben.glossary.TermMatcher} finds its terms in the
 * source, and {@link dev.yiben.glossary.TermCheck} says which of them a target does not honour.
 * {@link dev.yiben.glossary.GlossaryFindings} looks for what is wrong with glossaries themselves.
 */
package dev.yiben.glossary;
