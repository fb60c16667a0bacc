package dev.yiben.formats.format.renpy;

import dev.yiben.formats.format.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what is wrong with the translations of a game into one language. */
final class TranslationChecks {
  private static final Set<String> ENGINE_SPEAKERS =
      Set.of("adv", "centered", "extend", "name_only", "narrator", "nvl_narrator", "vcentered");
  private static final String LIBRARY_FILE = "common.rpy";
  private static final String LIBRARY_COMMENT = "# renpy/common/";

  // Of new projects, the engine also has comments of code translated.
  private static final String CODE_COMMENT = "## ";

  private final KnownGame game;
  private final String language;
  private final TextChecks dialogue;
  private final TextChecks strings;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, String> blocks = new HashMap<>();
  private final Map<String, String> translated = new HashMap<>();

  /** A file that is checked. */
  private record Checked(Path path, String text) {
    boolean wraps(int start, int end) {
      int lineEnd = text.indexOf('\n', start);
      return lineEnd >= 0 && lineEnd < end;
    }

    /** Returns whether a comment above a place says that the engine's library is its source. */
    boolean isOfLibrary(int place) {
      int line = text.lastIndexOf('\n', place) + 1;
      int above = text.lastIndexOf('\n', line - 2) + 1;
      return path.getFileName().toString().startsWith(LIBRARY_FILE)
          || text.substring(above, line).contains(LIBRARY_COMMENT);
    }
  }

  /**
   * Creates checks.
   *
   * @param game what is known of the game
   * @param language name of the language
   */
  TranslationChecks(KnownGame game, String language) {
    this.game = game;
    this.language = language;
    TextRules rules = game.dialogue();
    dialogue = new TextChecks(rules, game.words().names());
    strings = new TextChecks(rules.withPercent(false), game.words().names());
  }

  /** Checks a file; what is translated twice is found across all files that were checked. */
  void check(Path path, TranslationFile file) {
    Checked checked = new Checked(path, file.text().source().text());
    Catalogue catalogue = file.catalogue().into(language);
    catalogue
        .faults()
        .forEach(
            fault -> add(fault.check(), checked, fault.line(), fault.place(), fault.subject()));
    catalogue.blocks().forEach(block -> block(checked, block));
    catalogue.strings().forEach(string -> string(checked, string));
  }

  /** Returns what was found, by file and line. */
  List<Problem> problems() {
    return problems.stream()
        .sorted(Comparator.comparing(Problem::file).thenComparingInt(Problem::line))
        .toList();
  }

  private void add(RenpyCheck check, Checked file, int line, String place, String subject) {
    problems.add(
        new Problem(
            check.id(), check.severity(), file.path(), line, place, check.message(subject)));
  }

  private void block(Checked file, TranslationBlock block) {
    String before = blocks.putIfAbsent(block.id(), location(file, block.line()));
    if (before != null) {
      add(RenpyCheck.DOUBLED_BLOCK, file, block.line(), block.id(), before);
    }
    if (!game.hasScripts()) {
      block
          .otherId()
          .ifPresent(other -> add(RenpyCheck.STALE, file, block.line(), block.id(), other));
    } else if (!game.hasUnit(block.id())) {
      String way =
          block
              .otherId()
              .filter(game::hasUnit)
              .map(other -> "the source of its comment is %s now; rename it".formatted(other))
              .orElse("the source was changed or removed");
      add(RenpyCheck.ORPHAN, file, block.line(), block.id(), way);
    }
    List<Statement.Said> origin =
        block.comments().isEmpty() ? game.said(block.id()) : block.comments();
    if (block.said().size() < origin.size()) {
      String lost = origin.get(block.said().size()).what().text();
      add(
          block.said().isEmpty() ? RenpyCheck.SAYS_NOTHING : RenpyCheck.SAYS_LESS,
          file,
          block.line(),
          block.id(),
          lost);
    }
    List<Source> sources = block.sources(game);
    for (int i = 0; i < sources.size(); i++) {
      said(file, block.id(), block.said().get(i), sources.get(i).said());
    }
  }

  private void said(Checked file, String id, Statement.Said said, Optional<Statement.Said> origin) {
    int line = said.line().number();
    if (!speaker(file, id, said.say(), origin.map(Statement.Said::say))) {
      return;
    }
    boolean multiline = said.say().what().triple();
    if (!multiline && file.wraps(said.what().start(), said.what().end())) {
      add(RenpyCheck.LINE_END, file, line, id, "");
    }
    for (TextFault fault :
        dialogue.faults(origin.map(one -> one.what().text()), said.what().text())) {
      add(fault.check(), file, line, id, fault.subject());
    }
  }

  /** Checks who speaks; returns whether what is said is meant to be said. */
  private boolean speaker(Checked file, String id, Say say, Optional<Say> origin) {
    String who = say.who().map(Span::text).orElse("");
    Optional<String> expected = origin.map(one -> one.who().map(Span::text).orElse(""));
    boolean named = SpeakerName.of(say).isPresent();
    boolean namedInSource = origin.flatMap(SpeakerName::of).isPresent();
    boolean narrated = expected.filter(String::isEmpty).isPresent();
    int line = say.line().number();
    if (named && !namedInSource && (narrated || !say.attributes().isEmpty())) {
      add(RenpyCheck.INNER_QUOTES, file, line, id, who);
      return false;
    }
    boolean asInSource = expected.filter(who::equals).isPresent();
    if (asInSource || (named && (namedInSource || origin.isEmpty()))) {
      return true;
    }
    if (!named && isUnknown(who)) {
      add(RenpyCheck.UNKNOWN_SPEAKER, file, line, id, who);
    } else if (expected.isPresent()) {
      String is = who.isEmpty() ? "the narrator" : who;
      String was = expected.get().isEmpty() ? "the narrator" : expected.get();
      add(RenpyCheck.OTHER_SPEAKER, file, line, id, is + " says it, in the source " + was);
    }
    return true;
  }

  private boolean isUnknown(String who) {
    int end = 0;
    while (end < who.length() && ScriptCharacters.isWordPart(who.charAt(end))) {
      end++;
    }
    String first = who.substring(0, end);
    return game.hasScripts()
        && !first.isEmpty()
        && !ENGINE_SPEAKERS.contains(first)
        && !game.words().hasName(first);
  }

  private void string(Checked file, TranslatedString string) {
    String source = string.source().value();
    if (source.startsWith(CODE_COMMENT)) {
      return;
    }
    String place = StringPairs.place(source);
    String before = translated.putIfAbsent(source, location(file, string.line()));
    if (before != null) {
      add(RenpyCheck.DOUBLED_STRING, file, string.line(), place, before);
    }
    boolean ofLibrary = !game.isLibraryKnown() && file.isOfLibrary(string.source().start());
    if (game.hasScripts() && !ofLibrary && !game.hasString(source)) {
      add(RenpyCheck.UNUSED_STRING, file, string.line(), place, "");
    }
    for (TextFault fault : strings.faults(Optional.of(source), string.target().value())) {
      add(fault.check(), file, string.targetLine(), place, fault.subject());
    }
  }

  private static String location(Checked file, int line) {
    return file.path().getFileName() + ":" + line;
  }
}
