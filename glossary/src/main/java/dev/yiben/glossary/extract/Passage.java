package dev.yiben.glossary.extract;

import java.util.Optional;

/**
 * A piece of the texts to look for terms in.
 *
 * @param text without inline codes
 * @param running whether it is running text, whose letter case tells names from other words;
 *     headings and labels are not
 * @param place what it is in, such as a chapter: terms of many places are worth more
 * @param speaker who says it, if that is told
 */
public record Passage(String text, boolean running, String place, Optional<String> speaker) {}
