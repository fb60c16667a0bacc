package dev.yiben.pipeline.prepare;

import dev.yiben.formats.document.TagPairs;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of text that is kept as it is.
 *
 * <p>What is written as a tag, such as {@code <b>} and {@code </b>}, <code>{size=20}</code> and
 * <code>{/size}</code>, or {@code [i]} and {@code [/i]}, can be half of a pair.
 *
 * @param text the text
 * @param name the kind of its bracket and its name; empty for what is no tag
 * @param ends whether it is the second half of a pair, if it is a tag
 */
record ProtectedText(String text, String name, boolean ends) implements TagPairs.Piece {
  private static final Pattern TAG =
      Pattern.compile("([<\\[{]{1,3})([/#]?)([A-Za-z][\\w.:-]*)(?s:.*?)(/?)[>\\]}]{1,3}");

  static ProtectedText of(String text) {
    Matcher tag = TAG.matcher(text);
    return tag.matches() && tag.group(4).isEmpty()
        ? new ProtectedText(
            text, tag.group(1) + tag.group(3).toLowerCase(Locale.ROOT), tag.group(2).equals("/"))
        : new ProtectedText(text, "", false);
  }

  @Override
  public boolean opens() {
    return !name.isEmpty() && !ends;
  }

  @Override
  public boolean closes() {
    return !name.isEmpty() && ends;
  }
}
