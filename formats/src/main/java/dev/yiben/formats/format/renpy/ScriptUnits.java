package dev.yiben.formats.format.renpy;

import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentHints;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.SpeakerNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes segments of what a script shows: dialogue, choices, strings that it marks. */
final class ScriptUnits {
  private static final String START = "init";

  private final String file;
  private final SpeakerNames names;
  private final List<TextUnit> units = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Streams streams = new Streams();
  private final Speakers speakers;
  private final Set<Integer> literals = new HashSet<>();
  private LogicalLine markedLine;
  private boolean percent = true;
  private String label = START;

  /**
   * Creates a maker of segments.
   *
   * @param file the text of the script
   * @param names what becomes of the names of speakers
   * @param speakers tells who speaks
   */
  ScriptUnits(String file, SpeakerNames names, Speakers speakers) {
    this.file = file;
    this.names = names;
    this.speakers = speakers;
  }

  /** Returns the segments: dialogue and choices in the order of the file, then strings. */
  List<TextUnit> units(List<Statement> statements, ScriptLines lines) {
    percent = TextRules.substitutesPercent(texts(statements));
    statements(statements);
    MarkedStrings.find(lines.lines(), this::string);
    return List.copyOf(units);
  }

  private static Stream<String> texts(List<Statement> statements) {
    return statements.stream()
        .flatMap(
            statement -> {
              Stream<String> own = Stream.empty();
              if (statement instanceof Statement.Said said) {
                own = Stream.of(said.what().text());
              } else if (statement instanceof Statement.Menu menu) {
                own = menu.items().stream().map(item -> item.text().value());
              }
              Stream<String> inner =
                  Statement.inner(statement).stream().flatMap(ScriptUnits::texts);
              return Stream.concat(own, inner);
            });
  }

  private void statements(List<Statement> statements) {
    for (Statement statement : statements) {
      if (statement instanceof Statement.Label named) {
        label = named.name();
        statements(named.block());
      } else if (statement instanceof Statement.Said said) {
        said(said);
      } else if (statement instanceof Statement.Menu menu) {
        menu.items().forEach(this::choice);
      } else {
        Statement.inner(statement).forEach(this::statements);
      }
    }
  }

  private void said(Statement.Said said) {
    String id = number(label);
    boolean first = said.say().what().parts().get(0).equals(said.what());
    if (first) {
      SpeakerName.of(said.say())
          .ifPresent(
              name -> {
                TextPlace place = new TextPlace.Computed(name);
                dialogue(id + "/who", place, false, Role.SPEAKER, SegmentHints.NONE);
              });
    }
    TextPlace place = new TextPlace.Said(said.say().what(), said.what());
    dialogue(id, place, percent, Role.CUE, speakers.hints(said.say()));
  }

  private void choice(Statement.MenuItem item) {
    for (Span part : item.text().parts()) {
      TextPlace place = new TextPlace.Said(item.text(), part);
      dialogue(number(label), place, percent, Role.LIST_ITEM, SegmentHints.NONE);
    }
    item.block().ifPresent(this::statements);
  }

  private void string(MarkedString marked) {
    if (isInString(marked)) {
      return;
    }
    PythonLiteral literal = PythonLiteral.at(file, marked);
    boolean speaker = speakers.hasName(marked.value());
    TextPlace place = new TextPlace.Computed(literal);
    GameText text = GameText.of(place.value(), false);
    if (!text.isEmpty()) {
      Role role = speaker ? Role.SPEAKER : Role.ATTRIBUTE;
      add(number("strings"), place, text, role, Streams.STRINGS, SegmentHints.NONE);
    }
  }

  private void dialogue(
      String id, TextPlace place, boolean substituted, Role role, SegmentHints hints) {
    GameText text = GameText.of(place.value(), substituted);
    if (!text.isEmpty()) {
      add(id, place, text, role, streams.next(label), hints);
    }
  }

  private void add(
      String id, TextPlace place, GameText text, Role role, String stream, SegmentHints hints) {
    Optional<String> rule = Speakers.skipRule(role, names);
    Segment segment = new Segment(new SegmentId(id), text.source(), role, stream, rule);
    units.add(new TextUnit(segment.with(hints), text, place));
  }

  /** Code in a string is quoted twice, and dialogue that speaks of code is no code. */
  private boolean isInString(MarkedString marked) {
    if (!marked.line().equals(markedLine)) {
      markedLine = marked.line();
      literals.clear();
      String text = markedLine.text();
      int at = 0;
      while (at < text.length()) {
        if (Quoted.isQuote(text.charAt(at))) {
          literals.add(markedLine.start(at));
          at = Quoted.at(text, at).end();
        } else {
          at++;
        }
      }
    }
    return !literals.contains(marked.start());
  }

  private String number(String name) {
    return name + "/" + numbers.merge(name, 1, Integer::sum);
  }
}
