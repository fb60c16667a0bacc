package dev.yiben.formats.cue;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.encoding.DetectedText;
import dev.yiben.formats.format.Coverage;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.TargetLookup;
import dev.yiben.formats.splice.Patch;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** An open subtitle file, held in memory, in which nothing but the text of cues ever changes. */
public final class CueDocument implements Document {
  private final DetectedText file;
  private final CueSyntax syntax;
  private final FormatOptions options;
  private final CueFile content;
  private final List<Segment> segments;

  /** Creates a document of what a file was found to hold. */
  public CueDocument(DetectedText file, CueSyntax syntax, CueFile content, FormatOptions options) {
    this.file = file;
    this.syntax = syntax;
    this.options = options;
    this.content = content;
    this.segments = CueTrack.segments(content.cues(), options);
  }

  @Override
  public Optional<String> declaredLanguage() {
    return content.language();
  }

  @Override
  public List<Segment> segments() {
    return segments;
  }

  @Override
  public Coverage coverage() {
    long shown = 0;
    long plain = 0;
    for (TimedCue cue : content.cues()) {
      CodedText source = cue.text().source();
      shown += Coverage.characters(source.visibleText());
      plain += Coverage.characters(source.plainText());
    }
    Map<String, Long> outside = new TreeMap<>(content.outside());
    outside.put("inline-code", shown - plain);
    outside.values().removeIf(count -> count == 0);
    long total = plain + outside.values().stream().mapToLong(Long::longValue).sum();
    return new Coverage(total, outside);
  }

  @Override
  public List<String> notices() {
    return Stream.concat(file.doubt().stream(), content.notices().stream()).toList();
  }

  @Override
  public List<String> merge(TargetLookup targets, OutputStream out) throws IOException {
    String text = file.source().text();
    CueWriter writer = new CueWriter(syntax, targets.targetLanguage(), options);
    List<Patch> patches = new ArrayList<>();
    for (TimedCue cue : content.cues()) {
      // A target that shows nothing would leave a cue without text, which players drop.
      Optional<CodedText> target =
          cue.skipRule().isPresent()
              ? Optional.empty()
              : targets.target(cue.id()).filter(found -> !found.visibleText().isBlank());
      if (target.isPresent() && !target.get().equals(cue.text().source())) {
        patches.add(writer.patch(text, cue.text(), target.get()));
      }
    }
    return file.source().write(patches, out).stream().toList();
  }

  @Override
  public void close() {}
}
