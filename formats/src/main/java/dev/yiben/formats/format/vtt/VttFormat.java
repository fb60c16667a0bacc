package dev.yiben.formats.format.vtt;

import dev.yiben.formats.cue.CueDocument;
import dev.yiben.formats.cue.CueTrack;
import dev.yiben.formats.cue.Oddities;
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
 * WebVTT subtitles, captions and chapters ({@code .vtt}).
 *
 * <p>Each cue that shows something is a segment, {@code cue/1} and so on; tags within it are codes,
 * lines that are only wrapped are joined, and a long pause begins a new stream. Header, comments,
 * styles, regions, identifiers, times and settings stay byte for byte (<a
 * href="https://www.w3.org/TR/webvtt1/">WebVTT</a>, sections 4 and 6).
 */
public final class VttFormat implements DocumentFormat {
  private static final int MAX_BYTES = 16 << 20;
  private static final int MAX_CUE_CHARACTERS = 100_000;
  private static final int MAX_CUES = 200_000;

  /** The signature of a file (section 6.1), also where a mark of byte order was doubled. */
  private static final Pattern SIGNATURE = Pattern.compile("\uFEFF*+WEBVTT(?=[ \\t\\r\\n]|$)");

  @Override
  public String id() {
    return "vtt";
  }

  @Override
  public Set<String> extensions() {
    return Set.of("vtt", "webvtt");
  }

  @Override
  public boolean matches(byte[] head) {
    return isWebVtt(
        new String(head, EncodingDetector.unicode(head).orElse(StandardCharsets.UTF_8)));
  }

  static boolean isWebVtt(String text) {
    return SIGNATURE.matcher(text).lookingAt();
  }

  @Override
  public Document open(Path file, FormatOptions options) {
    CueTrack.requireLayout(file, options);
    byte[] bytes = FileContent.read(file, MAX_BYTES, "subtitles");
    DetectedText detected = FileContent.decode(file, bytes, options);
    String text = detected.source().text();
    VttScanner scanner = VttScanner.scan(text);
    if (scanner.cues().isEmpty()) {
      throw new DocumentException(
          file, "no cue in it: no line such as 00:01.000 --> 00:02.000; check the file");
    }
    if (scanner.cues().size() > MAX_CUES) {
      throw new DocumentException(
          file, "%d cues, over %d; split it".formatted(scanner.cues().size(), MAX_CUES));
    }
    for (VttCue cue : scanner.cues()) {
      int length = cue.textEnd() - cue.textStart();
      if (length > MAX_CUE_CHARACTERS) {
        throw new DocumentException(
            file,
            "line " + Oddities.lineOf(text, cue.textStart()),
            "the text of a cue has %d characters, over %d; the file is damaged"
                .formatted(length, MAX_CUE_CHARACTERS));
      }
    }
    VttSyntax syntax = new VttSyntax(detected.source().lineEnd(), options.ruby());
    return new CueDocument(detected, syntax, VttCues.read(text, scanner, syntax), options);
  }
}
