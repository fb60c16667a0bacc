package dev.yiben.formats.format.ass;

import dev.yiben.formats.cue.CueTrack;
import dev.yiben.formats.encoding.DetectedText;
import dev.yiben.formats.encoding.EncodingDetector;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.DocumentFormat;
import dev.yiben.formats.format.FileContent;
import dev.yiben.formats.format.FormatOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Subtitles of Advanced SubStation Alpha ({@code .ass}) and SubStation Alpha ({@code .ssa}).
 *
 * <p>Each {@code Dialogue} line that shows something is a segment, {@code cue/1} and so on, by its
 * number among these lines; override tags in it are codes. All else stays byte for byte.
 */
public final class AssFormat implements DocumentFormat {
  private static final int MAX_BYTES = 64 << 20;
  private static final int MAX_EVENTS = 200_000;
  private static final Pattern MARK =
      Pattern.compile(
          "(?im)^[\\s\\p{Cf}]*+\\[(?:script info|v4\\+?+ styles|events)\\]"
              + "|^Dialogue:[^,\\n]*+,\\s*+\\d++:\\d\\d:\\d\\d\\.\\d++,\\s*+\\d++:\\d\\d:\\d\\d\\.\\d++,");

  @Override
  public String id() {
    return "ass";
  }

  @Override
  public Set<String> extensions() {
    return Set.of("ass", "ssa");
  }

  @Override
  public boolean matches(byte[] head) {
    String text = new String(head, EncodingDetector.unicode(head).orElse(StandardCharsets.UTF_8));
    return MARK.matcher(text).find();
  }

  @Override
  public Document open(Path file, FormatOptions options) {
    CueTrack.requireLayout(file, options);
    DetectedText detected = FileContent.readText(file, MAX_BYTES, "subtitles", options);
    Script script = ScriptScanner.scan(detected.source().text());
    if (script.events().isEmpty() && !script.outside().containsKey("broken-line")) {
      throw new DocumentException(
          file, "no subtitle in it: no line such as Dialogue: 0,0:00:01.00,…; check the file");
    }
    if (script.events().size() > MAX_EVENTS) {
      throw new DocumentException(
          file, "%d lines, over %d; split it".formatted(script.events().size(), MAX_EVENTS));
    }
    return new AssDocument(detected, script, options);
  }
}
