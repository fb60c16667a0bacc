package dev.yiben.pipeline.memory.exchange;

import dev.yiben.pipeline.memory.MemoryUnit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A pair of texts of another tool.
 *
 * @param sourceLanguage BCP 47 tag, if the file tells
 * @param targetLanguage BCP 47 tag, if the file tells
 * @param texts the texts
 * @param context where they stood
 * @param made who made the target
 * @param findings what checks found in it
 * @param created when it was made, if the file tells
 */
record ForeignPair(
    Optional<String> sourceLanguage,
    Optional<String> targetLanguage,
    MarkedPair texts,
    MemoryUnit.Context context,
    MemoryUnit.Making made,
    List<String> findings,
    Optional<Instant> created) {

  MemoryUnit unit(Instant now) {
    Instant made = created.filter(time -> time.isBefore(now)).orElse(now);
    return new MemoryUnit(texts.source(), texts.target(), context, made(), findings, made, now);
  }

  /** Takes what a reader finds. */
  interface Sink {
    /** Takes a pair. */
    void add(ForeignPair pair);

    /** Counts a pair that is left out. */
    void leaveOut(String reason);
  }
}
