package dev.yiben.pipeline.memory;

/** Which units of a memory a job takes. */
public enum MemoryReuse {
  /** What the same model made with the same settings, and what people brought in. */
  SAME,
  /** All. */
  ANY,
  /** What somebody has confirmed. */
  CONFIRMED
}
