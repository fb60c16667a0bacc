package dev.yiben.cli;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.Coverage;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentFormat;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.TargetLookup;
import dev.yiben.formats.pdf.score.Translated;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A format that remembers with what its files were translated. */
final class ScoredFormat implements DocumentFormat {
  private final DocumentFormat format;
  private final Map<Path, Translated> translated = new ConcurrentHashMap<>();

  ScoredFormat(DocumentFormat format) {
    this.format = format;
  }

  /** Returns what a file was translated with; empty if it was not written. */
  Optional<Translated> translated(Path file) {
    return Optional.ofNullable(translated.get(file));
  }

  @Override
  public String id() {
    return format.id();
  }

  @Override
  public Set<String> extensions() {
    return format.extensions();
  }

  @Override
  public boolean matches(byte[] head) {
    return format.matches(head);
  }

  @Override
  public Document open(Path file, FormatOptions options) {
    return new Scored(file, format.open(file, options));
  }

  /** An open file of the format. */
  private final class Scored implements Document {
    private final Path file;
    private final Document document;

    Scored(Path file, Document document) {
      this.file = file;
      this.document = document;
    }

    @Override
    public Optional<String> declaredLanguage() {
      return document.declaredLanguage();
    }

    @Override
    public List<Segment> segments() {
      return document.segments();
    }

    @Override
    public Coverage coverage() {
      return document.coverage();
    }

    @Override
    public List<String> notices() {
      return document.notices();
    }

    @Override
    public List<String> merge(TargetLookup targets, OutputStream out) throws IOException {
      List<String> problems = document.merge(targets, out);
      List<Segment> segments = document.segments();
      Map<SegmentId, CodedText> known = new HashMap<>();
      segments.forEach(
          segment ->
              targets.target(segment.id()).ifPresent(target -> known.put(segment.id(), target)));
      translated.put(file, new Translated(segments, known, problems, document.coverage()));
      return problems;
    }

    @Override
    public void close() {
      document.close();
    }
  }
}
