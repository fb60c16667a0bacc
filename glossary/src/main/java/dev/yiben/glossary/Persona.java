package dev.yiben.glossary;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody who speaks or is spoken of in the documents, as a model should know them.
 *
 * <p>A persona's name is a term too, where it has a target.
 *
 * @param name as the source calls them
 * @param target the name in translations; empty if none is settled
 * @param gender as free text, such as {@code female}; empty if it is not said
 * @param speech how they talk, such as {@code gruff, short sentences}; empty if it is not said
 * @param note what else a translator should know; empty for none
 */
public record Persona(String name, String target, String gender, String speech, String note) {

  /** Returns the name as a term, whose note tells all that is known. */
  Term term() {
    String known =
        Stream.of(gender, speech, note)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("; "));
    boolean cased = !name.toLowerCase(Locale.ROOT).equals(name);
    return new Term(name, target, known, cased, true, false, false, List.of());
  }
}
