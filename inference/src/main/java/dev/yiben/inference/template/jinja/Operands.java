package dev.yiben.inference.template.jinja;

import dev.yiben.inference.template.jinja.Token.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parses what stands between operators: names, literals, what is in parentheses, and members. */
final class Operands {
  private final Tokens tokens;
  private final ExpressionParser expressions;

  Operands(Tokens tokens, ExpressionParser expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
  }

  Expression operand() {
    Token token = tokens.next();
    return switch (token.kind()) {
      case NAME -> name(token.text());
      case STRING -> string(token.text());
      case INTEGER -> constant(whole(token));
      case REAL -> constant(Double.parseDouble(token.text().replace("_", "")));
      case OPERATOR -> bracketed(token);
      case TEXT, TAG_BEGIN, TAG_END, PRINT_BEGIN, PRINT_END, END -> throw senseless(token);
    };
  }

  private static JinjaException senseless(Token token) {
    return new JinjaException("a value should stand where " + token.shown() + " stands")
        .at(token.line());
  }

  private static Expression name(String name) {
    return switch (name) {
      case "true", "True" -> constant(true);
      case "false", "False" -> constant(false);
      case "none", "None" -> constant(None.NONE);
      default -> frame -> frame.get(name);
    };
  }

  private static Expression constant(Object value) {
    return frame -> value;
  }

  private Expression string(String first) {
    StringBuilder text = new StringBuilder(first);
    while (tokens.at(Kind.STRING)) {
      text.append(tokens.next().text());
    }
    return constant(text.toString());
  }

  private static long whole(Token token) {
    String digits = token.text().replace("_", "");
    int base =
        switch (digits.length() > 1 ? Character.toLowerCase(digits.charAt(1)) : ' ') {
          case 'x' -> 16;
          case 'o' -> 8;
          case 'b' -> 2;
          default -> 10;
        };
    try {
      return Long.parseLong(base == 10 ? digits : digits.substring(2), base);
    } catch (NumberFormatException e) {
      throw new JinjaException(token.shown() + " is too large").at(token.line());
    }
  }

  private Expression bracketed(Token open) {
    return switch (open.text()) {
      case "(" -> parenthesized();
      case "[" -> list(elements());
      case "{" -> dictionary();
      default -> throw senseless(open);
    };
  }

  private Expression parenthesized() {
    if (tokens.skipOperator(")")) {
      return tuple(List.of());
    }
    Expression value = expressions.list();
    tokens.expectOperator(")");
    return value;
  }

  private List<Expression> elements() {
    List<Expression> elements = new ArrayList<>();
    while (!tokens.skipOperator("]")) {
      elements.add(expressions.expression());
      if (!tokens.atOperator("]")) {
        tokens.expectOperator(",");
      }
    }
    return elements;
  }

  private static Expression list(List<Expression> elements) {
    return frame -> evaluated(elements, frame);
  }

  private static List<Object> evaluated(List<Expression> elements, Frame frame) {
    List<Object> values = new ArrayList<>();
    elements.forEach(element -> values.add(element.evaluate(frame)));
    return frame.budget().made(values);
  }

  /** Returns what makes a tuple of its elements. */
  static Expression tuple(List<Expression> elements) {
    return frame -> new Tuple(evaluated(elements, frame));
  }

  private Expression dictionary() {
    List<Map.Entry<Expression, Expression>> entries = new ArrayList<>();
    while (!tokens.skipOperator("}")) {
      Expression key = expressions.expression();
      tokens.expectOperator(":");
      entries.add(Map.entry(key, expressions.expression()));
      if (!tokens.atOperator("}")) {
        tokens.expectOperator(",");
      }
    }
    return frame -> {
      Map<Object, Object> map = new LinkedHashMap<>();
      for (Map.Entry<Expression, Expression> entry : entries) {
        Object key = entry.getKey().evaluate(frame);
        if (!(key instanceof String) && !Numbers.is(key) && key != None.NONE) {
          throw new JinjaException("a '" + Values.type(key) + "' cannot be a key");
        }
        map.put(key, entry.getValue().evaluate(frame));
      }
      return frame.budget().made(map);
    };
  }

  /** Parses a member or call behind a value, if there is one. */
  boolean addMember(List<Step> steps) {
    if (tokens.skipOperator(".")) {
      steps.add(attribute());
    } else if (tokens.skipOperator("[")) {
      steps.add(item());
    } else if (tokens.atOperator("(")) {
      CallArguments arguments = expressions.arguments();
      steps.add((value, frame) -> call(value, arguments.evaluate(frame), frame.budget()));
    } else {
      return false;
    }
    return true;
  }

  private Step attribute() {
    if (tokens.at(Kind.INTEGER)) {
      long index = whole(tokens.next());
      return (value, frame) -> Members.item(value, index, frame.budget());
    }
    String name = tokens.name();
    return (value, frame) -> Members.attribute(value, name);
  }

  private Step item() {
    Expression[] bounds = {constant(None.NONE), constant(None.NONE), constant(None.NONE)};
    int colons = 0;
    while (!tokens.skipOperator("]")) {
      if (tokens.skipOperator(":")) {
        colons++;
        if (colons == bounds.length) {
          throw tokens.unexpected("']'");
        }
      } else {
        bounds[colons] = expressions.expression();
        if (!tokens.atOperator("]") && (colons == bounds.length - 1 || !tokens.atOperator(":"))) {
          throw tokens.unexpected("']'");
        }
      }
    }
    Expression first = bounds[0];
    Expression second = bounds[1];
    Expression third = bounds[2];
    if (colons == 0) {
      return (value, frame) -> Members.item(value, first.evaluate(frame), frame.budget());
    }
    return (value, frame) ->
        frame
            .budget()
            .made(
                Slices.slice(
                    value,
                    first.evaluate(frame),
                    second.evaluate(frame),
                    third.evaluate(frame),
                    frame.budget()));
  }

  /** Returns what a call gives. */
  static Object call(Object callee, Arguments arguments, Budget budget) {
    if (callee instanceof Function function) {
      return function.call(arguments, budget);
    } else if (callee instanceof Undefined undefined) {
      throw undefined.refused();
    }
    throw new JinjaException("'" + Values.type(callee) + "' object is not callable");
  }
}
