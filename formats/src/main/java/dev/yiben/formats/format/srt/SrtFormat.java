package dev.yiben.formats.format.srt;

import dev.yiben.formats.cue.CueTrack;
import dev.yiben.formats.encoding.DetectedText;
import dev.yiben.formats.encoding.EncodingDetector;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.DocumentFormat;
import dev.yiben.formats.format.FileContent;
import dev.yiben.formats.format.FormatOptions;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * SubRip subtitles ({@code .srt}).
 *
 * <p>Each cue that shows something is a segment, {@code cue/1} and so on; tags within it are codes,
 * lines that are only wrapped are joined, and a long pause begins a new stream. Encoding, line
 * ends, numbers, timing lines, positions and blank lines stay byte for byte.
 */
public final class SrtFormat implements DocumentFormat {
  private static final int MAX_BYTES = 16 << 20;
  private static final int MAX_CUE_CHARACTERS = 100_000;
  private static final int MAX_CUES = 200_000;
  private static final String WEBVTT = "WEBVTT";

  @Override
  public String id() {
    return "srt";
  }

  @Override
  public Set<String> extensions() {
    return Set.of("srt");
  }

  @Override
  public boolean matches(byte[] head) {
    String text = new String(head, EncodingDetector.unicode(head).orElse(StandardCharsets.UTF_8));
    return !isWebVtt(text) && !CueScanner.scan(text).isEmpty();
  }

  @Override
  public Document open(Path file, FormatOptions options) {
    CueTrack.requireLayout(file, options);
    byte[] bytes = FileContent.read(file, MAX_BYTES, "subtitles");
    DetectedText detected = FileContent.decode(file, bytes, options);
    String text = detected.source().text();
    if (isWebVtt(text)) {
      throw new DocumentException(file, "line 1", "this is WebVTT, not SRT; convert it first");
    }
    List<Cue> cues = CueScanner.scan(text);
    if (cues.isEmpty()) {
      Optional<Charset> claimed = EncodingDetector.unicode(bytes);
      if (claimed.isPresent() && !claimed.get().equals(detected.source().charset())) {
        throw new DocumentException(
            file, "the %s text is damaged or cut off; get the file again".formatted(claimed.get()));
      }
      throw new DocumentException(
          file, "no subtitle in it: no line such as 00:00:01,000 --> 00:00:02,000; check the file");
    }
    if (cues.size() > MAX_CUES) {
      throw new DocumentException(
          file, "%d cues, over %d; split it".formatted(cues.size(), MAX_CUES));
    }
    for (Cue cue : cues) {
      int length = cue.textEnd() - cue.textStart();
      if (length > MAX_CUE_CHARACTERS) {
        long line = 1 + text.substring(0, cue.textStart()).lines().count();
        throw new DocumentException(
            file,
            "line " + line,
            "the text of a cue has %d characters, over %d; the file is damaged"
                .formatted(length, MAX_CUE_CHARACTERS));
      }
    }
    return new SrtDocument(detected, cues, options);
  }

  private static boolean isWebVtt(String text) {
    return text.startsWith(WEBVTT) || text.startsWith("\uFEFF" + WEBVTT);
  }
}
