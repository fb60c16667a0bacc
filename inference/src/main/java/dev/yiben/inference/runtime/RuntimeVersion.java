package dev.yiben.inference.runtime;

import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Orders versions of llama.cpp, which were numbers of builds (b8390) before v0.3.0. */
final class RuntimeVersion {
  static final Comparator<String> ORDER =
      Comparator.comparing((String version) -> version.startsWith("v"))
          .thenComparing(RuntimeVersion::numbers, Arrays::compare);

  private static final Pattern OF_LIBRARY = Pattern.compile("0\\.0\\.(\\d+)");
  private static final int MOST_DIGITS = 9;

  private RuntimeVersion() {}

  /**
   * Returns the version that the number of a library's file means; the empty text for none.
   *
   * @param number such as {@code v0.5.0}, {@code b8390}, {@code 0.0.8390} (a build) or {@code 0}
   */
  static String ofNumber(String number) {
    Matcher build = OF_LIBRARY.matcher(number);
    if (build.matches()) {
      return "b" + build.group(1);
    }
    if (number.startsWith("v") || number.startsWith("b")) {
      return number;
    }
    return number.contains(".") ? "v" + number : "";
  }

  private static int[] numbers(String version) {
    return Arrays.stream(version.split("\\D+"))
        .filter(number -> !number.isEmpty() && number.length() <= MOST_DIGITS)
        .mapToInt(Integer::parseInt)
        .toArray();
  }
}
