package dev.yiben.glossary.exchange;

import dev.yiben.glossary.Glossary;
import java.util.List;

/**
 * What a file of another tool has.
 *
 * @param glossary what could be carried over
 * @param format what the file was taken for, such as {@code CSV}
 * @param notices what could not be carried over or was guessed, by line
 */
public record Imported(Glossary glossary, String format, List<Notice> notices) {
  public Imported {
    notices = List.copyOf(notices);
  }
}
