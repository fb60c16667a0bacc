package dev.yiben.glossary.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ahocorasick.trie.Emit;
import org.ahocorasick.trie.Trie;

/** Finds passages with terms, spread evenly over the texts. */
final class Contexts {
  private final List<Passage> passages;
  private final int most;
  private final int longest;

  Contexts(List<Passage> passages, int most, int longest) {
    this.passages = passages;
    this.most = most;
    this.longest = longest;
  }

  /** Returns the contexts of each term, in the order of the terms. */
  Map<String, List<String>> of(List<String> terms) {
    Map<String, List<Integer>> found = new LinkedHashMap<>();
    terms.forEach(term -> found.put(term, new ArrayList<>()));
    Trie trie = Trie.builder().ignoreCase().addKeywords(terms).build();
    for (int i = 0; i < passages.size(); i++) {
      Integer index = i;
      for (Emit emit : trie.parseText(passages.get(i).text())) {
        List<Integer> indexes = found.get(emit.getKeyword());
        if (indexes.isEmpty() || !indexes.get(indexes.size() - 1).equals(index)) {
          indexes.add(index);
        }
      }
      int speaking = i;
      passages
          .get(i)
          .speaker()
          .map(found::get)
          .filter(indexes -> indexes.isEmpty() || indexes.get(indexes.size() - 1) != speaking)
          .ifPresent(indexes -> indexes.add(speaking));
    }
    Map<String, List<String>> contexts = new LinkedHashMap<>();
    found.forEach((term, indexes) -> contexts.put(term, spread(term, indexes)));
    return contexts;
  }

  private List<String> spread(String term, List<Integer> indexes) {
    List<String> texts = new ArrayList<>();
    int wanted = Math.min(most, indexes.size());
    for (int i = 0; i < wanted; i++) {
      texts.add(excerpt(term, passages.get(indexes.get(i * indexes.size() / wanted)).text()));
    }
    return texts;
  }

  /** Returns the surroundings of a term in a long text, cut at spaces where there are any. */
  private String excerpt(String term, String text) {
    if (text.length() <= longest) {
      return text;
    }
    int at = Math.max(0, text.indexOf(term));
    int from = Math.max(0, Math.min(at - longest / 2, text.length() - longest));
    int to = Math.min(text.length(), from + longest);
    int start = from == 0 ? 0 : text.indexOf(' ', from);
    int end = to == text.length() ? to : text.lastIndexOf(' ', to);
    start = start < 0 || start > at ? whole(text, from) : start;
    end = end < at + term.length() ? whole(text, to) : end;
    return (start == 0 ? "" : "…")
        + text.substring(start, end).strip()
        + (end == text.length() ? "" : "…");
  }

  private static int whole(String text, int index) {
    return index > 0 && index < text.length() && Character.isLowSurrogate(text.charAt(index))
        ? index - 1
        : index;
  }
}
