package dev.yiben.pipeline.memory;

import dev.yiben.formats.document.CodedText;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The targets of a run's finished documents, by keys that stand for a source in its context.
 *
 * <p>Used by the thread that drives the run only.
 */
public final class TranslationMemory {
  private final Map<String, String> markedTargets = new HashMap<>();

  /** Remembers a target, unless the key has one already. */
  public void add(String key, CodedText target) {
    markedTargets.putIfAbsent(key, target.marked());
  }

  /** Returns the target under a key, with the codes of the given source. */
  public Optional<CodedText> target(String key, CodedText source) {
    return Optional.ofNullable(markedTargets.get(key)).map(source::withMarked);
  }
}
