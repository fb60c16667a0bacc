package dev.yiben.formats.pdf.score;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Inline;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.TextRun;

/**
 * Texts that take as much room as a translation might, of letters that the source has.
 *
 * <p>Each letter changes place with its neighbour, so that the text is another one, but as wide.
 */
public final class TrialText {
  private TrialText() {}

  /**
   * Returns another text with the codes of a source.
   *
   * @param length how long it is, 1 for as long as the source
   */
  public static CodedText of(CodedText source, double length) {
    StringBuilder marked = new StringBuilder();
    for (Inline inline : source.content()) {
      marked.append(
          inline instanceof TextRun run
              ? resized(swapped(run.text()), length)
              : ((InlineCode) inline).placeholder());
    }
    return source.withMarked(marked.toString());
  }

  private static String swapped(String text) {
    int[] points = text.codePoints().toArray();
    for (int i = 0; i + 1 < points.length; i++) {
      if (Character.isLetter(points[i]) && Character.isLetter(points[i + 1])) {
        int first = points[i];
        points[i] = points[i + 1];
        points[i + 1] = first;
        i++;
      }
    }
    return new String(points, 0, points.length);
  }

  private static String resized(String text, double length) {
    String core = text.strip();
    int wanted = (int) Math.round(core.codePointCount(0, core.length()) * length);
    if (core.isEmpty() || wanted == core.codePointCount(0, core.length())) {
      return text;
    }
    StringBuilder resized = new StringBuilder(core);
    while (resized.codePointCount(0, resized.length()) < wanted) {
      resized.append(core.indexOf(' ') > 0 ? " " : "").append(core);
    }
    String cut = resized.substring(0, resized.offsetByCodePoints(0, Math.max(1, wanted))).strip();
    int start = text.indexOf(core);
    return text.substring(0, start) + cut + text.substring(start + core.length());
  }
}
