package dev.yiben.pipeline.prepare;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Inline;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.TextRun;
import dev.yiben.glossary.ProtectedPatterns;
import dev.yiben.glossary.Splice;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns protected stretches of a text into inline codes and back.
 *
 * <p>They are numbered after the codes that the text has already, which keep their numbers. Tags
 * become pairs where they are properly nested with each other and with those codes.
 *
 * @param patterns finds what is protected
 */
record Protection(ProtectedPatterns patterns) {

  /** Returns a text with its protected stretches as codes; itself if it has none. */
  CodedText apply(CodedText text) {
    SearchedText searched = new SearchedText(text);
    Map<Integer, List<Splice>> found = searched.inRuns(patterns.find(searched.text()));
    return found.isEmpty() ? text : ProtectedPieces.of(text, found).coded(lastNumber(text));
  }

  /**
   * Returns a translation of a text with protected stretches as the codes that they are in that
   * text; nothing if it has not just those.
   *
   * @param protectedSource what {@link #apply} made of the source
   * @param own the translation in the codes of the source before
   */
  Optional<CodedText> applyAs(CodedText protectedSource, CodedText source, CodedText own) {
    if (!own.isNested()) {
      return Optional.empty();
    }
    int last = lastNumber(source);
    Map<String, Deque<InlineCode>> wanted = new HashMap<>();
    int open = 0;
    for (InlineCode code : protectedSource.codes()) {
      if (code.number() > last) {
        wanted.computeIfAbsent(key(code), key -> new ArrayDeque<>()).add(code);
        open++;
      }
    }
    int lastOwn = lastNumber(own);
    StringBuilder marked = new StringBuilder();
    for (Inline inline : apply(own).content()) {
      if (inline instanceof TextRun run) {
        marked.append(run.text());
      } else if (inline instanceof InlineCode code) {
        InlineCode same = code;
        if (code.number() > lastOwn) {
          Deque<InlineCode> left = wanted.get(key(code));
          if (left == null || left.isEmpty()) {
            return Optional.empty();
          }
          same = left.remove();
          open--;
        }
        marked.append(same.placeholder());
      }
    }
    try {
      return open == 0
          ? Optional.of(protectedSource.withMarked(marked.toString()))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      // A code of the translation that the source has not.
      return Optional.empty();
    }
  }

  private static String key(InlineCode code) {
    return code.kind() + code.original();
  }

  /**
   * Returns a text with protected stretches as text again.
   *
   * @param source the source that has none of their codes
   */
  static CodedText undo(CodedText source, CodedText text) {
    int last = lastNumber(source);
    StringBuilder marked = new StringBuilder();
    for (Inline inline : text.content()) {
      if (inline instanceof TextRun run) {
        marked.append(run.text());
      } else if (inline instanceof InlineCode code) {
        marked.append(code.number() > last ? code.original() : code.placeholder());
      }
    }
    return source.withMarked(marked.toString());
  }

  private static int lastNumber(CodedText text) {
    return text.codes().stream().mapToInt(InlineCode::number).max().orElse(0);
  }
}
