package dev.yiben.formats.format.srt;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Inline;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.TextRun;
import java.util.regex.Pattern;

/** Writes a target so that it stays one cue: a blank line would end it. */
final class CueWriter {
  private static final Pattern LINE_ENDS = Pattern.compile("[ \\t]*+\\R\\s*+");

  private final String lineEnd;

  CueWriter(String lineEnd) {
    this.lineEnd = lineEnd;
  }

  String write(CodedText target) {
    StringBuilder written = new StringBuilder();
    for (Inline inline : target.content()) {
      if (inline instanceof TextRun run) {
        // Half of a surrogate pair, which no encoding has, becomes a question mark.
        String text = new String(run.text().getBytes(UTF_8), UTF_8);
        written.append(LINE_ENDS.matcher(text).replaceAll(lineEnd));
      } else if (inline instanceof InlineCode code && !(isBreak(code) && endsLine(written))) {
        written.append(code.original());
      }
    }
    return written.toString();
  }

  private static boolean isBreak(InlineCode code) {
    return code.original().startsWith("\n") || code.original().startsWith("\r");
  }

  private static boolean endsLine(StringBuilder written) {
    int last = written.length() - 1;
    while (last >= 0 && (written.charAt(last) == ' ' || written.charAt(last) == '\t')) {
      last--;
    }
    return last < 0 || written.charAt(last) == '\n' || written.charAt(last) == '\r';
  }
}
