package dev.yiben.formats.format.ass;

import dev.yiben.formats.cue.CueSyntax;
import dev.yiben.formats.cue.CueText;
import dev.yiben.formats.cue.CueTrack;
import dev.yiben.formats.cue.CueWriter;
import dev.yiben.formats.cue.TimedCue;
import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentHints;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.encoding.DetectedText;
import dev.yiben.formats.format.Coverage;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.TargetLookup;
import dev.yiben.formats.splice.Patch;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** An open script, held in memory. */
final class AssDocument implements Document {
  private static final int SOFT_BREAKS = 2;
  private static final int LONGEST_NAME = 60;

  private final DetectedText file;
  private final Script script;
  private final FormatOptions options;
  private final CueSyntax syntax;
  private final List<Line> lines = new ArrayList<>();
  private final List<Segment> segments;
  private final Coverage coverage;

  AssDocument(DetectedText file, Script script, FormatOptions options) {
    this.file = file;
    this.script = script;
    this.options = options;
    this.syntax = new AssSyntax(script.wrapStyle() == SOFT_BREAKS);
    String text = file.source().text();
    for (Event event : script.events()) {
      CueText.of(text, event.textStart(), event.textEnd(), syntax)
          .ifPresent(shown -> lines.add(new Line(event, shown)));
    }
    this.segments = segments(text);
    this.coverage = coverage(text);
  }

  private List<Segment> segments(String text) {
    EventRules rules = new EventRules(script.karaokeTemplates());
    List<TimedCue> cues = new ArrayList<>();
    long last = 0;
    for (Line line : lines) {
      cues.add(cue(line, rules, last));
      last = line.event().end().orElse(last);
    }
    List<Segment> all = new ArrayList<>(CueTrack.segments(cues, options));
    boolean[] repeated = repeated();
    for (int i = 0; i < all.size(); i++) {
      Event event = lines.get(i).event();
      if (rules.isSign(event, text.substring(event.textStart(), event.textEnd()))) {
        all.set(i, sign(all.get(i), SegmentHints.NONE.withPause(all.get(i).hints().pauseMillis())));
      } else if (repeated[i]) {
        all.set(i, sign(all.get(i), all.get(i).hints().withContinues(false)));
      }
    }
    return List.copyOf(all);
  }

  /** Finds lines that show a text together or on: its outlines and shadows, the frames of it. */
  private boolean[] repeated() {
    boolean[] repeated = new boolean[lines.size()];
    Map<String, Integer> latest = new HashMap<>();
    for (int i = 0; i < repeated.length; i++) {
      Event event = lines.get(i).event();
      Integer other = latest.put(lines.get(i).text().source().marked(), i);
      if (other != null && event.touches(lines.get(other).event())) {
        repeated[i] = true;
        repeated[other] = true;
      }
    }
    return repeated;
  }

  /** A line whose times cannot be read belongs to the scene of the line before. */
  private static TimedCue cue(Line line, EventRules rules, long last) {
    Event event = line.event();
    return new TimedCue(
        new SegmentId("cue/" + event.number()),
        line.text(),
        event.isTimed() ? event.start().getAsLong() : last,
        event.isTimed() ? event.end().getAsLong() : last,
        Optional.of(event.name()).filter(name -> !name.isBlank() && name.length() <= LONGEST_NAME),
        rules.skipRule(event));
  }

  private static Segment sign(Segment cue, SegmentHints hints) {
    return new Segment(cue.id(), cue.source(), Role.SIGN, cue.stream(), cue.skipRule(), hints);
  }

  private Coverage coverage(String text) {
    Map<String, Long> outside = new TreeMap<>(script.outside());
    long inside = 0;
    for (Line line : lines) {
      CodedText source = line.text().source();
      long plain = Coverage.characters(source.plainText());
      inside += plain;
      outside.merge("inline-code", Coverage.characters(source.visibleText()) - plain, Long::sum);
    }
    for (Event event : script.events()) {
      String remarks = OverrideTags.remarks(text.substring(event.textStart(), event.textEnd()));
      outside.merge("remark", Coverage.characters(remarks), Long::sum);
    }
    outside.values().removeIf(count -> count == 0);
    return new Coverage(
        inside + outside.values().stream().mapToLong(Long::longValue).sum(), outside);
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
    return coverage;
  }

  @Override
  public List<String> notices() {
    return Stream.concat(file.doubt().stream(), script.notices().stream()).toList();
  }

  @Override
  public List<String> merge(TargetLookup targets, OutputStream out) throws IOException {
    String text = file.source().text();
    CueWriter writer = new CueWriter(syntax, targets.targetLanguage(), options);
    SecondStyles styles = new SecondStyles(text, script);
    List<Patch> patches = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      Segment segment = segments.get(i);
      Optional<CodedText> target =
          segment.skipRule().isPresent() ? Optional.empty() : targets.target(segment.id());
      if (target.isPresent() && !target.get().equals(segment.source())) {
        Patch patch = writer.patch(text, line.text(), target.get());
        patches.add(options.layout().isBilingual() ? styled(patch, line, styles) : patch);
      }
    }
    patches.addAll(styles.patches(file.source().lineEnd()));
    return file.source().write(patches, out).stream().toList();
  }

  /** Has what stands below in its own style. */
  private Patch styled(Patch patch, Line line, SecondStyles styles) {
    CueText shown = line.text();
    String leading = file.source().text().substring(shown.outerStart(), shown.start());
    String overrides = styles.overrides(line.event(), leading);
    int afterBreak = syntax.lineBreak().length();
    String written = patch.replacement();
    return patch.start() == shown.end()
        ? new Patch(
            patch.start(),
            patch.end(),
            written.substring(0, afterBreak) + overrides + written.substring(afterBreak))
        : new Patch(patch.start(), patch.end(), written + overrides);
  }

  @Override
  public void close() {}

  /** A line that shows a text, and what is translated of it. */
  private record Line(Event event, CueText text) {}
}
