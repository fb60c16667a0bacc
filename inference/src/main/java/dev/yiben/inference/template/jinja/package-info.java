/**
 * Jinja as far as chat templates go: {@link dev.yiben.inference.template.jinja.JinjaTemplate}
 * parses a template and renders it.
 *
 * <p>Templates come with models and are hostile input: nothing of Java can be reached from them,
 * and depth, work and output are bounded. What Python's Jinja would refuse is refused, since a
 * prompt that is silently another one spoils every answer.
 *
 * <p>Values are {@link java.lang.String}, {@link java.lang.Boolean}, {@link java.lang.Long}, {@link
 * java.lang.Double}, {@link java.util.List} (of tuples, too), {@link java.util.Map}, and classes of
 * this package for what Java has nothing for. A template becomes a tree of {@code Statement} and
 * {@code Expression}, which carry themselves out in a {@code Frame}.
 *
 * <p>Written by ourselves because the libraries there are follow their own rules where they differ
 * from Python's: slices, methods of strings, the order of operators.
 *
 * @see <a href="https://jinja.palletsprojects.com/en/stable/templates/">Jinja, Template Designer
 *     Documentation</a>
 */
package dev.yiben.inference.template.jinja;
