package dev.yiben.pipeline.plan;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import dev.yiben.glossary.LanguageTerms;
import dev.yiben.glossary.TermMatch;
import dev.yiben.glossary.TermMatcher;
import dev.yiben.pipeline.check.QaChecks;
import dev.yiben.pipeline.prompt.Guidance;
import dev.yiben.pipeline.prompt.LanguagePair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.ToIntFunction;

/**
 * Plans documents.
 *
 * <p>A plan depends on the document, the settings, the earlier documents of the run and what a
 * translation memory held when the job began, never on what a store holds: so a run that is resumed
 * asks what the uninterrupted one would have asked.
 */
public final class DocumentPlanner {
  /** Some ten pages: the context that a cut costs is then rare. */
  private static final StreamCutter PARTS = new StreamCutter(4096);

  private final BatchPlanner batches;
  private final LanguageTerms terms;
  private final Guidance guidance;
  private final ToIntFunction<String> tokenCount;
  private final boolean retranslate;

  /**
   * Creates a planner.
   *
   * @param guidance what a glossary tells besides terms
   * @param tokenCount counts the tokens of a text
   * @param retranslate whether translations that a file has already are made anew
   */
  public DocumentPlanner(
      BatchPlanner batches,
      LanguageTerms terms,
      Guidance guidance,
      ToIntFunction<String> tokenCount,
      boolean retranslate) {
    this.batches = batches;
    this.terms = terms;
    this.guidance = guidance;
    this.tokenCount = tokenCount;
    this.retranslate = retranslate;
  }

  /**
   * Plans a document.
   *
   * @param checks checks of targets that a translation memory has
   * @param settings fingerprint of all that shapes a translation but the segment and its terms
   * @param matches what a translation memory has for the segments, by index
   */
  public DocumentPlan plan(
      List<Segment> segments,
      LanguagePair languages,
      QaChecks checks,
      Fingerprint settings,
      RunMemory memory,
      Map<Integer, MemoryMatch> matches) {
    TermMatcher matcher = terms.in(languages.source());
    SortedMap<Integer, CodedText> existing =
        retranslate ? Collections.emptySortedMap() : ExistingTranslations.of(segments);
    Keys keys = new Keys(segments, settings, guidance);
    Map<String, Integer> existingByKey = new HashMap<>();
    existing.forEach(
        (index, target) ->
            existingByKey.putIfAbsent(
                keys.memoryKey(index, keys.key(index, terms(matcher, segments.get(index)))),
                index));
    Recaller recaller = new Recaller(checks, languages, matcher);
    Map<Integer, Recalled> recallable = recaller.recall(segments, matches);
    Map<Integer, Recalled> recalled = new HashMap<>();
    Map<Integer, String> skipped = new HashMap<>();
    Map<Integer, Integer> repeats = new HashMap<>();
    Set<Integer> remembered = new HashSet<>();
    Map<Integer, String> memoryKeys = new HashMap<>();
    Map<String, Integer> firstByKey = new HashMap<>();
    Map<String, List<PlannedSegment>> streams = new LinkedHashMap<>();
    for (int index = 0; index < segments.size(); index++) {
      Segment segment = segments.get(index);
      Optional<String> rule = SkipRules.ruleFor(segment, retranslate);
      if (rule.isPresent()) {
        skipped.put(index, rule.get());
        continue;
      }
      List<TermMatch> found = terms(matcher, segment);
      SegmentKey key = keys.key(index, found);
      String memoryKey = keys.memoryKey(index, key);
      if (memory.isKept()) {
        memoryKeys.put(index, memoryKey);
      }
      if (existingByKey.containsKey(memoryKey)) {
        repeats.put(index, existingByKey.get(memoryKey));
        continue;
      }
      Integer first = firstByKey.putIfAbsent(memoryKey, index);
      if (memory.has(memoryKey)) {
        remembered.add(index);
      } else if (first != null) {
        repeats.put(index, first);
      } else if (recallable.containsKey(index)) {
        recalled.put(index, recallable.get(index));
      } else {
        int tokens = tokenCount.applyAsInt(segment.source().marked());
        streams
            .computeIfAbsent(segment.stream(), name -> new ArrayList<>())
            .add(
                new PlannedSegment(
                    index, segment, tokens, found, key, recaller.example(matches.get(index))));
      }
    }
    if (memory.isKept()) {
      existingByKey.forEach((key, index) -> memory.addExisting(key, existing.get(index)));
      recalled.forEach((index, r) -> memory.addExisting(memoryKeys.get(index), r.target()));
      memory.claim(firstByKey.keySet());
    }
    Set<Integer> translated = new HashSet<>(existing.keySet());
    translated.addAll(recalled.keySet());
    return new DocumentPlan(
        segments,
        streams.values().stream()
            .flatMap(stream -> PARTS.cut(stream).stream())
            .map(part -> batches.plan(part, translated))
            .toList(),
        skipped,
        existing,
        repeats,
        recalled,
        remembered,
        memoryKeys);
  }

  private static List<TermMatch> terms(TermMatcher matcher, Segment segment) {
    return matcher.match(segment.source().wordText());
  }
}
