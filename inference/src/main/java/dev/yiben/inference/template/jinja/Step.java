package dev.yiben.inference.template.jinja;

/**
 * What is done to a value by something that stands behind it: a member, a call, a filter, a test.
 */
interface Step {
  Object apply(Object value, Frame frame);
}
