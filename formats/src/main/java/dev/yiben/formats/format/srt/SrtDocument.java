package dev.yiben.formats.format.srt;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.encoding.DetectedText;
import dev.yiben.formats.format.Coverage;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.TargetLookup;
import dev.yiben.formats.splice.Patch;
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
  private final List<CueText> texts;
  private final List<Segment> segments;
  private final Coverage coverage;

  SrtDocument(DetectedText file, List<Cue> cues) {
    this.file = file;
    String text = file.source().text();
    List<CueText> found = new ArrayList<>();
    List<Segment> read = new ArrayList<>();
    for (Cue cue : cues) {
      Optional<CueText> shown = CueText.of(text, cue);
      if (shown.isPresent()) {
        found.add(shown.get());
        read.add(segment(cue, shown.get().source()));
      }
    }
    texts = List.copyOf(found);
    segments = List.copyOf(read);
    coverage = coverage(text.substring(0, cues.get(0).start()));
  }

  private static Segment segment(Cue cue, CodedText source) {
    return new Segment(
        new SegmentId("cue/" + cue.number()), source, Role.CUE, "scene/" + cue.scene());
  }

  private Coverage coverage(String preamble) {
    long total = 0;
    long plain = 0;
    for (CueText found : texts) {
      total += Coverage.characters(found.source().visibleText());
      plain += Coverage.characters(found.source().plainText());
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
    CueWriter writer = new CueWriter(file.source().lineEnd());
    List<Patch> patches = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      Optional<CodedText> target = targets.target(segments.get(i).id());
      CueText text = texts.get(i);
      if (target.isPresent() && !target.get().equals(text.source())) {
        patches.add(new Patch(text.start(), text.end(), writer.write(target.get())));
      }
    }
    return file.source().write(patches, out).stream().toList();
  }

  @Override
  public void close() {}
}
