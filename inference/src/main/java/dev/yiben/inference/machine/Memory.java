package dev.yiben.inference.machine;

/** Memory in bytes: what there is, and what of it can be had now. */
record Memory(long total, long available) {
  /** Returns what remains under the limits of a group that this memory is shared out to. */
  Memory within(Memory group) {
    return new Memory(Math.min(total, group.total), Math.min(available, group.available));
  }
}
