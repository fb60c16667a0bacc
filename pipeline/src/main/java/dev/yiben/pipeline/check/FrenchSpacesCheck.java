package dev.yiben.pipeline.check;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code PUN-006}: in French of France a space stands before marks of two parts. */
final class FrenchSpacesCheck implements QaCheck {
  private static final CheckRule RULE =
      CheckRule.info("PUN-006", "a French mark such as ? or » without its space");

  private static final Pattern MISSING =
      Pattern.compile("\\p{L}[?!;»](?![\\w=&])|\\p{L}:(?=\\s|$)|«(?=\\p{L})");

  @Override
  public CheckRule rule() {
    return RULE;
  }

  @Override
  public List<String> check(CheckedSegment segment) {
    String language = segment.targetLanguage();
    if (!language.equals("fr") && !language.equals("fr-FR")) {
      return List.of();
    }
    Matcher missing = MISSING.matcher(Words.withSigns(segment.target()));
    return missing.find()
        ? List.of("a space must stand within \"" + missing.group() + "\"")
        : List.of();
  }
}
