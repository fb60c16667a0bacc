package dev.yiben.inference.template.jinja;

import dev.yiben.inference.template.jinja.Token.Kind;
import java.util.List;

/** The tokens of a template, read from the front. */
final class Tokens {
  // Of tags and brackets inside one another: what stands deeper could not be rendered.
  private static final int DEEPEST = 100;

  private final List<Token> tokens;
  private int position;
  private int depth;

  Tokens(List<Token> tokens) {
    this.tokens = tokens;
  }

  Token peek() {
    return tokens.get(position);
  }

  Token next() {
    Token token = tokens.get(position);
    if (token.kind() != Kind.END) {
      position++;
    }
    return token;
  }

  boolean at(Kind kind) {
    return peek().kind() == kind;
  }

  boolean atOperator(String text) {
    return peek().is(Kind.OPERATOR, text);
  }

  boolean atName(String text) {
    return peek().is(Kind.NAME, text);
  }

  /** Whether the name after the next token is this one. */
  boolean followedByName(String text) {
    return position + 1 < tokens.size() && tokens.get(position + 1).is(Kind.NAME, text);
  }

  boolean followedByOperator(String text) {
    return position + 1 < tokens.size() && tokens.get(position + 1).is(Kind.OPERATOR, text);
  }

  boolean skipOperator(String text) {
    return skip(atOperator(text));
  }

  boolean skipName(String text) {
    return skip(atName(text));
  }

  private boolean skip(boolean found) {
    if (found) {
      next();
    }
    return found;
  }

  Token expect(Kind kind, String what) {
    if (!at(kind)) {
      throw unexpected(what);
    }
    return next();
  }

  void expectOperator(String text) {
    if (!skipOperator(text)) {
      throw unexpected("'" + text + "'");
    }
  }

  void expectName(String text) {
    if (!skipName(text)) {
      throw unexpected("'" + text + "'");
    }
  }

  String name() {
    return expect(Kind.NAME, "a name").text();
  }

  JinjaException unexpected(String wanted) {
    return new JinjaException(wanted + " should stand where " + peek().shown() + " stands")
        .at(peek().line());
  }

  void enter() {
    depth++;
    if (depth > DEEPEST) {
      throw new JinjaException("the template is nested too deeply").at(peek().line());
    }
  }

  void leave() {
    depth--;
  }
}
