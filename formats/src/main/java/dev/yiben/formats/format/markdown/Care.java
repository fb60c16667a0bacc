package dev.yiben.formats.format.markdown;

/** How a target is written, the plainest way first; the next where it would read otherwise. */
enum Care {
  /** With as few backslashes as will mostly do. */
  PLAIN,
  /** With asterisks for underscores, which mean nothing between letters. */
  ASTERISKS,
  /**
   * With the tags of HTML for emphasis: beside the punctuation of Chinese and Japanese, asterisks
   * may not begin or end any (CommonMark 6.2).
   */
  TAGS,
  /** With every backslash too, and on one line. */
  ESCAPED,
  /** Not at all: the source stays. */
  NONE;

  Care next() {
    return switch (this) {
      case PLAIN -> ASTERISKS;
      case ASTERISKS -> TAGS;
      case TAGS -> ESCAPED;
      case ESCAPED, NONE -> NONE;
    };
  }
}
