package dev.yiben.formats.office;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Inline;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.TextRun;
import dev.yiben.formats.markup.Characters;

/** Writes targets that stand in an element or an attribute without markup. */
public final class PlainText {
  private PlainText() {}

  /** Returns a target with references where they are needed, its codes as they were written. */
  public static String written(CodedText target) {
    StringBuilder written = new StringBuilder();
    for (Inline inline : target.content()) {
      written.append(
          inline instanceof TextRun run
              ? Characters.escape(run.text(), any -> true)
                  .replace("\"", "&quot;")
                  .replace("'", "&apos;")
              : ((InlineCode) inline).original());
    }
    return written.toString();
  }
}
