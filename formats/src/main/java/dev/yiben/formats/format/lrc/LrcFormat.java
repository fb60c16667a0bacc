package dev.yiben.formats.format.lrc;

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

/**
 * Lyrics with times ({@code .lrc}).
 *
 * <p>Each line that shows something is a segment, {@code line/1} and so on; times of words in it
 * are codes. Times of lines, metadata and all else stay byte for byte.
 */
public final class LrcFormat implements DocumentFormat {
  private static final int MAX_BYTES = 4 << 20;

  @Override
  public String id() {
    return "lrc";
  }

  @Override
  public Set<String> extensions() {
    return Set.of("lrc");
  }

  @Override
  public boolean matches(byte[] head) {
    String text = new String(head, EncodingDetector.unicode(head).orElse(StandardCharsets.UTF_8));
    return LyricsScanner.scan(text).isTimed();
  }

  @Override
  public Document open(Path file, FormatOptions options) {
    CueTrack.requireLayout(file, options);
    DetectedText detected = FileContent.readText(file, MAX_BYTES, "lyrics", options);
    Lyrics lyrics = LyricsScanner.scan(detected.source().text());
    if (!lyrics.isTimed()) {
      throw new DocumentException(
          file, "no lyrics in it: no line such as [00:12.34]…; check the file");
    }
    return new LrcDocument(detected, lyrics, options);
  }
}
