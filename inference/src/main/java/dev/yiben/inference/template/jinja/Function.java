package dev.yiben.inference.template.jinja;

/** What a template can call. */
interface Function {
  Object call(Arguments arguments, Budget budget);
}
