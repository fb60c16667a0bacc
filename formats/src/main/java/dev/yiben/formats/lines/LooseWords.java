package dev.yiben.formats.lines;

import java.util.Locale;
import java.util.Set;

/**
 * Words that a line should not end with, since they belong to the next one, and words that a line
 * may well begin with.
 *
 * @param clinging articles, prepositions, possessives
 * @param joining conjunctions
 */
record LooseWords(Set<String> clinging, Set<String> joining) {
  private static final LooseWords NONE = new LooseWords(Set.of(), Set.of());

  /** Returns the words of a language; none where they are not known. */
  static LooseWords of(String language) {
    return switch (language) {
      case "en" ->
          new LooseWords(
              Set.of(
                  "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "from", "with", "my",
                  "your", "his", "her", "its", "our", "their", "no", "mr.", "mrs.", "ms.", "dr.",
                  "i", "very", "not"),
              Set.of(
                  "and", "but", "or", "that", "which", "who", "because", "if", "when", "where",
                  "while", "so", "than", "as"));
      case "de" ->
          new LooseWords(
              Set.of(
                  "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem",
                  "einer", "eines", "in", "im", "an", "am", "auf", "zu", "zum", "zur", "von", "vom",
                  "mit", "für", "mein", "meine", "dein", "deine", "sein", "seine", "ihr", "ihre",
                  "kein", "keine", "sehr", "nicht"),
              Set.of(
                  "und", "aber", "oder", "dass", "weil", "wenn", "als", "ob", "denn", "sondern"));
      case "fr" ->
          new LooseWords(
              Set.of(
                  "le", "la", "les", "un", "une", "des", "du", "de", "à", "au", "aux", "en", "dans",
                  "sur", "pour", "par", "mon", "ma", "mes", "ton", "ta", "tes", "son", "sa", "ses",
                  "ne", "très"),
              Set.of("et", "mais", "ou", "que", "qui", "si", "quand", "car", "donc"));
      case "es" ->
          new LooseWords(
              Set.of(
                  "el", "la", "los", "las", "un", "una", "de", "del", "a", "al", "en", "con", "por",
                  "para", "mi", "tu", "su", "muy", "no"),
              Set.of("y", "e", "pero", "o", "u", "que", "si", "cuando", "porque"));
      case "it" ->
          new LooseWords(
              Set.of(
                  "il", "lo", "la", "i", "gli", "le", "un", "uno", "una", "di", "del", "della", "a",
                  "al", "alla", "in", "nel", "con", "per", "da", "mio", "mia", "non"),
              Set.of("e", "ma", "o", "che", "se", "quando", "perché"));
      case "pt" ->
          new LooseWords(
              Set.of(
                  "o", "a", "os", "as", "um", "uma", "de", "do", "da", "em", "no", "na", "com",
                  "por", "para", "meu", "minha", "não"),
              Set.of("e", "mas", "ou", "que", "se", "quando", "porque"));
      case "nl" ->
          new LooseWords(
              Set.of(
                  "de", "het", "een", "van", "in", "op", "aan", "bij", "met", "voor", "te", "mijn",
                  "jouw", "zijn", "haar"),
              Set.of("en", "maar", "of", "dat", "als", "omdat", "want"));
      case "ru" ->
          new LooseWords(
              Set.of("в", "во", "на", "с", "со", "к", "о", "об", "от", "до", "из", "у", "за", "не"),
              Set.of("и", "а", "но", "или", "что", "если", "когда", "чтобы"));
      default -> NONE;
    };
  }

  /** Returns whether the word that ends at an offset belongs to what follows. */
  boolean clings(String text, int end) {
    int start = end;
    while (start > 0 && text.charAt(start - 1) != ' ') {
      start--;
    }
    return clinging.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
  }

  /** Returns whether the word that begins at an offset joins what is before it to what follows. */
  boolean begins(String text, int start) {
    int end = start;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return joining.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
  }
}
