package dev.yiben.inference.gbnf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks a grammar before it reaches native code, which ignores a grammar that it cannot read and
 * lets the model write anything.
 *
 * <p>Besides the syntax, every rule must be defined, {@code root} must be there, and no rule may
 * reach itself before it has consumed a character. What may be empty must not be repeated:
 * llama.cpp ignores such a grammar, hangs or crashes.
 */
final class GbnfSyntax {
  private static final int MAX_DEPTH = 200;

  private final Map<String, List<List<GbnfPart>>> rules;
  private final Set<String> nullable = new HashSet<>();

  private GbnfSyntax(Map<String, List<List<GbnfPart>>> rules) {
    this.rules = rules;
  }

  /**
   * Checks a grammar.
   *
   * @throws IllegalArgumentException if it is unsound; the message says where
   */
  static void check(Map<String, List<List<GbnfPart>>> rules) {
    GbnfSyntax syntax = new GbnfSyntax(rules);
    syntax.checkReferences();
    syntax.findNullable();
    syntax.checkRecursion();
  }

  private void checkReferences() {
    if (!rules.containsKey(Gbnf.START)) {
      throw new IllegalArgumentException("The grammar has no rule named root");
    }
    rules.forEach(
        (name, alternatives) ->
            alternatives.forEach(parts -> parts.forEach(part -> checkReference(name, part))));
  }

  private void checkReference(String rule, GbnfPart part) {
    if (part instanceof GbnfPart.Reference reference) {
      if (!rules.containsKey(reference.rule())) {
        throw new IllegalArgumentException(
            "The rule " + rule + " refers to the undefined rule " + reference.rule());
      }
    } else if (part instanceof GbnfPart.Group group) {
      group.alternatives().forEach(parts -> parts.forEach(inner -> checkReference(rule, inner)));
    } else if (part instanceof GbnfPart.Repetition repetition) {
      checkReference(rule, repetition.part());
    }
  }

  private void findNullable() {
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Map.Entry<String, List<List<GbnfPart>>> rule : rules.entrySet()) {
        if (mayBeEmpty(rule.getValue())) {
          grown |= nullable.add(rule.getKey());
        }
      }
    }
  }

  private boolean mayBeEmpty(List<List<GbnfPart>> alternatives) {
    return alternatives.stream().anyMatch(parts -> parts.stream().allMatch(this::mayBeEmpty));
  }

  private boolean mayBeEmpty(GbnfPart part) {
    if (part instanceof GbnfPart.Literal literal) {
      return literal.text().isEmpty();
    }
    if (part instanceof GbnfPart.Reference reference) {
      return nullable.contains(reference.rule());
    }
    if (part instanceof GbnfPart.Group group) {
      return mayBeEmpty(group.alternatives());
    }
    return part instanceof GbnfPart.Repetition repetition
        && (repetition.least() == 0 || mayBeEmpty(repetition.part()));
  }

  private void checkRecursion() {
    Map<String, Set<String>> beginnings = new HashMap<>();
    rules.forEach(
        (name, alternatives) -> {
          Set<String> first = new HashSet<>();
          addBeginnings(name, alternatives, first);
          beginnings.put(name, first);
        });
    Set<String> done = new HashSet<>();
    for (String name : rules.keySet()) {
      walk(name, beginnings, new ArrayList<>(), done);
    }
  }

  private void addBeginnings(String rule, List<List<GbnfPart>> alternatives, Set<String> first) {
    for (List<GbnfPart> parts : alternatives) {
      boolean reachable = true;
      for (GbnfPart part : parts) {
        addBeginnings(rule, part, reachable, first);
        reachable = reachable && mayBeEmpty(part);
      }
    }
  }

  private void addBeginnings(String rule, GbnfPart part, boolean reachable, Set<String> first) {
    if (part instanceof GbnfPart.Reference reference && reachable) {
      first.add(reference.rule());
    } else if (part instanceof GbnfPart.Group group) {
      addBeginnings(rule, group.alternatives(), reachable ? first : new HashSet<>());
    } else if (part instanceof GbnfPart.Repetition repetition) {
      if (repetition.most() > 1 && mayBeEmpty(repetition.part())) {
        throw new IllegalArgumentException("The rule " + rule + " repeats what may be empty");
      }
      addBeginnings(rule, repetition.part(), reachable, first);
    }
  }

  private static void walk(
      String start, Map<String, Set<String>> beginnings, List<String> path, Set<String> done) {
    if (path.contains(start)) {
      throw new IllegalArgumentException("The rule " + start + " begins with itself");
    }
    if (path.size() > MAX_DEPTH) {
      throw new IllegalArgumentException("The rules begin with each other too deeply");
    }
    if (done.contains(start)) {
      return;
    }
    path.add(start);
    beginnings.get(start).forEach(next -> walk(next, beginnings, path, done));
    path.remove(path.size() - 1);
    done.add(start);
  }
}
