package dev.yiben.pipeline.repair;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Inline;
import dev.yiben.formats.document.InlineCode;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Mends slips in a marked target that have one right answer, so that no request is spent on them.
 */
final class AutoFix {
  private static final Pattern SPACED_MARK = Pattern.compile("⟦\\s*(/?)\\s*([0-9]+)\\s*⟧");

  private AutoFix() {}

  /** Returns the mended marked target of a source. */
  static String apply(CodedText source, String marked) {
    String fixed = SPACED_MARK.matcher(marked.strip()).replaceAll("⟦$1$2⟧");
    List<Inline> content = source.content();
    if (content.isEmpty()) {
      return fixed;
    }
    String first = standalone(content.get(0));
    String last = standalone(content.get(content.size() - 1));
    if (!first.isEmpty() && !fixed.contains(first)) {
      fixed = first + fixed;
    }
    if (!last.isEmpty() && !fixed.contains(last)) {
      fixed = fixed + last;
    }
    return fixed;
  }

  /**
   * A standalone code at an edge of the source can only have been at the same edge, but for one
   * that shows what it is, such as a variable, which is a word of the sentence.
   */
  private static String standalone(Inline inline) {
    return inline instanceof InlineCode code
            && code.kind() == InlineCode.Kind.STANDALONE
            && !code.original().equals(code.text())
        ? code.placeholder()
        : "";
  }
}
