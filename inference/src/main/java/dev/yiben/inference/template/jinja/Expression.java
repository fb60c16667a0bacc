package dev.yiben.inference.template.jinja;

/** Part of a template that has a value. */
interface Expression {
  Object evaluate(Frame frame);
}
