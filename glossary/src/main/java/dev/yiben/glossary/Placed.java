package dev.yiben.glossary;

/** A thing and the line of its file on which it begins, counted from 1. */
record Placed<T>(T value, int line) {}
