package dev.yiben.pipeline.grammar;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Inline;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.TextRun;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A code with the codes that it encloses.
 *
 * @param code the standalone code, or the first half of a pair; null for the whole segment
 * @param hasText whether letters or other text stand between the halves
 * @param children enclosed codes in source order
 */
record CodeTree(InlineCode code, boolean hasText, List<CodeTree> children) {
  CodeTree {
    children = List.copyOf(children);
  }

  /** Returns the tree of a segment's codes, whose pairs must be properly nested. */
  static CodeTree of(CodedText text) {
    Deque<Level> levels = new ArrayDeque<>();
    levels.push(new Level(null));
    for (Inline inline : text.content()) {
      if (inline instanceof TextRun run) {
        levels.forEach(level -> level.hasText |= !run.text().isBlank());
      } else if (inline instanceof InlineCode code) {
        switch (code.kind()) {
          case OPEN -> levels.push(new Level(code));
          case CLOSE -> {
            CodeTree closed = levels.pop().tree();
            levels.element().children.add(closed);
          }
          case STANDALONE -> levels.element().children.add(new CodeTree(code, false, List.of()));
        }
      }
    }
    return levels.pop().tree();
  }

  private static final class Level {
    private final InlineCode code;
    private final List<CodeTree> children = new ArrayList<>();
    private boolean hasText;

    private Level(InlineCode code) {
      this.code = code;
    }

    private CodeTree tree() {
      return new CodeTree(code, hasText, children);
    }
  }
}
