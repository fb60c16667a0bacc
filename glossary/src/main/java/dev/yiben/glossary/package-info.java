/**
 * The termbase of a job: {@link dev.yiben.glossary.Glossary} holds its terms, matched in the source
 * and checked in the target.
 */
package dev.yiben.glossary;
