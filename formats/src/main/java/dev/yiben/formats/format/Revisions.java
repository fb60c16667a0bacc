package dev.yiben.formats.format;

/** What becomes of tracked changes in what is translated. */
public enum Revisions {
  /** They are accepted: the text after the changes is translated. */
  ACCEPT,
  /** They are rejected: the text before the changes is translated. */
  REJECT,
  /** They stay: the text after the changes is translated, with the changes marked in it. */
  KEEP
}
