package dev.yiben.formats.format.srt;

import dev.yiben.formats.cue.CueSyntax;
import dev.yiben.formats.cue.CueText;
import dev.yiben.formats.cue.CueTrack;
import dev.yiben.formats.cue.CueWriter;
import dev.yiben.formats.cue.Speakers;
import dev.yiben.formats.cue.TimedCue;
import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.encoding.DetectedText;
import dev.yiben.formats.format.Coverage;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.TargetLookup;
import dev.yiben.formats.splice.Patch;
import dev.yiben.formats.splice.SourceText;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An open subtitle file, held in memory. */
final class SrtDocument implements Document {
  private final DetectedText file;
  private final FormatOptions options;
  private final List<TimedCue> cues;
  private final List<Segment> segments;
  private final Coverage coverage;

  SrtDocument(DetectedText file, List<Cue> scanned, FormatOptions options) {
    this.file = file;
    this.options = options;
    String text = file.source().text();
    CueSyntax syntax = new SrtSyntax(file.source().lineEnd());
    List<TimedCue> found = new ArrayList<>();
    for (Cue cue : scanned) {
      CueText.of(text, cue.textStart(), cue.textEnd(), syntax)
          .ifPresent(shown -> found.add(timed(cue, shown)));
    }
    cues = List.copyOf(found);
    segments = CueTrack.segments(cues, options);
    coverage = coverage(text.substring(0, scanned.get(0).start()));
  }

  private static TimedCue timed(Cue cue, CueText shown) {
    return new TimedCue(
        new SegmentId("cue/" + cue.number()),
        shown,
        cue.startMillis(),
        cue.endMillis(),
        Speakers.label(shown.source().visibleText()));
  }

  private Coverage coverage(String preamble) {
    long total = 0;
    long plain = 0;
    for (TimedCue cue : cues) {
      CodedText source = cue.text().source();
      total += Coverage.characters(source.visibleText());
      plain += Coverage.characters(source.plainText());
    }
    Map<String, Long> outside = new TreeMap<>();
    if (total > plain) {
      outside.put("inline-code", total - plain);
    }
    long before = Coverage.characters(preamble);
    if (before > 0) {
      outside.put("before-first-cue", before);
    }
    return new Coverage(total + before, outside);
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
    return file.doubt().stream().toList();
  }

  @Override
  public List<String> merge(TargetLookup targets, OutputStream out) throws IOException {
    SourceText source = file.source();
    CueWriter writer =
        new CueWriter(new SrtSyntax(source.lineEnd()), targets.targetLanguage(), options);
    List<Patch> patches = new ArrayList<>();
    for (TimedCue cue : cues) {
      Optional<CodedText> target = targets.target(cue.id());
      if (target.isPresent() && !target.get().equals(cue.text().source())) {
        patches.add(writer.patch(source.text(), cue.text(), target.get()));
      }
    }
    return file.source().write(patches, out).stream().toList();
  }

  @Override
  public void close() {}
}
