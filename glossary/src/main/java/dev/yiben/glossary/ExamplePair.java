package dev.yiben.glossary;

/** A sentence and the translation that shows how others should be. */
public record ExamplePair(String source, String target) {}
