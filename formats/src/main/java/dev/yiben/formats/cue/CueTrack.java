package dev.yiben.formats.cue;

import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentHints;
import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.Layout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The cues of a file as segments that know their scene, their pause, their speaker, their room and
 * whether their sentence goes on.
 */
public final class CueTrack {
  /** A sentence that goes on does so soon. */
  private static final long SOON_MILLIS = 1500;

  private CueTrack() {}

  /**
   * Refuses layouts that subtitles have no room for.
   *
   * @throws DocumentException if the layout is one of them
   */
  public static void requireLayout(Path file, FormatOptions options) {
    if (options.layout() == Layout.BILINGUAL_SIDE) {
      throw new DocumentException(
          file, "subtitles have no room for --layout bilingual-side; use --layout bilingual");
    }
  }

  /**
   * Returns the segments of cues, in the order of the file.
   *
   * <p>A scene ends where no cue is shown for longer than the options' gap, whatever the order of
   * the cues in the file; where the file goes back to a scene, a stream begins anew.
   */
  public static List<Segment> segments(List<TimedCue> cues, FormatOptions options) {
    Timeline timeline = Timeline.of(cues, options.subtitles().sceneGap().toMillis());
    SentenceFlow flow = SentenceFlow.of(cues);
    Optional<ReadingRoom> room =
        options.targetLanguage().map(language -> ReadingRoom.of(language, options));
    List<Segment> segments = new ArrayList<>(cues.size());
    int stream = 0;
    for (int i = 0; i < cues.size(); i++) {
      TimedCue cue = cues.get(i);
      boolean sameScene = i > 0 && timeline.scene(i) == timeline.scene(i - 1);
      stream += sameScene ? 0 : 1;
      boolean goesOn =
          i + 1 < cues.size()
              && timeline.scene(i) == timeline.scene(i + 1)
              && Math.abs(cues.get(i + 1).startMillis() - cue.lastMillis()) <= SOON_MILLIS
              && cue.skipRule().equals(cues.get(i + 1).skipRule())
              && flow.goesOn(i);
      SegmentHints hints =
          new SegmentHints(
              Optional.empty(),
              room.flatMap(some -> some.limit(cue.text().source(), cue.millis())),
              cue.speaker(),
              sameScene ? timeline.pause(i) : 0,
              goesOn);
      if (cue.startMillis() >= 0) {
        hints = hints.withStart(cue.startMillis());
      }
      segments.add(
          new Segment(
              cue.id(), cue.text().source(), Role.CUE, "scene/" + stream, cue.skipRule(), hints));
    }
    return segments;
  }

  /** When cues show, by their numbers. */
  private static final class Timeline {
    private final int[] scenes;
    private final long[] pauses;

    private Timeline(int[] scenes, long[] pauses) {
      this.scenes = scenes;
      this.pauses = pauses;
    }

    static Timeline of(List<TimedCue> cues, long gap) {
      int[] scenes = new int[cues.size()];
      long[] pauses = new long[cues.size()];
      List<Integer> byTime =
          IntStream.range(0, cues.size())
              .boxed()
              .sorted(Comparator.comparingLong(i -> cues.get(i).startMillis()))
              .toList();
      int scene = 0;
      long end = Long.MAX_VALUE;
      for (int i : byTime) {
        TimedCue cue = cues.get(i);
        if (cue.startMillis() > end) {
          pauses[i] = cue.startMillis() - end;
          scene += pauses[i] > gap ? 1 : 0;
        }
        scenes[i] = scene;
        end = Math.max(end == Long.MAX_VALUE ? 0 : end, cue.lastMillis());
      }
      return new Timeline(scenes, pauses);
    }

    int scene(int cue) {
      return scenes[cue];
    }

    long pause(int cue) {
      return pauses[cue];
    }
  }
}
