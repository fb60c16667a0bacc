package dev.yiben.formats.format;

import java.nio.file.Path;

/** A file of a {@link Project}'s translation. */
public interface ProjectFile {

  /** Returns the file that it is made from, which may be the file itself where it is completed. */
  Path source();

  /** Returns where it belongs, relative to the project's folder. */
  Path target();

  /**
   * Opens it for reading and merging; what is there of it already is kept, and its segments say so
   * ({@link dev.yiben.formats.document.SegmentHints#existing}).
   *
   * @throws DocumentException if the source or the target cannot be read
   */
  Document open();
}
