package dev.yiben.pipeline.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code TAG-002}: variables and tags that stand in the text itself, which the format takes for no
 * codes, stand in the target as often: {@code %s}, {@code %(name)s}, <code>{name}</code>, arguments
 * of ICU messages, <code>${name}</code>, {@code \V[1]}, {@code <b>}.
 *
 * <p>Whoever fills them in does so by their exact text. An ICU message may repeat its arguments in
 * more or fewer branches, so that there they only have to occur.
 */
final class VariableCheck implements QaCheck {
  private static final CheckRule RULE =
      CheckRule.askedAgain(
          "TAG-002", "a variable or tag in the text itself that is missing or changed");

  private static final String PRINTF =
      "(?<![0-9%])%(?:[1-9][0-9]?\\$)?[-+0#]*[0-9]{0,3}(?:\\.[0-9]{1,2})?(?:hh|ll|[hlzj])?"
          + "[sdiufgGxXcp@](?![A-Za-z])|(?<!%)%\\([\\w.]{1,40}\\)[-+0#]?[0-9.]{0,5}[sdifgxr]";
  private static final String ICU_ARGUMENT =
      "\\{ ?(\\w{1,40}) ?, ?(?:plural|select|selectordinal|number|date|time)\\b";
  private static final String BRACES = "[$#]?\\{\\{? ?[A-Za-z_0-9][\\w.:|!\\[\\]-]{0,60} ?\\}?\\}";
  private static final String ESCAPES = "\\\\[A-Za-z]{1,4}\\[[^\\]\\s\\[]{0,20}\\]";
  private static final String TAGS =
      "</?(?:a|b|i|u|s|p|br|hr|em|img|div|rt|rp|sub|sup|ruby|span|font|strong|small|color|size"
          + "|sprite|quad|align|indent|nobr)(?:[ =/][^<>]{0,200})?>";

  private static final Pattern VARIABLE =
      Pattern.compile(
          String.join("|", PRINTF, ICU_ARGUMENT, BRACES, ESCAPES, TAGS), Pattern.CASE_INSENSITIVE);
  private static final Pattern PLACE = Pattern.compile("^%[0-9]{1,2}\\$");
  private static final Pattern DATE = Pattern.compile("%[AaBbYHMIp]\\b.{0,20}%[AaBbYHMIpmdSj]\\b");
  private static final Pattern BEGINNING = Pattern.compile("[%{\\\\<]");

  @Override
  public CheckRule rule() {
    return RULE;
  }

  @Override
  public List<String> check(CheckedSegment segment) {
    String source = segment.segment().source().plainText();
    String target = segment.target().plainText();
    if (!BEGINNING.matcher(source).find() && !BEGINNING.matcher(target).find()) {
      return List.of();
    }
    if (DATE.matcher(source).find()) {
      // Each language has its own order of the parts of dates.
      return List.of();
    }
    Map<String, Integer> wanted = variables(source);
    Map<String, Integer> there = variables(target);
    List<String> problems = new ArrayList<>();
    wanted.forEach(
        (variable, count) -> {
          int found = there.getOrDefault(variable, 0);
          if (found < count) {
            problems.add(variable + " must stand there as it is");
          } else if (found > count) {
            problems.add(variable + " stands there too often");
          }
        });
    there.keySet().stream()
        .filter(variable -> !wanted.containsKey(variable) && !source.contains(variable))
        .forEach(variable -> problems.add("the source has no " + variable));
    return problems;
  }

  private static Map<String, Integer> variables(String text) {
    Map<String, Integer> variables = new LinkedHashMap<>();
    boolean message = false;
    Matcher matcher = VARIABLE.matcher(text);
    while (matcher.find()) {
      message |= matcher.group(1) != null;
      String variable = matcher.group(1) == null ? matcher.group() : "{" + matcher.group(1) + "}";
      variables.merge(withoutPlace(variable), 1, Integer::sum);
    }
    if (message) {
      variables.replaceAll((variable, count) -> 1);
    }
    return variables;
  }

  /** Other languages may need their arguments in another order, which they then number. */
  private static String withoutPlace(String variable) {
    return PLACE.matcher(variable).replaceFirst("%");
  }
}
