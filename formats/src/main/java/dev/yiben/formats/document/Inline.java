package dev.yiben.formats.document;

/** A piece of the content of a {@link CodedText}: a run of text or an inline code. */
public sealed interface Inline permits TextRun, InlineCode {}
