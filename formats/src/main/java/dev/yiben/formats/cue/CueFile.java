package dev.yiben.formats.cue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a subtitle file was found to hold.
 *
 * @param cues those that show something, in the order of the file
 * @param outside characters that are in no cue, by the rule that leaves them out
 * @param language that the file declares, as a BCP 47 tag
 * @param notices what is odd about the file, one line each
 */
public record CueFile(
    List<TimedCue> cues,
    Map<String, Long> outside,
    Optional<String> language,
    List<String> notices) {
  public CueFile {
    cues = List.copyOf(cues);
    outside = Map.copyOf(outside);
    notices = List.copyOf(notices);
  }
}
