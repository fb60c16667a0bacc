package dev.yiben.pipeline.work;

import dev.yiben.formats.document.CodedText;
import dev.yiben.pipeline.InputFile;
import dev.yiben.pipeline.ProgressListener;
import dev.yiben.pipeline.check.CheckedSegment;
import dev.yiben.pipeline.plan.Batch;
import dev.yiben.pipeline.plan.PlannedSegment;
import dev.yiben.pipeline.plan.SegmentKey;
import dev.yiben.pipeline.plan.Sentences;
import dev.yiben.pipeline.repair.Answer;
import dev.yiben.pipeline.store.JobStore;
import dev.yiben.pipeline.store.StoredSegment;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The segments of a document that an earlier or this run has finished. */
final class FinishedSegments {
  private final JobStore store;
  private final Path input;
  private final String document;
  private final RequestSettings settings;
  private final ProgressListener progress;
  private final Set<SegmentKey> stored;

  FinishedSegments(
      JobStore store, InputFile file, RequestSettings settings, ProgressListener progress) {
    this.store = store;
    this.input = file.input();
    this.document = file.document().toString();
    this.settings = settings;
    this.progress = progress;
    this.stored = Set.copyOf(store.finished(document));
  }

  /** Returns whether an earlier run has finished a segment. */
  boolean has(PlannedSegment segment) {
    return stored.contains(segment.key());
  }

  /** Returns what an earlier run has finished of a batch, by segment index. */
  Map<Integer, Answer> of(Batch batch) {
    Map<SegmentKey, PlannedSegment> found = new HashMap<>();
    batch.segments().stream().filter(this::has).forEach(s -> found.put(s.key(), s));
    Map<Integer, Answer> answers = new HashMap<>();
    if (!found.isEmpty()) {
      List<StoredSegment> stored = store.load(document, found.keySet());
      Map<Integer, CodedText> targets = new HashMap<>();
      for (StoredSegment segment : stored) {
        PlannedSegment planned = found.get(segment.key());
        segment
            .target()
            .map(planned.segment().source()::withMarked)
            .ifPresent(target -> targets.put(planned.index(), target));
      }
      for (StoredSegment segment : stored) {
        PlannedSegment planned = found.get(segment.key());
        List<CodedText> sentence =
            Sentences.around(batch.segments(), batch.segments().indexOf(planned)).stream()
                .flatMap(part -> Optional.ofNullable(targets.get(part.index())).stream())
                .toList();
        answers.put(
            planned.index(), answer(planned, segment, targets.get(planned.index()), sentence));
      }
    }
    return answers;
  }

  /** Returns how many source tokens of a batch an earlier run has finished. */
  long tokens(Batch batch) {
    return batch.segments().stream().filter(this::has).mapToLong(PlannedSegment::tokens).sum();
  }

  private Answer answer(
      PlannedSegment segment, StoredSegment found, CodedText target, List<CodedText> sentence) {
    if (target == null) {
      return Answer.keptAsSource(found.fault(), found.requests());
    }
    // Checked again, for severities may have changed since.
    return new Answer(
        Optional.of(target),
        "",
        settings
            .checks()
            .check(
                new CheckedSegment(
                    segment.segment(),
                    target,
                    settings.languages().source(),
                    settings.languages().target(),
                    segment.terms(),
                    sentence,
                    found.confidence())),
        found.requests(),
        found.confidence(),
        found.review());
  }

  /** Stores what looking at a segment again has come to. */
  void saveReviewed(PlannedSegment segment, Answer answer) {
    store.save(document, List.of(stored(segment, answer)));
  }

  /** Stores what a batch has come to. */
  void save(List<PlannedSegment> segments, Map<Integer, Answer> answers) {
    store.save(
        document,
        segments.stream().map(segment -> stored(segment, answers.get(segment.index()))).toList());
    long tokens = segments.stream().mapToLong(PlannedSegment::tokens).sum();
    synchronized (progress) {
      progress.onProgress(input, tokens);
    }
  }

  private static StoredSegment stored(PlannedSegment segment, Answer answer) {
    return new StoredSegment(
        segment.key(),
        answer.target().map(CodedText::marked),
        answer.fault(),
        answer.requests(),
        answer.confidence(),
        answer.review());
  }
}
