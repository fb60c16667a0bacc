package dev.yiben.pipeline.plan;

import dev.yiben.formats.document.Segment;
import dev.yiben.glossary.TermMatch;
import dev.yiben.glossary.TermMatcher;
import dev.yiben.pipeline.memory.TranslationMemory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Plans documents.
 *
 * <p>A plan depends on the document, the settings and the earlier documents of the run only, never
 * on what a store holds: so a run that is resumed asks what the uninterrupted one would have asked.
 */
public final class DocumentPlanner {
  /** Some ten pages: the context that a cut costs is then rare. */
  private static final StreamCutter PARTS = new StreamCutter(4096);

  private final BatchPlanner batches;
  private final TermMatcher terms;
  private final ToIntFunction<String> tokenCount;

  /** Creates a planner that counts tokens with the given function. */
  public DocumentPlanner(
      BatchPlanner batches, TermMatcher terms, ToIntFunction<String> tokenCount) {
    this.batches = batches;
    this.terms = terms;
    this.tokenCount = tokenCount;
  }

  /**
   * Plans a document.
   *
   * @param settings fingerprint of all that shapes a translation but the segment and its terms
   */
  public DocumentPlan plan(List<Segment> segments, Fingerprint settings, TranslationMemory memory) {
    Map<Integer, String> skipped = new HashMap<>();
    Map<Integer, Integer> repeats = new HashMap<>();
    Set<Integer> remembered = new HashSet<>();
    Map<Integer, String> memoryKeys = new HashMap<>();
    Map<String, Integer> firstByKey = new HashMap<>();
    Map<String, List<PlannedSegment>> streams = new LinkedHashMap<>();
    String withoutTerms = settings.withTerms(List.of()).value();
    for (int index = 0; index < segments.size(); index++) {
      Segment segment = segments.get(index);
      Optional<String> rule = SkipRules.ruleFor(segment);
      if (rule.isPresent()) {
        skipped.put(index, rule.get());
        continue;
      }
      String marked = segment.source().marked();
      List<TermMatch> found = terms.match(segment.source().wordText());
      SegmentKey key =
          new SegmentKey(
              segment.id(),
              Fingerprint.of(marked).value(),
              found.isEmpty() ? withoutTerms : settings.withTerms(found).value());
      String memoryKey = memoryKey(segments, index, key);
      if (memory.isKept()) {
        memoryKeys.put(index, memoryKey);
      }
      Integer first = firstByKey.putIfAbsent(memoryKey, index);
      if (memory.has(memoryKey)) {
        remembered.add(index);
      } else if (first != null) {
        repeats.put(index, first);
      } else {
        streams
            .computeIfAbsent(segment.stream(), name -> new ArrayList<>())
            .add(new PlannedSegment(index, segment, tokenCount.applyAsInt(marked), found, key));
      }
    }
    if (memory.isKept()) {
      memory.claim(firstByKey.keySet());
    }
    return new DocumentPlan(
        segments,
        streams.values().stream()
            .flatMap(stream -> PARTS.cut(stream).stream())
            .map(batches::plan)
            .toList(),
        skipped,
        repeats,
        remembered,
        memoryKeys);
  }

  /**
   * Labels read the same wherever they stand; running text only between the same neighbours, for
   * "Yes." may be a different word in another dialogue.
   */
  private static String memoryKey(List<Segment> segments, int index, SegmentKey key) {
    Segment segment = segments.get(index);
    if (segment.role().isLabel()) {
      return Fingerprint.of("label", key.sourceHash(), key.settingsHash()).value();
    }
    return Fingerprint.of(
            "text",
            key.sourceHash(),
            key.settingsHash(),
            neighbour(segments, segment, index - 1),
            neighbour(segments, segment, index + 1))
        .value();
  }

  private static String neighbour(List<Segment> segments, Segment segment, int index) {
    if (index < 0 || index >= segments.size()) {
      return "";
    }
    Segment neighbour = segments.get(index);
    return neighbour.stream().equals(segment.stream()) ? neighbour.source().marked() : "";
  }
}
