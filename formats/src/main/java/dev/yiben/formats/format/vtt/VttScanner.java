package dev.yiben.formats.format.vtt;

import dev.yiben.formats.cue.Oddities;
import dev.yiben.formats.cue.Oddity;
import dev.yiben.formats.cue.TimingLine;
import dev.yiben.formats.format.Coverage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the blocks of a file (section 6.1 of the specification), also where blank lines are missing
 * or times are written as in SubRip files.
 */
final class VttScanner {
  private static final Pattern LINE = Pattern.compile("([^\\r\\n]*+)(\\r\\n|\\r|\\n|\\z)");
  private static final Pattern NUMBER = Pattern.compile("\\s*+\\d{1,9}\\s*+");
  private static final Pattern REGULAR_TIMING =
      Pattern.compile(
          "\\s*+(?:\\d{2,}+:)?[0-5]\\d:[0-5]\\d\\.\\d{3}\\s*+-->"
              + "\\s*+(?:\\d{2,}+:)?[0-5]\\d:[0-5]\\d\\.\\d{3}(?=[ \\t]|$)");
  private static final Pattern KIND = Pattern.compile("(?<kind>NOTE|STYLE|REGION)(?=[ \\t]|$)");
  private static final Pattern LANGUAGE =
      Pattern.compile("(?i)language:[ \\t]*+(?<tag>[a-z]{2,8}(?:-[a-z\\d]{1,8})*+)[ \\t]*+");

  private final String text;
  private final Oddities oddities = new Oddities();
  private final Map<String, Long> outside = new TreeMap<>();
  private final List<VttCue> cues = new ArrayList<>();
  private Optional<String> language = Optional.empty();

  /** By what rule the lines of the block are not translated; empty for those of a cue. */
  private String rule;

  /** The first line of the block; none if negative. */
  private int blockStart = -1;

  /** The line before, where it is of the same block. */
  private int lineStart;

  private int lineEnd;
  private TimingLine timing;
  private int cueStart;
  private int textStart;

  private VttScanner(String text) {
    this.text = text;
    this.rule = "header";
  }

  static VttScanner scan(String text) {
    VttScanner scanner = new VttScanner(text);
    if (!VttFormat.isWebVtt(text)) {
      scanner.rule = "";
      scanner.oddities.add(Oddity.NO_HEADER, 0);
    }
    Matcher line = LINE.matcher(text);
    int position = 0;
    while (position < text.length() && line.find(position)) {
      scanner.line(line.start(1), line.end(1), line.end());
      position = line.end();
    }
    scanner.endBlock();
    return scanner;
  }

  List<VttCue> cues() {
    return cues;
  }

  Oddities oddities() {
    return oddities;
  }

  Map<String, Long> outside() {
    return outside;
  }

  Optional<String> language() {
    return language;
  }

  private void line(int start, int end, int next) {
    if (start == end) {
      endBlock();
      return;
    }
    boolean arrow = text.substring(start, end).contains("-->");
    Optional<TimingLine> found =
        arrow || NUMBER.matcher(text).region(lineStart, lineEnd).matches()
            ? TimingLine.parse(text, start, end)
                .filter(timed -> timed.endMillis() >= 0 || timed.textStart().isEmpty())
            : Optional.empty();
    if (found.isPresent()) {
      beginCue(start, end, next, found.get());
    } else if (arrow) {
      endBlock();
      rule = "unreadable-timing";
      oddities.add(Oddity.UNREADABLE_TIMING, start);
      blockStart = start;
    } else if (blockStart < 0) {
      blockStart = start;
      Matcher kind = KIND.matcher(text).region(start, end);
      if (rule.isEmpty() && kind.lookingAt()) {
        rule = kind.group("kind").toLowerCase(Locale.ROOT);
      }
    } else if (rule.equals("header")) {
      Matcher declared = LANGUAGE.matcher(text).region(start, end);
      language =
          language.or(
              () -> declared.matches() ? Optional.of(declared.group("tag")) : Optional.empty());
    }
    lineStart = start;
    lineEnd = end;
  }

  private void beginCue(int start, int end, int next, TimingLine found) {
    int begin = start;
    boolean hasIdentifier = blockStart >= 0 && timing == null && blockStart == lineStart;
    boolean hasNumber =
        blockStart >= 0
            && lineEnd > lineStart
            && NUMBER.matcher(text).region(lineStart, lineEnd).matches();
    if (rule.equals("header")) {
      oddities.add(Oddity.HEADER_NOT_ENDED, start);
      hasIdentifier = false;
    }
    if (hasIdentifier || hasNumber) {
      begin = lineStart;
    }
    if (blockStart >= 0 && blockStart < begin) {
      if (timing != null) {
        oddities.add(Oddity.NO_BLANK_LINE, begin);
      }
      endBlock(begin);
    }
    if (hasIdentifier && !hasNumber) {
      count("cue-identifier", lineStart, lineEnd);
    }
    if (found.endMillis() < 0) {
      oddities.add(Oddity.NO_END, start);
    } else if (!REGULAR_TIMING.matcher(text).region(start, end).lookingAt()) {
      oddities.add(Oddity.ODD_TIMING, start);
    }
    rule = "";
    timing = found;
    blockStart = begin;
    cueStart = begin;
    textStart = next;
  }

  private void endBlock() {
    endBlock(lineEnd);
  }

  /** Ends the block at an offset before which its last line ends. */
  private void endBlock(int end) {
    if (blockStart >= 0 && timing != null) {
      int last = Math.max(textStart, end);
      while (last > textStart && isLineEnd(text.charAt(last - 1))) {
        last--;
      }
      cues.add(
          new VttCue(
              cues.size() + 1,
              timing.startMillis(),
              timing.endMillis(),
              cueStart,
              Math.min(textStart, last),
              last));
    } else if (blockStart >= 0) {
      if (rule.isEmpty()) {
        oddities.add(Oddity.OUTSIDE_OF_CUES, blockStart);
      }
      count(rule.isEmpty() ? "outside-of-cues" : rule, blockStart, end);
    }
    if (blockStart >= 0) {
      rule = "";
    }
    timing = null;
    blockStart = -1;
    lineStart = 0;
    lineEnd = 0;
  }

  private void count(String name, int start, int end) {
    long characters = Coverage.characters(text.substring(start, end));
    if (characters > 0) {
      outside.merge(name, characters, Long::sum);
    }
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }
}
