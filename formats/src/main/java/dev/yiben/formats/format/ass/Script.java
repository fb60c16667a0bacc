package dev.yiben.formats.format.ass;

import java.util.List;
import java.util.Map;

/**
 * What was found in a file.
 *
 * @param events its {@code Dialogue} lines, in the order of the file
 * @param styles its styles, in the order of the file
 * @param wrapStyle how lines are wrapped that are too long, from 0 to 3
 * @param karaokeTemplates whether effects were made from templates in the file
 * @param outside characters of text in other lines, by the rule that leaves them out
 * @param notices what was odd, one line each
 */
record Script(
    List<Event> events,
    List<Style> styles,
    int wrapStyle,
    boolean karaokeTemplates,
    Map<String, Long> outside,
    List<String> notices) {}
