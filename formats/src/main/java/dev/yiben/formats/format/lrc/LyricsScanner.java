package dev.yiben.formats.format.lrc;

import dev.yiben.formats.cue.Oddities;
import dev.yiben.formats.cue.Oddity;
import dev.yiben.formats.format.Coverage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the lines of lyrics of a file, with times and without. */
final class LyricsScanner {
  private static final Pattern METADATA =
      Pattern.compile("[\\s\\p{Cf}\\x00]*+[\\[［]\\s*+(?:[a-zA-Z_]{1,20}+|#)\\s*+[:：].*");
  private static final Pattern CLOSED = Pattern.compile("[\\]］]");
  private static final Pattern VOICE = Pattern.compile("\\s*+[FMDfmd][:：](?!//)\\s*+");
  private static final Pattern BLANK = Pattern.compile("[\\s\\p{Cf}\\p{Cc}]*+");
  private static final int MOST_CHARACTERS = 100_000;

  private final String text;
  private final List<LyricLine> lines = new ArrayList<>();
  private final Map<String, Long> outside = new TreeMap<>();
  private final Oddities oddities = new Oddities();

  private LyricsScanner(String text) {
    this.text = text;
  }

  /** Reads a whole file. */
  static Lyrics scan(String text) {
    LyricsScanner scanner = new LyricsScanner(text);
    int position = 0;
    while (position < text.length()) {
      int end = position;
      while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
        end++;
      }
      scanner.line(position, end);
      position = end + (text.startsWith("\r\n", end) ? 2 : 1);
    }
    return new Lyrics(List.copyOf(scanner.lines), scanner.outside, scanner.oddities.notices(text));
  }

  private void line(int start, int end) {
    if (BLANK.matcher(text).region(start, end).matches()) {
      return;
    }
    Matcher tag = TimeTag.LEADING.matcher(text);
    int timesEnd = start;
    OptionalLong time = OptionalLong.empty();
    while (tag.region(timesEnd, end).lookingAt()) {
      if (tag.group("closed") == null) {
        oddities.add(Oddity.NO_CLOSING_BRACKET, start);
      }
      if (Integer.parseInt(tag.group("seconds")) > 59) {
        oddities.add(Oddity.TOO_MANY_SECONDS, start);
      }
      time = time.isPresent() ? time : OptionalLong.of(TimeTag.millis(tag));
      timesEnd = tag.end();
    }
    if (time.isPresent()) {
      lyric(start, timesEnd, end, time);
    } else if (METADATA.matcher(text).region(start, end).matches()) {
      count("metadata", start, end);
      if (!CLOSED.matcher(text).region(start, end).find()) {
        oddities.add(Oddity.NO_CLOSING_BRACKET, start);
      }
    } else {
      oddities.add(Oddity.NO_TIME, start);
      lyric(start, start, end, time);
    }
  }

  private void lyric(int start, int timesEnd, int end, OptionalLong time) {
    if (end - timesEnd > MOST_CHARACTERS) {
      count("broken-line", timesEnd, end);
      oddities.add(Oddity.TOO_LONG, start);
      return;
    }
    Matcher voice = VOICE.matcher(text).region(timesEnd, end);
    int from = timesEnd > start && voice.lookingAt() ? voice.end() : timesEnd;
    lines.add(new LyricLine(lines.size() + 1, start, from, end, time));
  }

  private void count(String rule, int start, int end) {
    outside.merge(rule, Coverage.characters(text.substring(start, end)), Long::sum);
  }
}
