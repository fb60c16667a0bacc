package dev.yiben.inference.template.jinja;

import dev.yiben.inference.template.jinja.Macro.Parameter;
import dev.yiben.inference.template.jinja.Statement.Flow;
import dev.yiben.inference.template.jinja.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parses a template into the statements that it consists of. */
final class StatementParser {
  private static final Statement NOTHING = frame -> Flow.NEXT;

  private final Tokens tokens;
  private final ExpressionParser expressions;
  private boolean inLoop;

  StatementParser(List<Token> tokens) {
    this.tokens = new Tokens(tokens);
    expressions = new ExpressionParser(this.tokens);
  }

  Statement template() {
    return body(Set.of());
  }

  /** Parses up to one of these tags, whose name comes next then. */
  private Statement body(Set<String> ends) {
    tokens.enter();
    List<Statement> statements = new ArrayList<>();
    while (!tokens.at(Kind.END)) {
      Token begin = tokens.next();
      if (begin.kind() == Kind.TEXT) {
        statements.add(text(begin.text()));
      } else if (tokens.at(Kind.NAME) && ends.contains(tokens.peek().text())) {
        tokens.leave();
        return block(statements);
      } else {
        Statement statement = begin.kind() == Kind.PRINT_BEGIN ? print() : tag();
        statements.add(located(begin.line(), statement));
      }
    }
    if (!ends.isEmpty()) {
      throw tokens.unexpected("'" + String.join("' or '", ends.stream().sorted().toList()) + "'");
    }
    tokens.leave();
    return block(statements);
  }

  private static Statement text(String text) {
    return frame -> {
      frame.write(text);
      return Flow.NEXT;
    };
  }

  private static Statement block(List<Statement> statements) {
    return frame -> {
      frame.budget().enter();
      Flow flow = Flow.NEXT;
      for (int i = 0; i < statements.size() && flow == Flow.NEXT; i++) {
        flow = statements.get(i).execute(frame);
      }
      frame.budget().leave();
      return flow;
    };
  }

  private static Statement located(int line, Statement statement) {
    return frame -> {
      try {
        return statement.execute(frame);
      } catch (JinjaException e) {
        throw e.at(line);
      }
    };
  }

  private Statement print() {
    Expression value = expressions.list();
    tokens.expect(Kind.PRINT_END, "'}}'");
    return frame -> {
      frame.write(Texts.plain(value.evaluate(frame), frame.budget()));
      return Flow.NEXT;
    };
  }

  private Statement tag() {
    Token name = tokens.expect(Kind.NAME, "the name of a tag");
    return switch (name.text()) {
      case "if" -> choice();
      case "for" -> loop();
      case "set" -> assignment();
      case "macro" -> macro();
      case "call" -> call();
      case "filter" -> filter();
      case "with" -> with();
      case "generation" -> generation();
      case "break" -> jump(name, Flow.BREAK);
      case "continue" -> jump(name, Flow.CONTINUE);
      default ->
          throw new JinjaException("the tag '" + name.text() + "' is not known").at(name.line());
    };
  }

  private void endTag() {
    tokens.expect(Kind.TAG_END, "'%}'");
  }

  private Statement bodyUpTo(String end) {
    Statement body = body(Set.of(end));
    tokens.expectName(end);
    endTag();
    return body;
  }

  private Statement jump(Token name, Flow flow) {
    endTag();
    if (!inLoop) {
      throw new JinjaException("'" + name.text() + "' stands outside of a loop").at(name.line());
    }
    return frame -> flow;
  }

  /** A condition and what is done if it holds. */
  private record Branch(Expression condition, Statement body) {}

  private Statement choice() {
    List<Branch> branches = new ArrayList<>();
    do {
      Expression condition = expressions.list();
      endTag();
      branches.add(new Branch(condition, body(Set.of("elif", "else", "endif"))));
    } while (tokens.skipName("elif"));
    Statement otherwise = NOTHING;
    if (tokens.skipName("else")) {
      endTag();
      otherwise = body(Set.of("endif"));
    }
    tokens.expectName("endif");
    endTag();
    Statement last = otherwise;
    return frame -> {
      for (Branch branch : branches) {
        if (Values.truth(branch.condition().evaluate(frame))) {
          return branch.body().execute(frame);
        }
      }
      return last.execute(frame);
    };
  }

  private Statement loop() {
    Target target = targets(false);
    tokens.expectName("in");
    Expression list = expressions.listWithoutChoice();
    Optional<Expression> condition =
        tokens.skipName("if") ? Optional.of(expressions.expression()) : Optional.empty();
    tokens.skipName("recursive");
    endTag();
    boolean outer = inLoop;
    inLoop = true;
    Statement body = body(Set.of("else", "endfor"));
    inLoop = outer;
    Statement otherwise = NOTHING;
    if (tokens.skipName("else")) {
      endTag();
      otherwise = body(Set.of("endfor"));
    }
    tokens.expectName("endfor");
    endTag();
    return new ForLoop(target, list, condition, body, otherwise);
  }

  private Target targets(boolean namespaces) {
    List<Target> targets = new ArrayList<>(List.of(target(namespaces)));
    boolean several = tokens.atOperator(",");
    while (tokens.skipOperator(",")) {
      if (tokens.at(Kind.NAME) || tokens.atOperator("(")) {
        targets.add(target(namespaces));
      }
    }
    return several ? Target.all(targets) : targets.get(0);
  }

  private Target target(boolean namespaces) {
    if (tokens.skipOperator("(")) {
      tokens.enter();
      Target inner = targets(namespaces);
      tokens.leave();
      tokens.expectOperator(")");
      return inner;
    }
    String name = tokens.name();
    return namespaces && tokens.skipOperator(".")
        ? Target.member(name, tokens.name())
        : Target.variable(name);
  }

  private Statement assignment() {
    Target target = targets(true);
    if (tokens.skipOperator("=")) {
      Expression value = expressions.list();
      endTag();
      return frame -> {
        target.assign(frame, value.evaluate(frame));
        return Flow.NEXT;
      };
    }
    List<Step> filters = tokens.skipOperator("|") ? expressions.filters() : List.of();
    endTag();
    Statement body = enclosed("endset");
    return frame -> {
      target.assign(frame, filtered(body, filters, frame));
      return Flow.NEXT;
    };
  }

  /** Parses what is written into a value, and so cannot leave a loop around it. */
  private Statement enclosed(String end) {
    boolean outer = inLoop;
    inLoop = false;
    Statement body = bodyUpTo(end);
    inLoop = outer;
    return body;
  }

  private static Object filtered(Statement body, List<Step> filters, Frame frame) {
    Frame inner = frame.capturing();
    body.execute(inner);
    Object value = inner.written();
    for (Step filter : filters) {
      value = filter.apply(value, frame);
    }
    return value;
  }

  private Statement macro() {
    String name = tokens.name();
    List<Parameter> parameters = parameters();
    endTag();
    Statement body = enclosed("endmacro");
    return frame -> {
      frame.set(name, new Macro(name, parameters, body, frame));
      return Flow.NEXT;
    };
  }

  private List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>();
    tokens.expectOperator("(");
    while (!tokens.skipOperator(")")) {
      String name = tokens.name();
      parameters.add(
          new Parameter(
              name,
              tokens.skipOperator("=") ? Optional.of(expressions.expression()) : Optional.empty()));
      if (!tokens.atOperator(")")) {
        tokens.expectOperator(",");
      }
    }
    return parameters;
  }

  private Statement call() {
    List<Parameter> parameters = tokens.atOperator("(") ? parameters() : List.of();
    String callee = tokens.name();
    CallArguments arguments = expressions.arguments();
    endTag();
    Statement body = enclosed("endcall");
    return frame -> {
      Macro caller = new Macro(Macro.CALLER, parameters, body, frame);
      Arguments given = arguments.evaluate(frame).with(Macro.CALLER, caller);
      Object value = Operands.call(frame.get(callee), given, frame.budget());
      frame.write(Texts.plain(value, frame.budget()));
      return Flow.NEXT;
    };
  }

  private Statement filter() {
    List<Step> filters = expressions.filters();
    endTag();
    Statement body = enclosed("endfilter");
    return frame -> {
      frame.write(Texts.plain(filtered(body, filters, frame), frame.budget()));
      return Flow.NEXT;
    };
  }

  /** A variable of a {@code with}. */
  private record Assignment(Target target, Expression value) {}

  private Statement with() {
    List<Assignment> assignments = new ArrayList<>();
    while (!tokens.at(Kind.TAG_END)) {
      Target target = target(false);
      tokens.expectOperator("=");
      assignments.add(new Assignment(target, expressions.expression()));
      if (!tokens.at(Kind.TAG_END)) {
        tokens.expectOperator(",");
      }
    }
    endTag();
    Statement body = bodyUpTo("endwith");
    return frame -> {
      Frame inner = frame.inner();
      assignments.forEach(
          assignment -> assignment.target().assign(inner, assignment.value().evaluate(frame)));
      return body.execute(inner);
    };
  }

  /** Parses what marks the model's own words for training; it writes what it encloses. */
  private Statement generation() {
    endTag();
    Statement body = bodyUpTo("endgeneration");
    return frame -> body.execute(frame.inner());
  }
}
