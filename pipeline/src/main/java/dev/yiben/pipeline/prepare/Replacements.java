package dev.yiben.pipeline.prepare;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Inline;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.TextRun;
import dev.yiben.glossary.Replacement;
import dev.yiben.glossary.Splice;
import dev.yiben.glossary.TextReplacer;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Makes replacements in the runs of a text, one after the other; its codes stay as they are.
 *
 * @param replacers in the order in which they are made
 */
record Replacements(List<TextReplacer> replacers) {
  /** What no run of text may have: brackets of placeholders, and line ends, which are codes. */
  private static final Pattern OUT_OF_PLACE = Pattern.compile("[⟦⟧\uFFFC]|\\s*\\R\\s*");

  static Replacements of(List<Replacement> replacements) {
    return new Replacements(replacements.stream().map(TextReplacer::new).toList());
  }

  CodedText apply(CodedText text) {
    CodedText replaced = text;
    for (TextReplacer replacer : replacers) {
      SearchedText searched = new SearchedText(replaced);
      Map<Integer, List<Splice>> found = searched.inRuns(replacer.find(searched.text()));
      if (!found.isEmpty()) {
        replaced = spliced(replaced, found);
      }
    }
    return replaced;
  }

  private static CodedText spliced(CodedText text, Map<Integer, List<Splice>> found) {
    StringBuilder marked = new StringBuilder();
    List<Inline> content = text.content();
    for (int i = 0; i < content.size(); i++) {
      if (content.get(i) instanceof InlineCode code) {
        marked.append(code.placeholder());
      } else {
        String run = ((TextRun) content.get(i)).text();
        int copied = 0;
        for (Splice splice : found.getOrDefault(i, List.of())) {
          marked.append(run, copied, splice.start());
          marked.append(OUT_OF_PLACE.matcher(splice.text()).replaceAll(" "));
          copied = splice.end();
        }
        marked.append(run, copied, run.length());
      }
    }
    return text.withMarked(marked.toString());
  }
}
