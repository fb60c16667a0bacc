package dev.yiben.formats.format.renpy;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentHints;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.SpeakerNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes segments of the translations in a file. */
final class CatalogueUnits {
  private static final Pattern DIGEST = Pattern.compile("_[0-9a-f]{8}(?:_[0-9]{1,6})?$");
  private static final String STRINGS = "strings";

  private final SourceLines game;
  private final Speakers speakers;
  private final SpeakerNames names;
  private final boolean percent;
  private final List<TextUnit> units = new ArrayList<>();
  private final Map<String, Integer> ids = new HashMap<>();
  private final Streams streams = new Streams();

  /**
   * Creates a maker of segments.
   *
   * @param game the sources, where a file does not tell them
   * @param speakers tells who speaks
   * @param names what becomes of the names of speakers
   * @param percent whether dialogue has substitutions by percent signs
   */
  CatalogueUnits(SourceLines game, Speakers speakers, SpeakerNames names, boolean percent) {
    this.game = game;
    this.speakers = speakers;
    this.names = names;
    this.percent = percent;
  }

  /** Returns the segments in the order of the file: dialogue, then strings. */
  List<TextUnit> units(Catalogue catalogue) {
    catalogue.blocks().forEach(this::block);
    catalogue.strings().forEach(this::string);
    return List.copyOf(units);
  }

  private void block(TranslationBlock block) {
    String id = unique(block.id());
    String label = DIGEST.matcher(block.id()).replaceFirst("");
    List<Source> sources = block.sources(game);
    for (int i = 0; i < sources.size(); i++) {
      said(id + "/" + (i + 1), label, block.said().get(i), sources.get(i));
    }
  }

  private void said(String id, String label, Statement.Said said, Source source) {
    Statement.Said origin = source.said().orElse(said);
    speaker(id + "/who", label, said, origin, source.added());
    TextPlace place = new TextPlace.Said(said.say().what(), said.what());
    GameText text = GameText.of(origin.what().text(), percent);
    if (!text.isEmpty()) {
      Segment segment =
          segment(id, text, Role.CUE, streams.next(label), source.added())
              .with(existing(speakers.hints(origin.say()), text, origin.what().text(), place));
      units.add(new TextUnit(segment, text, place));
    }
  }

  private void speaker(
      String id, String label, Statement.Said said, Statement.Said origin, boolean added) {
    Optional<PythonLiteral> target = SpeakerName.of(said.say());
    Optional<PythonLiteral> name = SpeakerName.of(origin.say());
    boolean firstPart = said.say().what().parts().get(0).equals(said.what());
    if (target.isEmpty() || name.isEmpty() || !firstPart) {
      return;
    }
    TextPlace place = new TextPlace.Computed(target.get());
    GameText text = GameText.of(name.get().value(), false);
    if (!text.isEmpty()) {
      Segment segment =
          segment(id, text, Role.SPEAKER, streams.next(label), added)
              .with(existing(SegmentHints.NONE, text, name.get().value(), place));
      units.add(new TextUnit(segment, text, place));
    }
  }

  private void string(TranslatedString string) {
    TextPlace place = new TextPlace.Computed(string.target());
    GameText text = GameText.of(string.source().value(), false).withoutComments();
    if (!text.isEmpty()) {
      String id = unique(STRINGS + "/" + Digest.of(string.source().value()));
      boolean name = speakers.hasName(string.source().value());
      Role role = name ? Role.SPEAKER : Role.ATTRIBUTE;
      Segment segment =
          segment(id, text, role, Streams.STRINGS, false)
              .with(existing(SegmentHints.NONE, text, string.source().value(), place));
      units.add(new TextUnit(segment, text, place));
    }
  }

  private Segment segment(String id, GameText text, Role role, String stream, boolean added) {
    Optional<String> rule = added ? Optional.of("added-line") : Speakers.skipRule(role, names);
    return new Segment(new SegmentId(id), text.source(), role, stream, rule);
  }

  private static SegmentHints existing(
      SegmentHints hints, GameText text, String source, TextPlace place) {
    if (place.value().equals(source)) {
      return hints;
    }
    CodedText existing = text.align(place.value());
    return existing.isBlank() || existing.equals(text.source())
        ? hints
        : hints.withExisting(existing);
  }

  private String unique(String id) {
    int times = ids.merge(id, 1, Integer::sum);
    return times == 1 ? id : id + "~" + times;
  }
}
