package dev.yiben.glossary.extract;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import dev.yiben.glossary.extract.Words.Link;
import dev.yiben.glossary.extract.Words.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds names by their capital letters: words that are capitalised within sentences and hardly ever
 * lower-case, and sequences of them such as {@code Captain Ahab} or {@code Isle of Skye}.
 *
 * <p>In German, which capitalises all nouns, names are told by the articles that they lack.
 */
final class CapitalNames {
  private static final double LEAST_CAPITALISED = 0.8;
  private static final double MOST_DETERMINED = 0.15;
  private static final int MOST_WORDS = 5;
  private static final Set<String> CONNECTORS =
      Set.of(
          "of", "the", "de", "la", "le", "les", "du", "des", "del", "der", "den", "von", "van",
          "zu", "di", "da", "do", "dos", "das", "al", "el", "ibn", "bin", "d", "l", "af", "av");
  private static final Set<String> GERMAN_DETERMINERS =
      Set.of(
          "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer",
          "eines", "kein", "keine", "keinen", "keinem", "keiner", "im", "am", "zum", "zur", "vom",
          "beim", "ins", "ans", "viel", "viele", "vielen", "alle", "allen", "aller", "zwei", "drei",
          "mehr", "diese", "dieser", "dieses", "diesem", "diesen", "jede", "jeder", "jedes",
          "jeden", "jedem", "mein", "meine", "meinen", "meinem", "meiner", "dein", "deine", "sein",
          "seine", "seinen", "seinem", "seiner", "seines", "ihr", "ihre", "ihren", "ihrem", "ihrer",
          "ihres", "unser", "unsere", "unseren", "unserem", "unserer", "ohne", "aus", "vor");

  private final boolean german;
  private final Set<String> calendar;
  private final int leastCount;
  private final Map<String, Evidence> evidence = new HashMap<>();

  CapitalNames(String language, int leastCount) {
    ULocale locale = ULocale.forLanguageTag(language);
    this.german = locale.getLanguage().equals("de");
    this.calendar = calendar(locale);
    this.leastCount = leastCount;
  }

  /** What speaks for a word to be a name, and what against it. */
  private static final class Evidence {
    private int capitalised;
    private int lower;
    private int determined;
  }

  private static Set<String> calendar(ULocale locale) {
    DateFormatSymbols symbols = new DateFormatSymbols(locale);
    Set<String> names = new HashSet<>();
    for (String[] some :
        List.of(
            symbols.getMonths(),
            symbols.getWeekdays(),
            symbols.getShortMonths(),
            symbols.getShortWeekdays())) {
      for (String name : some) {
        names.add(name.toLowerCase(Locale.ROOT));
      }
    }
    return names;
  }

  /** Takes what a passage says of its words. */
  void learn(List<Word> words) {
    boolean shouted = isTitle(words);
    String before = "";
    for (Word word : words) {
      Evidence known = evidence.computeIfAbsent(word.lower(), key -> new Evidence());
      if (!word.isCapitalised()) {
        known.lower++;
      } else if (word.link() != Link.START && !shouted) {
        known.capitalised++;
        if (word.link() == Link.ADJACENT && isDetermined(before)) {
          known.determined++;
        }
      }
      before = word.text();
    }
  }

  private static boolean isDetermined(String before) {
    return GERMAN_DETERMINERS.contains(before)
        || (before.length() > 4
            && before.matches("\\p{Ll}+(e|en|er|es|em)")); // mostly an adjective
  }

  /** Returns whether most of a passage's words are capitalised, so that this says nothing. */
  private boolean isTitle(List<Word> words) {
    long capitalised = words.stream().filter(Word::isCapitalised).count();
    return !german && words.size() > 3 && capitalised * 5 > words.size() * 3L;
  }

  private boolean isName(Word word) {
    Evidence known = evidence.get(word.lower());
    if (known == null || !word.isNameLike() || calendar.contains(word.lower())) {
      return false;
    }
    return known.capitalised >= Math.max(2, leastCount - 1)
        && known.capitalised >= LEAST_CAPITALISED * (known.capitalised + known.lower)
        && (!german || known.determined <= MOST_DETERMINED * known.capitalised);
  }

  /** Counts the names of a passage, once all have been learnt from. */
  void count(String text, List<Word> words, String place, Tally names) {
    if (isTitle(words)) {
      return;
    }
    List<Word> run = new ArrayList<>();
    for (Word word : words) {
      boolean continues =
          !run.isEmpty()
              && word.link() == Link.ADJACENT
              && !run.get(run.size() - 1).possessive()
              && run.size() < MOST_WORDS;
      boolean connects = CONNECTORS.contains(word.text());
      if (!continues || !(word.isCapitalised() || connects)) {
        countRun(text, run, place, names);
        run.clear();
      }
      if (word.isCapitalised() || (continues && connects)) {
        run.add(word);
      }
    }
    countRun(text, run, place, names);
  }

  private void countRun(String text, List<Word> run, String place, Tally names) {
    int from = 0;
    int to = run.size();
    while (from < to
        && (isOpening(run.get(from))
            || run.get(from).isTitle()
            || CONNECTORS.contains(run.get(from).text()))) {
      from++;
    }
    while (to > from && !run.get(to - 1).isCapitalised()) {
      to--;
    }
    List<Word> name = run.subList(from, to);
    if (name.stream().noneMatch(this::isName)
        || (german && !name.stream().allMatch(word -> isName(word) || !word.isCapitalised()))) {
      name.stream().filter(this::isName).forEach(word -> names.add(word.text(), place));
      return;
    }
    String found = text.substring(name.get(0).start(), name.get(name.size() - 1).end());
    names.add(found.replace('\u00A0', ' '), place);
  }

  /** An ordinary word that is capitalised since it begins a sentence, or as a pronoun. */
  private boolean isOpening(Word word) {
    Evidence known = evidence.get(word.lower());
    return !isName(word)
        && (word.link() == Link.START
            || word.text().length() < 2
            || known.lower > 3 * known.capitalised);
  }

  /** Gives what is too rare for a sequence, or is in capital letters, to the names in it. */
  void settle(Tally names) {
    for (String text : List.copyOf(names.texts())) {
      if (text.length() > 3 && text.equals(text.toUpperCase(Locale.ROOT))) {
        String usual = UCharacter.toTitleCase(Locale.ROOT, text, null);
        names.move(text, names.count(usual) > 0 || text.contains(" ") ? usual : text);
      }
    }
    for (String text : List.copyOf(names.texts())) {
      int space = text.indexOf(' ');
      if (space < 0 || names.count(text) >= leastCount) {
        continue;
      }
      List<Word> words = Words.of(text);
      List<Word> single =
          words.stream().filter(word -> word.isCapitalised() && isName(word)).toList();
      if (!single.isEmpty()) {
        names.move(text, single.get(single.size() - 1).text());
      }
    }
  }
}
