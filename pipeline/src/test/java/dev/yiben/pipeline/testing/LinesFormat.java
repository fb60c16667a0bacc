package dev.yiben.pipeline.testing;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Inline;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.LengthLimit;
import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentHints;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.document.TextRun;
import dev.yiben.formats.format.Coverage;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.DocumentFormat;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.ProjectFile;
import dev.yiben.formats.format.TargetLookup;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The simplest format: a line is a segment, {@code <b>…</b>} a pair, {@code <x/>} a standalone
 * code, a line {@code ---} begins a stream, a line that starts with {@code # } is a heading. What
 * follows {@code //} are hints: {@code existing=…}, {@code limit=COLUMNS,COLUMNS OF A LINE,LINES},
 * {@code speaker=…}, {@code pause=MILLISECONDS}, {@code continues}.
 */
public final class LinesFormat implements DocumentFormat {
  private static final Pattern TAG = Pattern.compile("<(/?)[a-z]+(/?)>");

  @Override
  public String id() {
    return "lines";
  }

  @Override
  public Set<String> extensions() {
    return Set.of("lines");
  }

  @Override
  public boolean matches(byte[] head) {
    return false;
  }

  @Override
  public Document open(Path file, FormatOptions options) {
    try {
      List<String> lines = Files.readString(file).lines().toList();
      if (lines.contains("broken")) {
        throw new DocumentException(file, "line " + lines.indexOf("broken"), "is broken");
      }
      return new Lines(lines, false);
    } catch (IOException e) {
      throw new DocumentException(file, "file", "cannot be read", e);
    }
  }

  /** Returns a file that is made from another, and completed where it is there. */
  public ProjectFile completed(Path source, Path target) {
    return new ProjectFile() {
      @Override
      public Path source() {
        return Files.exists(target) ? target : source;
      }

      @Override
      public Path target() {
        return target.getFileName();
      }

      @Override
      public Document open() {
        return new Lines(((Lines) LinesFormat.this.open(source())).lines(), true);
      }
    };
  }

  /** The lines of a file, of which a completed one keeps the sources. */
  private record Lines(List<String> lines, boolean completed) implements Document {
    @Override
    public Optional<String> declaredLanguage() {
      return Optional.of("en");
    }

    @Override
    public List<Segment> segments() {
      List<Segment> segments = new ArrayList<>();
      int stream = 1;
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i);
        if (line.equals("---")) {
          stream++;
          continue;
        }
        Role role = line.startsWith("# ") ? Role.HEADING : Role.PARAGRAPH;
        String[] parts = line.split(" // ", 2);
        CodedText source = coded(parts[0]);
        segments.add(
            new Segment(id(i), source, role, "stream/" + stream)
                .with(parts.length == 1 ? SegmentHints.NONE : hints(source, parts[1])));
      }
      return segments;
    }

    private static SegmentHints hints(CodedText source, String list) {
      SegmentHints hints = SegmentHints.NONE;
      for (String hint : list.split(" (?=[a-z]+(?:=|$))", -1)) {
        String value = hint.substring(hint.indexOf('=') + 1);
        hints =
            switch (hint.split("=", 2)[0]) {
              case "existing" -> hints.withExisting(coded(value));
              case "limit" -> hints.withLimit(limit(value.split(",", -1)));
              case "speaker" -> hints.withSpeaker(value);
              case "pause" -> hints.withPause(Long.parseLong(value));
              case "continues" -> hints.withContinues(true);
              default -> throw new IllegalArgumentException(hint + " of " + source);
            };
      }
      return hints;
    }

    private static LengthLimit limit(String[] numbers) {
      return new LengthLimit(
          Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]), Integer.parseInt(numbers[2]));
    }

    private static SegmentId id(int line) {
      return new SegmentId("line/" + (line + 1));
    }

    private static CodedText coded(String line) {
      CodedText.Builder text = CodedText.builder();
      Deque<Integer> open = new ArrayDeque<>();
      Matcher tag = TAG.matcher(line);
      int end = 0;
      while (tag.find()) {
        text.text(line.substring(end, tag.start()));
        if (!tag.group(2).isEmpty()) {
          text.standalone(tag.group(), "");
        } else if (tag.group(1).isEmpty()) {
          open.push(text.open(tag.group()));
        } else {
          text.close(open.pop(), tag.group());
        }
        end = tag.end();
      }
      return text.text(line.substring(end)).build();
    }

    @Override
    public Coverage coverage() {
      long total =
          segments().stream().mapToLong(s -> Coverage.characters(s.source().plainText())).sum();
      return new Coverage(total, Map.of());
    }

    @Override
    public List<String> notices() {
      return List.of();
    }

    @Override
    public List<String> merge(TargetLookup targets, OutputStream out) throws IOException {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < lines.size(); i++) {
        String target = targets.target(id(i)).map(Lines::written).orElse("");
        text.append(target.isEmpty() || completed ? lines.get(i) : "")
            .append(target.isEmpty() || !completed ? "" : " // existing=")
            .append(target)
            .append('\n');
      }
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
      return List.of();
    }

    private static String written(CodedText target) {
      StringBuilder text = new StringBuilder();
      for (Inline inline : target.content()) {
        text.append(inline instanceof TextRun run ? run.text() : ((InlineCode) inline).original());
      }
      return text.toString();
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
