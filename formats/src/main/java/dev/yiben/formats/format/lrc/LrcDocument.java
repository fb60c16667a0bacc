package dev.yiben.formats.format.lrc;

import dev.yiben.formats.cue.CueSyntax;
import dev.yiben.formats.cue.CueText;
import dev.yiben.formats.cue.CueTrack;
import dev.yiben.formats.cue.CueWriter;
import dev.yiben.formats.cue.TimedCue;
import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.encoding.DetectedText;
import dev.yiben.formats.format.Coverage;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.Layout;
import dev.yiben.formats.format.LineWrap;
import dev.yiben.formats.format.TargetLookup;
import dev.yiben.formats.splice.Patch;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Open lyrics, held in memory. */
final class LrcDocument implements Document {
  /** A line is not sung for longer; what comes after is music. */
  private static final long LONGEST_LINE_MILLIS = 10_000;

  private final DetectedText file;
  private final Lyrics lyrics;
  private final FormatOptions options;
  private final CueSyntax syntax = new LrcSyntax();
  private final List<Line> lines = new ArrayList<>();
  private final List<Segment> segments;

  LrcDocument(DetectedText file, Lyrics lyrics, FormatOptions options) {
    this.file = file;
    this.lyrics = lyrics;
    this.options = options;
    String text = file.source().text();
    for (LyricLine line : lyrics.lines()) {
      CueText.of(text, line.timesEnd(), line.end(), syntax)
          .ifPresent(shown -> lines.add(new Line(line, shown)));
    }
    this.segments = CueTrack.segments(cues(), unlimited(options));
  }

  /** Lyrics are one line each, and are read while they are sung. */
  private static FormatOptions unlimited(FormatOptions options) {
    return options
        .with(LineWrap.OFF)
        .with(
            options
                .subtitles()
                .withCharactersPerLine(OptionalInt.of(0))
                .withCharactersPerSecond(OptionalInt.of(0)));
  }

  private List<TimedCue> cues() {
    NavigableSet<Long> times = new TreeSet<>();
    lyrics.lines().forEach(line -> line.time().ifPresent(times::add));
    List<TimedCue> cues = new ArrayList<>();
    long last = 0;
    for (Line line : lines) {
      OptionalLong time = line.lyric().time();
      long start = time.orElse(last);
      Long next = time.isPresent() ? times.higher(start) : null;
      long longest = start + (time.isPresent() ? LONGEST_LINE_MILLIS : 0);
      long end = next == null ? longest : Math.min(next, longest);
      SegmentId id = new SegmentId("line/" + line.lyric().number());
      cues.add(new TimedCue(id, line.text(), start, end, Optional.empty()));
      last = end;
    }
    return cues;
  }

  @Override
  public Optional<String> declaredLanguage() {
    return Optional.empty();
  }

  @Override
  public List<Segment> segments() {
    return segments;
  }

  @Override
  public Coverage coverage() {
    Map<String, Long> outside = new TreeMap<>(lyrics.outside());
    outside.values().removeIf(count -> count == 0);
    long total = outside.values().stream().mapToLong(Long::longValue).sum();
    for (Line line : lines) {
      total += Coverage.characters(line.text().source().plainText());
    }
    return new Coverage(total, outside);
  }

  @Override
  public List<String> notices() {
    return Stream.concat(file.doubt().stream(), lyrics.notices().stream()).toList();
  }

  @Override
  public List<String> merge(TargetLookup targets, OutputStream out) throws IOException {
    CueWriter writer = new CueWriter(syntax, targets.targetLanguage(), unlimited(options));
    List<Patch> patches = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Optional<CodedText> target = targets.target(segments.get(i).id());
      if (target.isPresent() && !target.get().equals(segments.get(i).source())) {
        patches.add(patch(lines.get(i), writer, target.get()));
      }
    }
    return file.source().write(patches, out).stream().toList();
  }

  /** Replaces a line, or adds another one that has its times. */
  private Patch patch(Line line, CueWriter writer, CodedText target) {
    String text = file.source().text();
    Patch patch = writer.patch(text, line.text(), target);
    if (!options.layout().isBilingual()) {
      return patch;
    }
    int start = line.lyric().start();
    int end = line.lyric().end();
    String added = text.substring(start, line.lyric().timesEnd()) + patch.replacement().strip();
    String lineEnd = file.source().lineEnd();
    return options.layout() == Layout.BILINGUAL_ABOVE
        ? new Patch(start, start, added + lineEnd)
        : new Patch(end, end, lineEnd + added);
  }

  @Override
  public void close() {}

  /** A line that shows a text, and what is translated of it. */
  private record Line(LyricLine lyric, CueText text) {}
}
