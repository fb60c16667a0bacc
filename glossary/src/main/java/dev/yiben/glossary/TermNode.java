package dev.yiben.glossary;

import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/** Reads an entry of the list of terms. */
final class TermNode {
  static final List<String> KEYS =
      List.of(
          "source",
          "target",
          "note",
          "case_sensitive",
          "whole_word",
          "regex",
          "inflect",
          "do_not_translate",
          "forbidden");

  private TermNode() {}

  static Term read(Node node) {
    EntryNode entry =
        new EntryNode(node, "a term", "an entry with \"source:\" and \"target:\"", KEYS);
    String source = entry.required("source");
    boolean doNotTranslate = entry.flag("do_not_translate", false);
    if (!entry.has("target") && !doNotTranslate) {
      throw entry.fault(
          "the entry has no \"target\"; add it, or \"do_not_translate: true\" to keep it");
    }
    String target = entry.has("target") ? entry.required("target") : source;
    if (doNotTranslate && !target.equals(source)) {
      throw entry.fault(
          "\"target\" differs from \"source\" though \"do_not_translate\"; remove one");
    }
    Term term =
        new Term(
            source,
            target,
            entry.note("note"),
            entry.flag("case_sensitive", false),
            entry.flag("whole_word", true),
            entry.flag("regex", false),
            doNotTranslate,
            entry.texts("forbidden"),
            entry.flag("inflect", true));
    if (term.regex()) {
      EntryNode.checked(node, () -> RegexTerm.of(term));
    }
    return term;
  }
}
