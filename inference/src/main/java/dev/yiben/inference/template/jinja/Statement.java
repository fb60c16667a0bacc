package dev.yiben.inference.template.jinja;

/** Part of a template that writes or changes something. */
interface Statement {
  /** What comes after a statement. */
  enum Flow {
    NEXT,
    BREAK,
    CONTINUE
  }

  Flow execute(Frame frame);
}
