package dev.yiben.inference;

/**
 * A value that an engine runs with, and why.
 *
 * @param name what it is, such as {@code threads}
 * @param value the value, for people
 * @param reason where it comes from: the user's option, the model file or the machine
 */
public record Choice(String name, String value, String reason) {}
