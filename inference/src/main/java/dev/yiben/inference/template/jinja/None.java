package dev.yiben.inference.template.jinja;

/** Python's {@code None}. */
enum None {
  NONE
}
