/**
 * Glossary files as text that people write: {@link dev.yiben.glossary.edit.GlossaryEditor} changes
 * entries and leaves every other byte, comments and order above all, as it is.
 */
package dev.yiben.glossary.edit;
