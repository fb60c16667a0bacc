package dev.yiben.formats.format.renpy;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
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
import java.util.stream.Stream;

/** An open script or translation file, held in memory. */
final class RenpyDocument implements Document {
  private final DetectedText file;
  private final List<TextUnit> units;
  private final List<String> notices;

  RenpyDocument(DetectedText file, List<TextUnit> units, List<String> notices) {
    this.file = file;
    this.units = List.copyOf(units);
    this.notices = Stream.concat(file.doubt().stream(), notices.stream()).toList();
  }

  @Override
  public Optional<String> declaredLanguage() {
    return Optional.empty();
  }

  @Override
  public List<Segment> segments() {
    return units.stream().map(TextUnit::segment).toList();
  }

  @Override
  public Coverage coverage() {
    long total = 0;
    long plain = 0;
    for (TextUnit unit : units) {
      CodedText source = unit.segment().source();
      total += Coverage.characters(source.visibleText());
      plain += Coverage.characters(source.plainText());
    }
    return new Coverage(total, total > plain ? Map.of("inline-code", total - plain) : Map.of());
  }

  @Override
  public List<String> notices() {
    return notices;
  }

  @Override
  public List<String> merge(TargetLookup targets, OutputStream out) throws IOException {
    List<Patch> patches = new ArrayList<>();
    for (TextUnit unit : units) {
      Optional<CodedText> target = targets.target(unit.segment().id());
      if (target.isPresent() && !target.get().equals(unit.segment().source())) {
        patches.add(unit.place().patch(unit.text().value(target.get())));
      }
    }
    return file.source().write(patches, out).stream().toList();
  }

  @Override
  public void close() {}
}
