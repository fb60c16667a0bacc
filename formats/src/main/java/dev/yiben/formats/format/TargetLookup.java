package dev.yiben.formats.format;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.SegmentId;
import java.util.Optional;

/** The targets of a document, by segment. */
public interface TargetLookup {

  /** Returns the language of the targets, as a BCP 47 tag. */
  String targetLanguage();

  /** Returns the target of a segment, or nothing where its source stays. */
  Optional<CodedText> target(SegmentId id);
}
