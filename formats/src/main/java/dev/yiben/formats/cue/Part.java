package dev.yiben.formats.cue;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.yiben.formats.cue.CueReader.Line;
import dev.yiben.formats.document.Inline;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.TextRun;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

/** What of a target stands between two line breaks that mean something, to be wrapped. */
final class Part {
  private static final Pattern LINE_ENDS = Pattern.compile("\\h*+\\R\\s*+");

  /** As much of a line as decides whether it begins with a label. */
  private static final int TELLING = 80;

  /** What ends the line before it; empty for the first. */
  private final String lead;

  private final List<Inline> content = new ArrayList<>();
  private final StringBuilder visible = new StringBuilder();

  /** Which of the visible characters are shown by codes. */
  private final BitSet inCodes = new BitSet();

  /** Where tags open or close, which may make a line that begins or ends there one of its own. */
  private final BitSet opens = new BitSet();

  private final BitSet closes = new BitSet();

  Part(String lead) {
    this.lead = lead;
  }

  void add(Inline inline) {
    int start = visible.length();
    if (inline instanceof TextRun run) {
      // Half of a surrogate pair, which no encoding has, becomes a question mark.
      String sound = new String(run.text().getBytes(UTF_8), UTF_8);
      String text = LINE_ENDS.matcher(sound).replaceAll(" ");
      content.add(new TextRun(text));
      visible.append(text);
    } else {
      InlineCode code = (InlineCode) inline;
      content.add(code);
      visible.append(code.text());
      inCodes.set(start, visible.length());
      opens.set(start, start + (code.kind() == InlineCode.Kind.OPEN ? 1 : 0));
      closes.set(start, start + (code.kind() == InlineCode.Kind.CLOSE ? 1 : 0));
    }
  }

  /** Takes in what another part has, which shows nothing. */
  void addAll(Part other) {
    other.content.forEach(this::add);
  }

  String lead() {
    return lead;
  }

  String visible() {
    return visible.toString();
  }

  boolean isBlank() {
    return visible.chars().allMatch(Piece::isSpace);
  }

  /** Returns whether a line may begin at an offset and still be read as wrapped. */
  boolean isFree(int place, LineMeaning meaning) {
    boolean afterSpace = visible.charAt(place - 1) == ' ';
    if (inCodes.get(place - 1) && (afterSpace || inCodes.get(place))) {
      return false;
    }
    int end = afterSpace ? place - 1 : place;
    String line = visible.substring(Math.max(0, end - TELLING), end);
    String next = visible.substring(place, Math.min(visible.length(), place + TELLING));
    return !meaning.isApart(
        new Line(line, false, closes.get(end)), new Line(next, opens.get(place), false));
  }

  /**
   * Returns it as it stands in the file.
   *
   * @param cuts offsets at which lines other than the first begin
   */
  String write(List<Integer> cuts, CueSyntax syntax) {
    StringBuilder written = new StringBuilder();
    Iterator<Integer> rest = cuts.iterator();
    int cut = next(rest);
    int at = 0;
    for (Inline inline : content) {
      if (inline instanceof InlineCode code) {
        if (at == cut && code.kind() != InlineCode.Kind.CLOSE) {
          written.append(syntax.lineBreak());
          cut = next(rest);
        }
        written.append(code.original());
        at += code.text().length();
        continue;
      }
      String text = ((TextRun) inline).text();
      int done = 0;
      for (int i = 0; i < text.length(); i++) {
        boolean isSpaceBefore = at + i + 1 == cut && visible.charAt(cut - 1) == ' ';
        if (isSpaceBefore || at + i == cut) {
          written.append(syntax.escape(text.substring(done, i))).append(syntax.lineBreak());
          done = isSpaceBefore ? i + 1 : i;
          cut = next(rest);
        }
      }
      written.append(syntax.escape(text.substring(done)));
      at += text.length();
    }
    return written.toString().strip();
  }

  private static int next(Iterator<Integer> cuts) {
    return cuts.hasNext() ? cuts.next() : Integer.MAX_VALUE;
  }
}
