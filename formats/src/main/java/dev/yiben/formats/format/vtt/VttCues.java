package dev.yiben.formats.format.vtt;

import dev.yiben.formats.cue.CueFile;
import dev.yiben.formats.cue.CueText;
import dev.yiben.formats.cue.Oddities;
import dev.yiben.formats.cue.Oddity;
import dev.yiben.formats.cue.Piece;
import dev.yiben.formats.cue.Speakers;
import dev.yiben.formats.cue.TimedCue;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.Coverage;
import dev.yiben.formats.markup.Characters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text of cues. */
final class VttCues {
  private static final Pattern VOICE =
      Pattern.compile("<v(?:\\.[^\\s<>]*+)?+[ \\t\\r\\n]++(?<name>[^<>]++)>");

  /** What programs read rather than people: JSON, and addresses of pictures. */
  private static final Pattern METADATA =
      Pattern.compile(
          "(?s)\\{\\s*+(?:\"[^\"]*+\"\\s*+:.*)?\\}|\\[\\s*+[\\[{\"\\d].*[\\]}\"\\d]\\s*+\\]"
              + "|[^\\s<>]+\\.(?i:jpe?g|png|gif|webp|svg|mp4|vtt)(?:[?#]\\S*+)?+|https?://\\S++");

  private VttCues() {}

  static CueFile read(String text, VttScanner scanner, VttSyntax syntax) {
    Oddities oddities = scanner.oddities();
    Map<String, Long> outside = new TreeMap<>(scanner.outside());
    List<TimedCue> shown = new ArrayList<>();
    for (VttCue cue : scanner.cues()) {
      Optional<CueText> part = CueText.of(text, cue.textStart(), cue.textEnd(), syntax);
      if (part.isEmpty()) {
        oddities.add(Oddity.NO_TEXT, cue.start());
        continue;
      }
      String raw = text.substring(cue.textStart(), cue.textEnd());
      for (Piece piece : syntax.pieces(raw, 0, raw.length())) {
        if (piece.kind() == Piece.Kind.OMITTED) {
          outside.merge("ruby-reading", Coverage.characters(piece.visible()), Long::sum);
        }
      }
      shown.add(
          new TimedCue(
              new SegmentId("cue/" + cue.number()),
              part.get(),
              cue.startMillis(),
              cue.endMillis(),
              voice(raw).or(() -> Speakers.label(part.get().source().visibleText())),
              METADATA.matcher(raw.strip()).matches()
                  ? Optional.of("metadata")
                  : Optional.empty()));
    }
    oddities.addTimes(shown);
    return new CueFile(shown, outside, scanner.language(), oddities.notices(text));
  }

  /** Returns the voice of a cue that has but one (section 4.2.2). */
  private static Optional<String> voice(String raw) {
    Matcher matcher = VOICE.matcher(raw);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String name = Characters.decode(raw, matcher.start("name"), matcher.end("name")).strip();
    while (matcher.find()) {
      if (!matcher.group("name").strip().equals(name)) {
        return Optional.empty();
      }
    }
    return name.isEmpty() ? Optional.empty() : Optional.of(name.replaceAll("\\s+", " "));
  }
}
