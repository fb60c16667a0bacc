package dev.yiben.glossary.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A passage cut into words, for scripts that have letter case. */
final class Words {
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}&&[^\\p{Lo}]][\\p{L}\\p{M}\\p{Nd}]*(?:['’‑-][\\p{L}&&[^\\p{Lo}]]+)*");
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "Mr", "Mrs", "Ms", "Dr", "St", "Prof", "Sr", "Jr", "Capt", "Col", "Gen", "Lt", "Sgt",
          "Rev", "Hon", "M", "Mme", "Mlle", "Hr", "Fr", "Sra", "Srta", "Ste");

  private static final Pattern APART = Pattern.compile("[,\\s]+");
  private static final Pattern AFTER_ABBREVIATION = Pattern.compile("\\.[ \u00A0]");

  /** Pronouns and articles before an apostrophe, such as in {@code I'll}; not in {@code O'Hara}. */
  private static final Pattern SHORTENED = Pattern.compile("\\p{L}['’]\\p{Ll}.*");

  private static final Pattern ROMAN_NUMBER = Pattern.compile("[IVXLCDM]+");

  private Words() {}

  /** How a word follows the one before. */
  enum Link {
    /** After a space. */
    ADJACENT,
    /** After a comma: not with the one before, yet within a sentence. */
    APART,
    /** It may begin a sentence. */
    START
  }

  /**
   * A word.
   *
   * @param text without a possessive ending
   * @param possessive whether it had one, so that the next word is about something else
   * @param start where it begins in the passage
   */
  record Word(String text, Link link, boolean possessive, int start) {
    int end() {
      return start + text.length();
    }

    /** Returns whether it can be a name, but for what else is known of it. */
    boolean isNameLike() {
      return text.length() > 1
          && !ABBREVIATIONS.contains(text)
          && !SHORTENED.matcher(text).matches()
          && !ROMAN_NUMBER.matcher(text).matches();
    }

    /** Returns whether it is a form of address that is shortened. */
    boolean isTitle() {
      return ABBREVIATIONS.contains(text) && !text.startsWith("St");
    }

    boolean isCapitalised() {
      int first = text.codePointAt(0);
      return Character.isUpperCase(first) || Character.isTitleCase(first);
    }

    boolean isAllCapitals() {
      return text.length() > 1 && text.equals(text.toUpperCase(Locale.ROOT)) && isCapitalised();
    }

    String lower() {
      return text.toLowerCase(Locale.ROOT);
    }
  }

  static List<Word> of(String text) {
    List<Word> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    int end = 0;
    String before = "";
    while (matcher.find()) {
      String between = text.substring(end, matcher.start());
      String word = matcher.group();
      boolean possessive = word.endsWith("'s") || word.endsWith("’s");
      String bare = possessive ? word.substring(0, word.length() - 2) : word;
      words.add(
          new Word(bare, link(between, before, words.isEmpty()), possessive, matcher.start()));
      before = word;
      end = matcher.end();
    }
    return words;
  }

  private static Link link(String between, String before, boolean first) {
    if (first) {
      return Link.START;
    }
    if (between.equals(" ") || between.equals("\u00A0")) {
      return Link.ADJACENT;
    }
    if (AFTER_ABBREVIATION.matcher(between).matches() && ABBREVIATIONS.contains(before)) {
      return Link.ADJACENT;
    }
    return APART.matcher(between).matches() ? Link.APART : Link.START;
  }
}
