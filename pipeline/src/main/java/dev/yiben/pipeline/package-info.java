/**
 * The translation of documents: {@link dev.yiben.pipeline.Translator} takes a {@link
 * dev.yiben.pipeline.TranslationJob} from files to files.
 */
package dev.yiben.pipeline;
