package dev.yiben.formats.format.srt;

import dev.yiben.formats.cue.CueDocument;
import dev.yiben.formats.cue.CueFile;
import dev.yiben.formats.cue.CueSyntax;
import dev.yiben.formats.cue.CueText;
import dev.yiben.formats.cue.CueTrack;
import dev.yiben.formats.cue.Oddities;
import dev.yiben.formats.cue.Oddity;
import dev.yiben.formats.cue.Speakers;
import dev.yiben.formats.cue.TimedCue;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.encoding.DetectedText;
import dev.yiben.formats.encoding.EncodingDetector;
import dev.yiben.formats.format.Coverage;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.DocumentFormat;
import dev.yiben.formats.format.FileContent;
import dev.yiben.formats.format.FormatOptions;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    return !isWebVtt(text) && !CueScanner.scan(text, new Oddities()).isEmpty();
  }

  @Override
  public Document open(Path file, FormatOptions options) {
    CueTrack.requireLayout(file, options);
    byte[] bytes = FileContent.read(file, MAX_BYTES, "subtitles");
    DetectedText detected = FileContent.decode(file, bytes, options);
    String text = detected.source().text();
    if (isWebVtt(text)) {
      throw new DocumentException(file, "line 1", "this is WebVTT, not SRT; use --format vtt");
    }
    Oddities oddities = new Oddities();
    List<Cue> cues = CueScanner.scan(text, oddities);
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
        int line = Oddities.lineOf(text, cue.textStart());
        throw new DocumentException(
            file,
            "line " + line,
            "the text of a cue has %d characters, over %d; the file is damaged"
                .formatted(length, MAX_CUE_CHARACTERS));
      }
    }
    SrtSyntax syntax = new SrtSyntax(detected.source().lineEnd());
    return new CueDocument(detected, syntax, content(text, cues, syntax, oddities), options);
  }

  private static CueFile content(String text, List<Cue> cues, CueSyntax syntax, Oddities oddities) {
    List<TimedCue> shown = new ArrayList<>();
    for (Cue cue : cues) {
      Optional<CueText> part = CueText.of(text, cue.textStart(), cue.textEnd(), syntax);
      if (part.isEmpty()) {
        oddities.add(Oddity.NO_TEXT, cue.start());
        continue;
      }
      shown.add(
          new TimedCue(
              new SegmentId("cue/" + cue.number()),
              part.get(),
              cue.startMillis(),
              cue.endMillis(),
              Speakers.label(part.get().source().visibleText())));
    }
    oddities.addTimes(shown);
    long before = Coverage.characters(text.substring(0, cues.get(0).start()));
    return new CueFile(
        shown, Map.of("before-first-cue", before), Optional.empty(), oddities.notices(text));
  }

  private static boolean isWebVtt(String text) {
    return text.startsWith(WEBVTT) || text.startsWith("\uFEFF" + WEBVTT);
  }
}
