package dev.yiben.pipeline.check;

import dev.yiben.formats.document.CodedText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * {@code NUM-002}: the units of measure and the money of the source stand in the target, by any
 * name or symbol that the target language has for them.
 *
 * <p>Times are left out, since languages tell them in too many ways.
 */
final class UnitCheck implements QaCheck {
  private static final CheckRule RULE =
      CheckRule.warning("NUM-002", "a unit or currency of the source that is missing");

  private static final Pattern MONEY =
      Pattern.compile("([$€£¥])[ \u00a0]?[0-9]|[0-9][ \u00a0]?([$€£¥])");

  /** Words of that length and more have endings of so many letters that may differ. */
  private static final int INFLECTED = 6;

  private static final int ENDING = 2;

  private final Units units = new Units();
  private final Map<String, Measures> measures = new ConcurrentHashMap<>();

  /** How a language writes numbers with units, and which unit a name means. */
  private record Measures(Pattern pattern, Map<String, String> units) {}

  @Override
  public CheckRule rule() {
    return RULE;
  }

  @Override
  public List<String> check(CheckedSegment segment) {
    String original = segment.segment().source().plainText();
    if (segment.sourceLanguage().isEmpty() || original.codePoints().noneMatch(Character::isDigit)) {
      return List.of();
    }
    String source = Numbers.digits(original).toLowerCase(Locale.ROOT);
    Map<String, String> wanted = wanted(source, segment.sourceLanguage().get());
    if (wanted.isEmpty()) {
      return List.of();
    }
    String target =
        Numbers.digits(segment.whole(CodedText::plainText, " ")).toLowerCase(Locale.ROOT);
    return wanted.entrySet().stream()
        .filter(unit -> !has(target, unit.getKey(), unit.getValue(), segment.targetLanguage()))
        .map(unit -> "the unit \"" + unit.getValue() + "\" is missing")
        .toList();
  }

  /** Returns the units of a text with how they stand there. */
  private Map<String, String> wanted(String source, String language) {
    Map<String, String> wanted = new LinkedHashMap<>();
    Measures known = measures.computeIfAbsent(language, this::measures);
    Matcher measure = known.pattern().matcher(source);
    while (measure.find()) {
      wanted.putIfAbsent(known.units().get(measure.group(1)), measure.group(1));
    }
    Matcher money = MONEY.matcher(source);
    while (money.find()) {
      String sign = money.group(1) == null ? money.group(2) : money.group(1);
      wanted.putIfAbsent(sign, sign);
    }
    return wanted;
  }

  private Measures measures(String language) {
    Map<String, String> known = units.units(language);
    String names =
        known.keySet().stream()
            .map(name -> Pattern.quote(name) + (isAlphabetic(name) ? "(?![\\p{L}\\p{Nd}])" : ""))
            .collect(Collectors.joining("|"));
    return new Measures(Pattern.compile("[0-9][ \u00a0\u202f-]?(" + names + ")"), known);
  }

  private boolean has(String target, String unit, String written, String language) {
    return target.contains(written)
        || units.names(unit, language).stream().anyMatch(name -> has(target, name));
  }

  private static boolean has(String target, String name) {
    String stem =
        isAlphabetic(name) && name.length() >= INFLECTED
            ? name.substring(0, name.length() - ENDING)
            : name;
    for (int at = target.indexOf(stem); at >= 0; at = target.indexOf(stem, at + 1)) {
      boolean begins = at == 0 || !isAlphabetic(target.substring(at - 1, at));
      int end = at + stem.length();
      boolean ends =
          stem.length() < name.length()
              || end == target.length()
              || !Character.isLetter(target.charAt(end));
      if (!isAlphabetic(name) || (begins && ends)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether a name begins with a letter of a writing with spaces between words. */
  private static boolean isAlphabetic(String name) {
    return switch (Language.writing(name.codePointAt(name.length() - 1))) {
      case LATIN, CYRILLIC, GREEK, ARABIC, HEBREW, DEVANAGARI -> true;
      case HAN, KANA, HANGUL, THAI, OTHER -> false;
    };
  }
}
