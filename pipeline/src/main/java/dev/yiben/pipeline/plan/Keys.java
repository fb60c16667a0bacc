package dev.yiben.pipeline.plan;

import dev.yiben.formats.document.LengthLimit;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentHints;
import dev.yiben.glossary.Persona;
import dev.yiben.glossary.TermMatch;
import dev.yiben.pipeline.prompt.Guidance;
import dev.yiben.pipeline.prompt.PromptLine;
import java.util.List;
import java.util.Set;

/** Makes the keys of a document's segments. */
final class Keys {
  private final List<Segment> segments;
  private final Fingerprint settings;
  private final Guidance guidance;
  private final String withoutTerms;

  /**
   * Creates the keys of a document.
   *
   * @param settings fingerprint of all that shapes a translation but the segment and its terms
   */
  Keys(List<Segment> segments, Fingerprint settings, Guidance guidance) {
    this.guidance = guidance;
    this.segments = segments;
    this.settings = settings;
    this.withoutTerms = settings.withTerms(List.of()).value();
  }

  /** Returns the key under which the target of a segment is kept. */
  SegmentKey key(int index, List<TermMatch> terms) {
    Segment segment = segments.get(index);
    return new SegmentKey(
        segment.id(),
        Fingerprint.of(segment.source().marked()).value(),
        withPersonas(
            segment,
            withHints(
                segment.hints(),
                terms.isEmpty() ? withoutTerms : settings.withTerms(terms).value())));
  }

  private String withPersonas(Segment segment, String settings) {
    Set<Persona> personas =
        guidance.of(new PromptLine(segment.source().marked(), List.of(), 0, segment.hints()));
    return personas.isEmpty() ? settings : Fingerprint.of(settings, personas.toString()).value();
  }

  private static String withHints(SegmentHints hints, String settings) {
    return hints.limit().isEmpty() && hints.speaker().isEmpty()
        ? settings
        : Fingerprint.of(
                settings,
                hints.limit().map(LengthLimit::toString).orElse(""),
                hints.speaker().orElse(""))
            .value();
  }

  /**
   * Returns the key that segments share which may share a target. Labels read the same wherever
   * they stand; running text only between the same neighbours, for "Yes." may be a different word
   * in another dialogue.
   */
  String memoryKey(int index, SegmentKey key) {
    Segment segment = segments.get(index);
    if (segment.role().isLabel()) {
      return Fingerprint.of("label", key.sourceHash(), key.settingsHash()).value();
    }
    Neighbours neighbours = Neighbours.of(segments, index);
    return Fingerprint.of(
            "text", key.sourceHash(), key.settingsHash(), neighbours.before(), neighbours.after())
        .value();
  }
}
