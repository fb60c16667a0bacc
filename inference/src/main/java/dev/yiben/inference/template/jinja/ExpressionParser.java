package dev.yiben.inference.template.jinja;

import dev.yiben.inference.template.jinja.Token.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Parses expressions, by Jinja's own order of operators: {@code ~} binds closer than {@code +}, and
 * tests bind closer than both.
 *
 * <p>Chains of operators are kept flat, so that only what is nested in the template nests calls.
 */
final class ExpressionParser {
  private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");
  private static final Set<String> AFTER_TEST =
      Set.of("else", "or", "and", "if", "is", "in", "not");

  private final Tokens tokens;
  private final Operands operands;

  ExpressionParser(Tokens tokens) {
    this.tokens = tokens;
    operands = new Operands(tokens, this);
  }

  /** Parses an expression that may be a choice by {@code if}. */
  Expression expression() {
    tokens.enter();
    Expression value = disjunction();
    while (tokens.skipName("if")) {
      value = choice(value, disjunction());
    }
    tokens.leave();
    return deeper(value);
  }

  private Expression choice(Expression value, Expression condition) {
    Expression otherwise =
        tokens.skipName("else")
            ? expression()
            : frame -> new Undefined("an 'if' without 'else' does not hold");
    return frame ->
        Values.truth(condition.evaluate(frame)) ? value.evaluate(frame) : otherwise.evaluate(frame);
  }

  private static Expression deeper(Expression expression) {
    return frame -> {
      frame.budget().enter();
      Object value = expression.evaluate(frame);
      frame.budget().leave();
      return value;
    };
  }

  /** Parses one expression, or several with commas between as a tuple. */
  Expression list() {
    return list(this::expression);
  }

  /** Parses what a loop goes over: an {@code if} behind it is not its own. */
  Expression listWithoutChoice() {
    return list(this::disjunction);
  }

  private Expression list(Supplier<Expression> element) {
    Expression first = element.get();
    if (!tokens.atOperator(",")) {
      return first;
    }
    List<Expression> elements = new ArrayList<>(List.of(first));
    while (tokens.skipOperator(",")) {
      if (tokens.at(Kind.TAG_END) || tokens.at(Kind.PRINT_END) || tokens.atOperator(")")) {
        break;
      }
      elements.add(element.get());
    }
    return Operands.tuple(elements);
  }

  private Expression disjunction() {
    return logical("or", () -> logical("and", this::negation, false), true);
  }

  /** Parses a chain whose value is that of the first operand that decides it. */
  private static Expression joined(List<Expression> operands, boolean deciding) {
    return frame -> {
      Object value = None.NONE;
      for (Expression operand : operands) {
        value = operand.evaluate(frame);
        if (Values.truth(value) == deciding) {
          return value;
        }
      }
      return value;
    };
  }

  private Expression logical(String word, Supplier<Expression> operand, boolean deciding) {
    Expression first = operand.get();
    if (!tokens.atName(word)) {
      return first;
    }
    List<Expression> operands = new ArrayList<>(List.of(first));
    while (tokens.skipName(word)) {
      operands.add(operand.get());
    }
    return joined(operands, deciding);
  }

  private Expression negation() {
    boolean negative = false;
    boolean found = false;
    while (tokens.skipName("not")) {
      negative = !negative;
      found = true;
    }
    Expression value = comparison();
    boolean wanted = !negative;
    return found ? frame -> Values.truth(value.evaluate(frame)) == wanted : value;
  }

  /** An operator and what stands behind it. */
  private record Operation(String operator, Expression operand) {}

  private Expression comparison() {
    Expression first = chain(Set.of("+", "-"), this::concatenation);
    List<Operation> rest = new ArrayList<>();
    for (String operator = comparator(); !operator.isEmpty(); operator = comparator()) {
      rest.add(new Operation(operator, chain(Set.of("+", "-"), this::concatenation)));
    }
    if (rest.isEmpty()) {
      return first;
    }
    return frame -> {
      Object left = first.evaluate(frame);
      for (Operation operation : rest) {
        Object right = operation.operand().evaluate(frame);
        if (!Operators.compares(operation.operator(), left, right, frame.budget())) {
          return false;
        }
        left = right;
      }
      return true;
    };
  }

  private String comparator() {
    if (tokens.at(Kind.OPERATOR) && COMPARISONS.contains(tokens.peek().text())) {
      return tokens.next().text();
    } else if (tokens.skipName("in")) {
      return "in";
    } else if (tokens.atName("not") && tokens.followedByName("in")) {
      tokens.next();
      tokens.next();
      return "not in";
    }
    return "";
  }

  private Expression concatenation() {
    Expression first = product();
    if (!tokens.atOperator("~")) {
      return first;
    }
    List<Expression> parts = new ArrayList<>(List.of(first));
    while (tokens.skipOperator("~")) {
      parts.add(product());
    }
    return frame -> {
      List<Object> values = new ArrayList<>();
      parts.forEach(part -> values.add(part.evaluate(frame)));
      return StringMethods.join("", values, frame.budget());
    };
  }

  private Expression product() {
    return chain(Set.of("*", "/", "//", "%"), () -> chain(Set.of("**"), this::operand));
  }

  private Expression chain(Set<String> operators, Supplier<Expression> operand) {
    Expression first = operand.get();
    List<Operation> rest = new ArrayList<>();
    while (tokens.at(Kind.OPERATOR) && operators.contains(tokens.peek().text())) {
      rest.add(new Operation(tokens.next().text(), operand.get()));
    }
    if (rest.isEmpty()) {
      return first;
    }
    return frame -> {
      Object value = first.evaluate(frame);
      for (Operation operation : rest) {
        value =
            Operators.arithmetic(
                operation.operator(), value, operation.operand().evaluate(frame), frame.budget());
      }
      return value;
    };
  }

  private Expression operand() {
    return operand(true);
  }

  private Expression operand(boolean filtered) {
    tokens.enter();
    Expression value;
    if (tokens.skipOperator("-")) {
      Expression positive = operand(false);
      value = frame -> Numbers.negative(positive.evaluate(frame));
    } else if (tokens.skipOperator("+")) {
      value = operand(false);
    } else {
      value = operands.operand();
    }
    List<Step> steps = new ArrayList<>();
    boolean more = true;
    while (more) {
      more = operands.addMember(steps) || (filtered && addFilterOrTest(steps));
    }
    tokens.leave();
    return with(value, steps);
  }

  private static Expression with(Expression start, List<Step> steps) {
    if (steps.isEmpty()) {
      return start;
    }
    return frame -> {
      Object value = start.evaluate(frame);
      for (Step step : steps) {
        frame.budget().spend(1);
        value = step.apply(value, frame);
      }
      return value;
    };
  }

  private boolean addFilterOrTest(List<Step> steps) {
    if (tokens.skipOperator("|")) {
      steps.add(filter());
      return true;
    } else if (tokens.skipName("is")) {
      steps.add(test());
      return true;
    }
    return false;
  }

  /** Parses filters of a block: the first one stands without its sign. */
  List<Step> filters() {
    List<Step> filters = new ArrayList<>();
    do {
      filters.add(filter());
    } while (tokens.skipOperator("|"));
    return filters;
  }

  private Step filter() {
    String name = tokens.name();
    CallArguments arguments = tokens.atOperator("(") ? arguments() : CallArguments.NONE;
    return (value, frame) -> Filters.apply(name, value, arguments.evaluate(frame), frame.budget());
  }

  private Step test() {
    boolean wanted = !tokens.skipName("not");
    String name = tokens.name();
    CallArguments arguments = CallArguments.NONE;
    if (tokens.atOperator("(")) {
      arguments = arguments();
    } else if (beginsOperand()) {
      Expression start = operands.operand();
      List<Step> steps = new ArrayList<>();
      boolean more = true;
      while (more) {
        more = operands.addMember(steps);
      }
      arguments = new CallArguments(List.of(with(start, steps)), Map.of(), List.of(), List.of());
    }
    CallArguments given = arguments;
    return (value, frame) ->
        Tests.passes(name, value, given.evaluate(frame), frame.budget()) == wanted;
  }

  private boolean beginsOperand() {
    return switch (tokens.peek().kind()) {
      case NAME -> !AFTER_TEST.contains(tokens.peek().text());
      case STRING, INTEGER, REAL -> true;
      case OPERATOR -> tokens.atOperator("[") || tokens.atOperator("{");
      case TEXT, TAG_BEGIN, TAG_END, PRINT_BEGIN, PRINT_END, END -> false;
    };
  }

  /** Parses the arguments of a call, with their parentheses. */
  CallArguments arguments() {
    List<Expression> positional = new ArrayList<>();
    Map<String, Expression> named = new HashMap<>();
    List<Expression> lists = new ArrayList<>();
    List<Expression> maps = new ArrayList<>();
    tokens.expectOperator("(");
    while (!tokens.skipOperator(")")) {
      if (tokens.skipOperator("**")) {
        maps.add(expression());
      } else if (tokens.skipOperator("*")) {
        lists.add(expression());
      } else if (tokens.at(Kind.NAME) && tokens.followedByOperator("=")) {
        String name = tokens.name();
        tokens.expectOperator("=");
        named.put(name, expression());
      } else {
        positional.add(expression());
      }
      if (!tokens.atOperator(")")) {
        tokens.expectOperator(",");
      }
    }
    return new CallArguments(positional, named, lists, maps);
  }
}
