package dev.yiben.glossary.extract;

import dev.yiben.glossary.extract.Words.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Proposes terms of texts in one language: give it all passages, then ask for the candidates. */
public final class TermExtractor {
  private static final Pattern CASED = Pattern.compile("[\\p{Lu}\\p{Ll}\\p{Lt}]");

  /** What scripts call a speaker who has no name to be shown. */
  private static final Pattern IDENTIFIER = Pattern.compile("[a-z0-9_]+");

  private static final int LONGEST_CONTEXT = 300;

  private final String language;
  private final ExtractionLimits limits;
  private final List<Passage> passages = new ArrayList<>();

  /**
   * Creates an extractor.
   *
   * @param language of the texts, as a BCP 47 tag
   */
  public TermExtractor(String language, ExtractionLimits limits) {
    this.language = language;
    this.limits = limits;
  }

  /** Adds a passage. */
  public void add(Passage passage) {
    passages.add(passage);
  }

  /** Returns the candidates, speakers and names first, the most frequent ones first. */
  public List<Candidate> candidates() {
    Map<String, Found> found = new LinkedHashMap<>();
    addSpeakers(found);
    addCased(found);
    addEastAsian(found);
    List<Found> best =
        withoutParts(List.copyOf(found.values())).stream()
            .sorted(
                Comparator.comparing((Found one) -> one.kind() == Candidate.Kind.COMPOUND)
                    .thenComparing(Comparator.comparingInt(Found::count).reversed())
                    .thenComparing(Found::source))
            .limit(limits.most())
            .toList();
    return new Contexts(passages, limits.contexts(), LONGEST_CONTEXT)
        .of(best.stream().map(Found::source).toList()).entrySet().stream()
            .map(entry -> found.get(entry.getKey()).with(entry.getValue()))
            .toList();
  }

  /** A candidate before its contexts are known. */
  record Found(String source, Candidate.Kind kind, int count, int places) {
    Candidate with(List<String> contexts) {
      return new Candidate(source, kind, count, places, contexts);
    }
  }

  private void addSpeakers(Map<String, Found> found) {
    Tally speakers = new Tally();
    for (Passage passage : passages) {
      passage
          .speaker()
          .map(String::strip)
          .filter(name -> name.codePoints().anyMatch(Character::isLetter))
          .filter(name -> !IDENTIFIER.matcher(name).matches())
          .ifPresent(name -> speakers.add(name, passage.place()));
    }
    put(found, speakers, Candidate.Kind.SPEAKER, 2);
  }

  private void addCased(Map<String, Found> found) {
    CapitalNames names = new CapitalNames(language, limits.leastCount());
    Compounds compounds = new Compounds();
    List<List<Word>> words = new ArrayList<>();
    for (Passage passage : passages) {
      boolean usable = passage.running() && CASED.matcher(passage.text()).find();
      List<Word> cut = usable ? Words.of(passage.text()) : List.of();
      words.add(cut);
      names.learn(cut);
      compounds.learn(cut, passage.place());
    }
    Tally counted = new Tally();
    for (int i = 0; i < passages.size(); i++) {
      names.count(passages.get(i).text(), words.get(i), passages.get(i).place(), counted);
    }
    names.settle(counted);
    put(found, counted, Candidate.Kind.NAME, limits.leastCount());
    Tally pairs = new Tally();
    compounds.count(2 * limits.leastCount(), pairs);
    put(found, pairs, Candidate.Kind.COMPOUND, 2 * limits.leastCount());
  }

  private void addEastAsian(Map<String, Found> found) {
    KatakanaNames katakana = new KatakanaNames();
    HanTerms han = new HanTerms(language);
    Tally words = new Tally();
    for (Passage passage : passages) {
      katakana.count(passage.text(), passage.place(), words);
      if (passage.running()) {
        han.learn(passage.text(), passage.place());
      }
    }
    Set<String> names = katakana.names();
    for (String word : words.texts()) {
      int count = words.count(word);
      boolean named = names.contains(word);
      if (count >= limits.leastCount()) {
        found.putIfAbsent(
            word,
            new Found(
                word,
                named ? Candidate.Kind.NAME : Candidate.Kind.COMPOUND,
                count,
                words.places(word)));
      }
    }
    Tally terms = new Tally();
    han.count(2 * limits.leastCount(), terms);
    put(found, terms, Candidate.Kind.COMPOUND, 2 * limits.leastCount());
  }

  private static void put(
      Map<String, Found> found, Tally tally, Candidate.Kind kind, int leastCount) {
    for (String text : tally.texts()) {
      if (tally.count(text) >= leastCount) {
        found.putIfAbsent(text, new Found(text, kind, tally.count(text), tally.places(text)));
      }
    }
  }

  /** Leaves out parts of longer candidates that hardly occur by themselves. */
  private static List<Found> withoutParts(List<Found> all) {
    Set<Found> parts = new HashSet<>();
    List<Found> han = all.stream().filter(one -> one.source().codePointAt(0) > 0x2E80).toList();
    for (Found longer : han) {
      for (Found shorter : han) {
        if (shorter.source().length() < longer.source().length()
            && longer.source().contains(shorter.source())
            && shorter.kind() != Candidate.Kind.SPEAKER
            && longer.count() * 3 >= shorter.count() * 2) {
          parts.add(shorter);
        }
      }
    }
    Set<Found> kept = new LinkedHashSet<>(all);
    kept.removeAll(parts);
    return List.copyOf(kept);
  }
}
