package dev.yiben.pipeline.prompt;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@link LineForm#NUMBERED} lines; talk before the first is dropped. */
final class NumberedParser {
  private static final Pattern LINE = Pattern.compile("\\s*([0-9]{1,6})\\s?\\|(.*)");

  private NumberedParser() {}

  static ParsedResponse parse(List<String> lines, int count, String interrupted) {
    FoundLines found = new FoundLines(count);
    for (String line : lines) {
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches()) {
        found.add(Integer.parseInt(matcher.group(1)), matcher.group(2));
      } else if (!line.isBlank()) {
        found.fault("a line break stands in the translation");
      }
    }
    return found.result(interrupted);
  }
}
