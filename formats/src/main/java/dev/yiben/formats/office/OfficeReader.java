package dev.yiben.formats.office;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.markup.MarkupException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an Office format knows of its texts. A reader reads a document once, all parts in their
 * order, and then says what follows from targets; merging reads again with a new one.
 */
public interface OfficeReader {

  /** Returns the parts that may have text, in the order in which they are read. */
  List<String> parts();

  /**
   * Returns the texts of a part, in streams whose names are those of parts, before a {@code #} if
   * there are several.
   *
   * @param text the part as it is written
   * @throws MarkupException if it is not well-formed; it is left as it is
   */
  PartText read(String part, String text);

  /**
   * Returns what else has to be written, now that all parts were read.
   *
   * @param targets of the segments that change; those of others are missing
   */
  default Consequences consequences(Map<SegmentId, CodedText> targets) {
    return new Consequences(targets, Map.of(), List.of());
  }

  /** Returns what a user should know of the whole document, once all its parts were read. */
  default List<String> notices() {
    return List.of();
  }

  /** Returns the language that the document declares its text to be in, as a BCP 47 tag. */
  default Optional<String> declaredLanguage() {
    return Optional.empty();
  }
}
