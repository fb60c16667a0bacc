package dev.yiben.formats.cue;

import dev.yiben.formats.cue.CueReader.Line;
import java.util.regex.Pattern;

/** Says whether a line of a cue begins something new, or only goes on where the line was full. */
final class LineMeaning {
  private static final Pattern SONG = Pattern.compile("[\u2669-\u266C]|(?:^|\\n)# | #(?:\\n|$)");

  /** A dash, an arrow of captions or a bullet before what another person says. */
  private static final Pattern SPEECH =
      Pattern.compile("[-\u2010\u2011\u2012\u2015\u2212\uFF0D\u2022]\\s*+[^\\s\\d-].*|>>.*|-\\s.*");

  private static final Pattern LONG_DASH =
      Pattern.compile("[\u2013\u2014]\\s*+[^\\s\u2013\u2014].*");

  private static final String OPENING_BRACKETS = "[(\uFF08\u3010";
  private static final String CLOSING_BRACKETS = "])\uFF09\u3011";

  private final boolean song;

  private LineMeaning(boolean song) {
    this.song = song;
  }

  /** Returns what the lines of a cue mean. */
  static LineMeaning of(CharSequence cue) {
    return new LineMeaning(SONG.matcher(cue).find());
  }

  /** Returns whether a cue begins something new, after another cue. */
  static boolean startsAnew(String cue, String next) {
    return startsSpeech(cue, next) || SONG.matcher(next).find() || next.charAt(0) == '[';
  }

  /** Returns whether a line is more than the one before, wrapped. */
  boolean isApart(Line line, Line next) {
    if (line.text().isEmpty() || next.text().isEmpty()) {
      return true;
    }
    char last = line.text().charAt(line.text().length() - 1);
    char first = next.text().charAt(0);
    boolean ends = Sentences.end(line.text());
    boolean goesOn = startsSmall(next.text(), 0) && !ends;
    return startsSpeech(line.text(), next.text())
        || (song && !startsSmall(next.text(), 0))
        || ((line.closes() || next.opens()) && !goesOn)
        || (CLOSING_BRACKETS.indexOf(last) >= 0 && !goesOn)
        || (OPENING_BRACKETS.indexOf(first) >= 0
            && (first == '[' || ends || !startsSmall(next.text(), 1)));
  }

  /** Returns whether a line that begins like this is taken for another speaker's. */
  private static boolean startsSpeech(String line, String next) {
    return SPEECH.matcher(next).matches()
        || Speakers.label(next).isPresent()
        || (LONG_DASH.matcher(next).matches()
            && (Sentences.end(line) || LONG_DASH.matcher(line).matches()));
  }

  private static boolean startsSmall(String line, int offset) {
    return offset < line.length() && Character.isLowerCase(line.codePointAt(offset));
  }
}
