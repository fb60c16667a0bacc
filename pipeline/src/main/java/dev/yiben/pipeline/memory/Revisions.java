package dev.yiben.pipeline.memory;

/**
 * The last revisions of a memory that count.
 *
 * @param made for what models have made
 * @param byPeople for what people have made or brought in; the last in which they changed anything
 */
record Revisions(long made, long byPeople) {
  /** All that there is. */
  static final Revisions LATEST = new Revisions(Long.MAX_VALUE, Long.MAX_VALUE);

  /** Returns these without what models have made. */
  Revisions byPeopleOnly() {
    return new Revisions(-1, byPeople);
  }
}
