package dev.yiben.formats.format.txt;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
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

/** An open text, held in memory. */
final class TxtDocument implements Document {
  private final DetectedText file;
  private final FormatOptions options;
  private final Wrapping wrapping;
  private final List<Paragraph> paragraphs = new ArrayList<>();
  private final List<Segment> segments = new ArrayList<>();
  private final Coverage coverage;

  TxtDocument(DetectedText file, List<Line> lines, FormatOptions options) {
    this.file = file;
    this.options = options;
    this.wrapping = Wrapping.of(lines);
    long separators = 0;
    Map<String, String> otherIndents = new HashMap<>();
    Streams streams = new Streams(lines);
    for (ParagraphLines found : ParagraphFinder.find(lines, wrapping)) {
      if (found.lines().stream().allMatch(Line::isSeparator)) {
        separators += Coverage.characters(text(found));
        continue;
      }
      String indent = found.first().indent();
      Paragraph paragraph = Paragraph.of(found, Optional.ofNullable(otherIndents.get(indent)));
      if (found.lines().size() > 1) {
        otherIndents.put(indent, paragraph.otherIndent());
      }
      paragraphs.add(paragraph);
      String stream = streams.of(paragraph);
      for (CodedText piece : paragraph.pieces()) {
        SegmentId id = new SegmentId("paragraph/" + (segments.size() + 1));
        segments.add(new Segment(id, piece, paragraph.role(), stream, paragraph.skipRule()));
      }
    }
    this.coverage = coverage(separators);
  }

  private String text(ParagraphLines lines) {
    return file.source().text().substring(lines.first().start(), lines.last().end());
  }

  private Coverage coverage(long separators) {
    long total = Coverage.characters(file.source().text());
    long inside =
        segments.stream()
            .mapToLong(segment -> Coverage.characters(segment.source().plainText()))
            .sum();
    long codes =
        segments.stream()
            .flatMap(segment -> segment.source().codes().stream())
            .mapToLong(code -> Coverage.characters(code.original()))
            .sum();
    Map<String, Long> outside = new TreeMap<>();
    outside.put("separator", separators);
    outside.put("control-character", codes);
    outside.put("list-or-table-mark", total - inside - codes - separators);
    outside.values().removeIf(count -> count == 0);
    return new Coverage(total, outside);
  }

  @Override
  public Optional<String> declaredLanguage() {
    return Optional.empty();
  }

  @Override
  public List<Segment> segments() {
    return List.copyOf(segments);
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
    ParagraphWriter writer =
        new ParagraphWriter(options.lineWrap(), wrapping, targets.targetLanguage());
    List<Patch> patches = new ArrayList<>();
    int next = 0;
    for (Paragraph paragraph : paragraphs) {
      boolean changed = false;
      List<CodedText> pieces = new ArrayList<>();
      for (CodedText source : paragraph.pieces()) {
        Optional<CodedText> target =
            paragraph.skipRule().isPresent()
                ? Optional.empty()
                : targets.target(segments.get(next).id()).filter(text -> !text.isBlank());
        changed |= target.filter(text -> !text.equals(source)).isPresent();
        pieces.add(target.orElse(source));
        next++;
      }
      if (changed) {
        patches.add(patch(paragraph, writer.write(paragraph, pieces, lineEnd(paragraph))));
      }
    }
    return file.source().write(patches, out).stream().toList();
  }

  private Patch patch(Paragraph paragraph, String written) {
    Line first = paragraph.lines().first();
    String lineEnd = lineEnd(paragraph);
    String between = paragraph.lines().ownBlock() ? lineEnd + lineEnd : lineEnd;
    String line = first.indent() + paragraph.marker() + written;
    return switch (options.layout()) {
      case TARGET -> new Patch(paragraph.start(), paragraph.end(), written);
      case BILINGUAL_ABOVE -> new Patch(first.start(), first.start(), line + between);
      case BILINGUAL, BILINGUAL_SIDE -> {
        int end = paragraph.lines().last().end();
        yield new Patch(end, end, between + line);
      }
    };
  }

  private String lineEnd(Paragraph paragraph) {
    String own = paragraph.lines().first().lineEnd();
    return own.isEmpty() || own.equals("\f") ? file.source().lineEnd() : own;
  }

  @Override
  public void close() {}
}
