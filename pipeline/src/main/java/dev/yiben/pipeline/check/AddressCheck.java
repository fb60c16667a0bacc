package dev.yiben.pipeline.check;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** {@code TXT-004}: web and mail addresses of the source stand in the target as they are. */
final class AddressCheck implements QaCheck {
  private static final CheckRule RULE =
      CheckRule.askedAgain("TXT-004", "a web or mail address that is missing or changed");

  private static final Pattern ADDRESS =
      Pattern.compile(
          "\\b(?:(?:https?|ftp)://|www\\.)[\\w.~:/?#@!$&'*+,;=%()-]{1,500}[\\w/=#]"
              + "|[\\w.+-]{1,64}+@[\\w-]{1,63}+(?:\\.[\\w-]{1,63}+)++");

  @Override
  public CheckRule rule() {
    return RULE;
  }

  @Override
  public List<String> check(CheckedSegment segment) {
    String source = segment.segment().source().plainText();
    if (source.indexOf('@') < 0 && !source.contains("www.") && !source.contains("://")) {
      return List.of();
    }
    String target = segment.target().plainText();
    return ADDRESS
        .matcher(source)
        .results()
        .map(MatchResult::group)
        .distinct()
        .filter(address -> !target.contains(address))
        .map(address -> "the address " + address + " must stand there as it is")
        .toList();
  }
}
