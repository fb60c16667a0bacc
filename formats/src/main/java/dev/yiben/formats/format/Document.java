package dev.yiben.formats.format;

import dev.yiben.formats.document.Segment;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** An open file: its segments, and the way to write it again with targets in their places. */
public interface Document extends AutoCloseable {

  /** Returns the language that the file declares, as a BCP 47 tag. */
  Optional<String> declaredLanguage();

  /** Returns all segments in document order, those to skip too. */
  List<Segment> segments();

  /** Returns how many characters the file has, and which of them are in no segment. */
  Coverage coverage();

  /** Returns what a user should know of the reading, one line each; mostly none. */
  List<String> notices();

  /**
   * Writes the file with the targets that the lookup has; all else stays as it is.
   *
   * <p>Where a target is missing or equals its source the original bytes stay; when that is so for
   * all, the output equals the file byte for byte.
   *
   * @return what a user should know of the writing, one line each; mostly none
   * @throws DocumentException if the original cannot be read again
   */
  List<String> merge(TargetLookup targets, OutputStream out) throws IOException;

  @Override
  void close();
}
