package dev.yiben.formats.archive;

/**
 * What an archive may hold; one that holds more is refused.
 *
 * @param entries most entries
 * @param entryBytes most bytes of an entry that is read, unpacked
 * @param totalBytes most bytes of all entries, unpacked
 * @param ratio how many times its packed size an entry above {@link #RATIO_FLOOR} may be
 */
public record ArchiveLimits(int entries, long entryBytes, long totalBytes, int ratio) {
  /** Entries up to this size may be packed as well as they like. */
  static final long RATIO_FLOOR = 4L << 20;

  /** Limits that no real book reaches: their bulk is pictures and sound, which do not shrink. */
  public static final ArchiveLimits DEFAULT = new ArchiveLimits(65_535, 64L << 20, 8L << 30, 200);
}
