package dev.yiben.pipeline.plan;

import dev.yiben.formats.document.CodedText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What became of the segments of a run's documents, by keys that stand for a source in its context.
 *
 * <p>A key belongs to the first document that has it, which is known when that document is planned;
 * what became of it is known when that document is finished. So which segments are asked for does
 * not depend on how many documents are worked on at once.
 *
 * <p>Used by the thread that drives the run only.
 */
public final class RunMemory {
  private final boolean kept;
  private final Set<String> claimed = new HashSet<>();
  private final Map<String, Remembered> remembered = new HashMap<>();

  /** Creates the memory of a run of so many documents; that of a single one remembers nothing. */
  public RunMemory(int documents) {
    kept = documents > 1;
  }

  /** Returns whether there is another document to remember anything for. */
  public boolean isKept() {
    return kept;
  }

  /** Returns whether an earlier document has a key. */
  public boolean has(String key) {
    return claimed.contains(key);
  }

  /** Takes the keys of a document that is planned. */
  public void claim(Set<String> keys) {
    claimed.addAll(keys);
  }

  /** Takes a key with a target that a document has already, unless an earlier document has it. */
  public void addExisting(String key, CodedText target) {
    if (claimed.add(key)) {
      remembered.put(key, new Remembered(Optional.of(target), ""));
    }
  }

  /** Remembers the target of a key, or why there is none, unless the key has one already. */
  public void add(String key, Optional<CodedText> target, String fault) {
    remembered.putIfAbsent(key, new Remembered(target, fault));
  }

  /** Returns what became of a key. */
  public Remembered get(String key) {
    return remembered.get(key);
  }

  /**
   * What became of a segment.
   *
   * @param target its target; empty if its source stays
   * @param fault why its source stays
   */
  public record Remembered(Optional<CodedText> target, String fault) {}
}
