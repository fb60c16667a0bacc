package dev.yiben.formats.format.epub;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Inline;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.TextRun;

/** Translates so that the text is other, and longer, and every code stands where it stood. */
final class Pseudo {
  private Pseudo() {}

  /** Returns the text in brackets, with an accent on every vowel. */
  static CodedText of(CodedText source) {
    StringBuilder marked = new StringBuilder("[");
    for (Inline inline : source.content()) {
      if (inline instanceof TextRun run) {
        run.text()
            .codePoints()
            .forEach(
                c -> {
                  marked.appendCodePoint(c);
                  if ("aeiouAEIOU".indexOf(c) >= 0) {
                    marked.append('\u0301');
                  }
                });
      } else {
        marked.append(((InlineCode) inline).placeholder());
      }
    }
    return source.withMarked(marked.append(']').toString());
  }
}
