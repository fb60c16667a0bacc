package dev.yiben.inference.template.jinja;

import java.time.LocalDate;
import java.util.Map;

/** A template that can be rendered any number of times, on any thread. */
public final class JinjaTemplate {
  private static final int LARGEST = 1 << 20;

  private final Statement body;

  private JinjaTemplate(Statement body) {
    this.body = body;
  }

  /**
   * Parses a template.
   *
   * @throws JinjaException if it is wrong; the message says where and why
   */
  public static JinjaTemplate parse(String source) {
    if (source.length() > LARGEST) {
      throw new JinjaException("the template is longer than " + LARGEST + " characters");
    }
    return new JinjaTemplate(new StatementParser(Lexer.tokens(source)).template());
  }

  /**
   * Returns what the template makes of its variables.
   *
   * <p>As in <i>transformers</i>, there are neither tools nor documents unless they are given.
   *
   * @param variables texts, truths, whole numbers ({@link Long}), lists and maps of them
   * @param today what {@code strftime_now} tells
   * @throws JinjaException if the template refuses them, does what is not allowed or too much
   */
  public String render(Map<String, ?> variables, LocalDate today) {
    Frame frame = Frame.outermost(new Budget());
    Globals.functions(today).forEach(frame::set);
    frame.set("tools", None.NONE);
    frame.set("documents", None.NONE);
    variables.forEach(frame::set);
    body.execute(frame);
    return frame.written();
  }
}
