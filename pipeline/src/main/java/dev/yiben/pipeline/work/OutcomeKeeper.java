package dev.yiben.pipeline.work;

import dev.yiben.formats.document.SegmentId;
import dev.yiben.pipeline.Fate;
import dev.yiben.pipeline.SegmentOutcome;
import dev.yiben.pipeline.plan.Fingerprint;
import dev.yiben.pipeline.store.JobStore;
import dev.yiben.pipeline.store.StoredOutcome;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps what a run has made of a document, so that it can be reviewed without an engine. */
final class OutcomeKeeper {
  private OutcomeKeeper() {}

  /**
   * Stores the outcomes of a document.
   *
   * @param document the path by which it is known
   * @param language of the targets, as a BCP 47 tag
   */
  static void keep(Path document, String language, List<SegmentOutcome> outcomes, JobStore store) {
    String name = document.toString();
    Map<SegmentId, StoredOutcome> confirmed = new HashMap<>();
    store.outcomes(name, language).stream()
        .filter(StoredOutcome::confirmed)
        .forEach(outcome -> confirmed.put(outcome.id(), outcome));
    store.saveOutcomes(
        name,
        language,
        outcomes.stream()
            .filter(OutcomeKeeper::isOfInterest)
            .map(outcome -> stored(outcome, confirmed.get(outcome.segment().id())))
            .toList());
  }

  private static boolean isOfInterest(SegmentOutcome outcome) {
    return outcome.fate() != Fate.SKIPPED;
  }

  private static StoredOutcome stored(SegmentOutcome outcome, StoredOutcome confirmed) {
    Optional<String> target =
        outcome.fate() == Fate.KEPT_AS_SOURCE
            ? Optional.empty()
            : Optional.of(outcome.target().marked());
    String sourceHash = Fingerprint.of(outcome.segment().source().marked()).value();
    return new StoredOutcome(
        outcome.segment().id(),
        sourceHash,
        outcome.fate(),
        target,
        outcome.reason(),
        confirmed != null
            && confirmed.sourceHash().equals(sourceHash)
            && confirmed.target().equals(target));
  }
}
