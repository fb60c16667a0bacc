package dev.yiben.glossary;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** One entry of a glossary file as YAML nodes, which know their lines. */
final class TermNode {
  private static final int MAX_LENGTH = 1_000;

  private final Path file;
  private final Node entry;

  private String source = "";
  private String target = "";
  private String note = "";
  private boolean caseSensitive;
  private boolean wholeWord = true;
  private boolean regex;
  private boolean doNotTranslate;
  private List<String> forbidden = List.of();

  TermNode(Path file, Node entry) {
    this.file = file;
    this.entry = entry;
  }

  static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  Term term() {
    if (!(entry instanceof MappingNode mapping)) {
      throw fault(entry, "expected an entry with \"source:\" and \"target:\"");
    }
    Set<String> seen = new HashSet<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
      if (!seen.add(key)) {
        throw fault(tuple.getKeyNode(), "\"%s\" is given twice; remove one".formatted(key));
      }
      read(key, tuple.getKeyNode(), tuple.getValueNode());
    }
    if (!seen.contains("source")) {
      throw fault(entry, "the entry has no \"source\"; add it");
    }
    if (!seen.contains("target")) {
      if (!doNotTranslate) {
        throw fault(
            entry, "the entry has no \"target\"; add it, or \"do_not_translate: true\" to keep it");
      }
      target = source;
    } else if (doNotTranslate && !target.equals(source)) {
      throw fault(
          entry, "\"target\" differs from \"source\" though \"do_not_translate\"; remove one");
    }
    return checked(
        new Term(source, target, note, caseSensitive, wholeWord, regex, doNotTranslate, forbidden));
  }

  private void read(String key, Node keyNode, Node value) {
    switch (key) {
      case "source" -> source = text(key, value);
      case "target" -> target = text(key, value);
      case "note" -> note = note(value);
      case "case_sensitive" -> caseSensitive = flag(key, value);
      case "whole_word" -> wholeWord = flag(key, value);
      case "regex" -> regex = flag(key, value);
      case "do_not_translate" -> doNotTranslate = flag(key, value);
      case "forbidden" -> forbidden = texts(key, value);
      default ->
          throw fault(
              keyNode,
              ("\"%s\" is not a key of a term; known: source, target, note, case_sensitive,"
                      + " whole_word, regex, do_not_translate, forbidden")
                  .formatted(key));
    }
  }

  private Term checked(Term term) {
    if (term.regex()) {
      try {
        RegexTerm.of(term);
      } catch (GlossaryException e) {
        throw fault(entry, e.getMessage());
      }
    }
    return term;
  }

  private String text(String key, Node node) {
    String text = scalar(key, node).strip();
    if (text.isEmpty()) {
      throw fault(node, "\"%s\" is empty; write its text or remove the key".formatted(key));
    }
    if (text.length() > MAX_LENGTH || text.lines().count() > 1) {
      throw fault(
          node, "\"%s\" must be one line of at most %d characters".formatted(key, MAX_LENGTH));
    }
    return text;
  }

  private String note(Node node) {
    String text = node.getTag().equals(Tag.NULL) ? "" : scalar("note", node);
    if (text.length() > MAX_LENGTH) {
      throw fault(node, "\"note\" must have at most %d characters".formatted(MAX_LENGTH));
    }
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }

  private List<String> texts(String key, Node node) {
    if (!(node instanceof SequenceNode list)) {
      throw fault(node, "\"%s\" must be a list, such as [one, two]".formatted(key));
    }
    List<String> texts = new ArrayList<>();
    for (Node item : list.getValue()) {
      texts.add(text(key, item));
    }
    return texts;
  }

  private boolean flag(String key, Node node) {
    if (!node.getTag().equals(Tag.BOOL) || !(node instanceof ScalarNode scalar)) {
      throw fault(node, "\"%s\" must be true or false".formatted(key));
    }
    return switch (scalar.getValue().toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on" -> true;
      default -> false;
    };
  }

  /** Takes numbers and the like as they are written: a term may well be "No" or "1984". */
  private String scalar(String key, Node node) {
    if (!(node instanceof ScalarNode scalar)) {
      throw fault(node, "\"%s\" must be text".formatted(key));
    }
    return node.getTag().equals(Tag.NULL) ? "" : scalar.getValue();
  }

  private GlossaryException fault(Node place, String problem) {
    return new GlossaryException(file, line(place), problem);
  }
}
