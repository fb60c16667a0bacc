package dev.yiben.formats.format.renpy;

import dev.yiben.formats.format.renpy.Piece.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares a translated text with its source, and finds what the engine cannot show.
 *
 * <p>What is wrong with the source in the same way is no fault of the translation.
 */
final class TextChecks {
  private static final String CONVERSIONS = "rstqulci!";

  private final TextRules rules;
  private final Optional<Set<String>> names;

  /**
   * Creates checks.
   *
   * @param rules how the engine reads the text
   * @param names all names in the game's scripts, if these are known
   */
  TextChecks(TextRules rules, Optional<Set<String>> names) {
    this.rules = rules;
    this.names = names;
  }

  /** Returns what is wrong with a target; without a source only what is wrong with it alone. */
  List<TextFault> faults(Optional<String> source, String target) {
    if (target.isBlank()) {
      boolean meant = source.isPresent() && source.get().isBlank();
      return meant ? List.of() : List.of(new TextFault(RenpyCheck.EMPTY, ""));
    }
    List<Piece> pieces = PieceScanner.pieces(target, true);
    Set<TextFault> faults = new LinkedHashSet<>();
    alone(target, pieces, faults);
    if (source.isPresent()) {
      List<Piece> origin = PieceScanner.pieces(source.get(), true);
      Set<TextFault> inherited = new HashSet<>();
      alone(source.get(), origin, inherited);
      faults.removeAll(inherited);
      removeInherited(inherited, origin, faults);
      compare(source.get(), origin, target, pieces, faults);
    }
    return new ArrayList<>(faults);
  }

  private void alone(String text, List<Piece> pieces, Set<TextFault> faults) {
    List<String> open = new ArrayList<>();
    Set<String> unknown = new HashSet<>();
    for (Piece piece : pieces) {
      String name = piece.name();
      String original = text.substring(piece.start(), piece.end());
      switch (piece.kind()) {
        case OPEN -> {
          if (!rules.tags().knows(name)) {
            unknown.add(name);
            faults.add(new TextFault(RenpyCheck.UNKNOWN_TAG, "{" + name + "}"));
          } else if (rules.tags().mustClose(name)) {
            open.add(name);
          }
        }
        case CLOSE -> {
          int last = open.lastIndexOf(name);
          if (last >= 0) {
            if (last < open.size() - 1) {
              faults.add(new TextFault(RenpyCheck.CROSSED_TAG, original));
            }
            open.remove(last);
          } else if (!unknown.contains(name)) {
            faults.add(new TextFault(RenpyCheck.EXTRA_CLOSE, original));
          }
        }
        case VARIABLE -> {
          if (!hasKnownConversion(original)) {
            faults.add(new TextFault(RenpyCheck.BROKEN_VARIABLE, original));
          }
        }
        case FORMAT -> faults.add(new TextFault(RenpyCheck.BROKEN_TAG, original));
        case BROKEN_TAG ->
            faults.add(new TextFault(RenpyCheck.BROKEN_TAG, excerpt(text, piece.start())));
        case BROKEN_VARIABLE ->
            faults.add(new TextFault(RenpyCheck.BROKEN_VARIABLE, excerpt(text, piece.start())));
        case BROKEN_PERCENT -> {
          if (rules.percent()) {
            faults.add(new TextFault(RenpyCheck.BROKEN_PERCENT, excerpt(text, piece.start())));
          }
        }
        case TEXT, DOUBLED, COMMENT, SUBSTITUTION, BREAK -> {}
      }
    }
    open.forEach(name -> faults.add(new TextFault(RenpyCheck.OPEN_TAG, "{" + name + "}")));
  }

  /**
   * Removes faults of the source whose subject is another in the target. Where Python formats the
   * source, it may do so with the target in any order.
   */
  private static void removeInherited(
      Set<TextFault> inherited, List<Piece> origin, Set<TextFault> faults) {
    Set<RenpyCheck> broken =
        EnumSet.of(RenpyCheck.BROKEN_TAG, RenpyCheck.BROKEN_VARIABLE, RenpyCheck.BROKEN_PERCENT);
    boolean formatted = origin.stream().anyMatch(piece -> piece.is(Kind.FORMAT));
    broken.removeIf(
        check -> inherited.stream().noneMatch(fault -> fault.check() == check && !isFormat(fault)));
    faults.removeIf(fault -> broken.contains(fault.check()) || (formatted && isFormat(fault)));
  }

  private static boolean isFormat(TextFault fault) {
    return fault.check() == RenpyCheck.BROKEN_TAG && fault.subject().matches("\\{\\d*\\}");
  }

  private static boolean hasKnownConversion(String variable) {
    int mark = variable.lastIndexOf('!');
    if (mark < 0 || variable.startsWith("=", mark + 1)) {
      return true;
    }
    String conversion = variable.substring(mark + 1, variable.length() - 1);
    return !conversion.isEmpty() && conversion.chars().allMatch(c -> CONVERSIONS.indexOf(c) >= 0);
  }

  private static String excerpt(String text, int start) {
    int end = Math.min(text.length(), start + 12);
    return text.substring(start, end).replace('\n', ' ').strip();
  }

  private void compare(
      String source, List<Piece> origin, String target, List<Piece> pieces, Set<TextFault> faults) {
    Map<String, String> before = shown(source, origin);
    Map<String, String> after = shown(target, pieces);
    before.forEach(
        (key, original) -> {
          if (!after.containsKey(key)) {
            faults.add(new TextFault(RenpyCheck.LOST_VARIABLE, original));
          }
        });
    for (Piece piece : pieces) {
      if (piece.is(Kind.VARIABLE) && !before.containsKey("[" + piece.name())) {
        faults.add(new TextFault(foreignVariable(piece.name()), piece.name()));
      } else if (piece.is(Kind.SUBSTITUTION) && !before.containsKey("%" + piece.name())) {
        faults.add(new TextFault(RenpyCheck.OTHER_SUBSTITUTION, piece.visible()));
      }
    }
    if (formats(origin) > formats(pieces)) {
      faults.add(new TextFault(RenpyCheck.LOST_VARIABLE, "{}"));
    }
    Map<String, Integer> kept = tags(pieces);
    tags(origin)
        .forEach(
            (name, count) -> {
              if (kept.getOrDefault(name, 0) < count) {
                faults.add(new TextFault(RenpyCheck.LOST_TAG, name));
              }
            });
  }

  /** Returns the first word of each variable and substitution with what stands for it. */
  private static Map<String, String> shown(String text, List<Piece> pieces) {
    Map<String, String> shown = new LinkedHashMap<>();
    for (Piece piece : pieces) {
      if (piece.is(Kind.VARIABLE) || piece.is(Kind.SUBSTITUTION)) {
        shown.putIfAbsent(
            (piece.is(Kind.VARIABLE) ? "[" : "%") + piece.name(),
            text.substring(piece.start(), piece.end()));
      }
    }
    return shown;
  }

  private static long formats(List<Piece> pieces) {
    return pieces.stream().filter(piece -> piece.is(Kind.FORMAT)).count();
  }

  private static Map<String, Integer> tags(List<Piece> pieces) {
    Map<String, Integer> tags = new LinkedHashMap<>();
    for (Piece piece : pieces) {
      if (piece.is(Kind.OPEN)) {
        tags.merge(piece.name(), 1, Integer::sum);
      }
    }
    return tags;
  }

  private RenpyCheck foreignVariable(String expression) {
    int end = 0;
    while (end < expression.length() && ScriptCharacters.isWordPart(expression.charAt(end))) {
      end++;
    }
    String first = expression.substring(0, end);
    return names.isPresent() && !first.isEmpty() && !names.get().contains(first)
        ? RenpyCheck.UNKNOWN_VARIABLE
        : RenpyCheck.OTHER_VARIABLE;
  }
}
