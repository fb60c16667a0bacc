package dev.yiben.inference.libllama;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import dev.yiben.inference.load.MemoryCheck;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why llama.cpp refused something, told in one line by what it logged. */
final class LoadFailure {
  private static final Pattern ARCHITECTURE =
      Pattern.compile("unknown model architecture: '([^']*)'");
  private static final Pattern ERROR = Pattern.compile("error loading [^:]*: (.*)");
  private static final Pattern FUNCTION = Pattern.compile("^[\\w:~<>]+: +");
  private static final List<String> MEMORY =
      List.of("out of memory", "unable to allocate", "failed to allocate", "outofdevicememory");
  private static final List<String> CUT =
      List.of(
          "not within the file bounds", "file bounds", "failed to read", "unexpectedly reached");

  private LoadFailure() {}

  /** Returns what to tell of a model that was not loaded. */
  static InferenceException ofModel(Path file, String version, List<String> problems) {
    String begin = file + ": ";
    for (String line : problems) {
      Matcher unknown = ARCHITECTURE.matcher(line);
      if (unknown.find()) {
        return new InferenceException(
            Category.USER,
            begin
                + "llama.cpp "
                + version
                + " does not know models of the architecture '"
                + unknown.group(1)
                + "'; a newer one may ('translate runtime list'), or choose another model");
      }
    }
    if (isMemory(problems)) {
      return new InferenceException(
          Category.RESOURCE,
          begin
              + "there is not enough memory for the model"
              + words(problems)
              + "; "
              + MemoryCheck.remedies(file));
    }
    if (problems.stream().anyMatch(line -> CUT.stream().anyMatch(line::contains))) {
      return new InferenceException(
          Category.USER,
          begin + "the file is cut short or damaged; fetch it again" + words(problems));
    }
    return new InferenceException(
        Category.USER, begin + "llama.cpp " + version + " cannot load the model" + words(problems));
  }

  /** Returns what to tell of a context that was not made. */
  static InferenceException ofContext(Path file, List<String> problems) {
    return isMemory(problems)
        ? new InferenceException(
            Category.RESOURCE,
            file
                + ": there is not enough memory for the context"
                + words(problems)
                + "; "
                + MemoryCheck.remedies(file))
        : new InferenceException(
            Category.USER,
            file
                + ": llama.cpp cannot make a context with these settings"
                + words(problems)
                + "; take fewer of them");
  }

  private static boolean isMemory(List<String> problems) {
    return problems.stream()
        .map(line -> line.toLowerCase(Locale.ROOT))
        .anyMatch(line -> MEMORY.stream().anyMatch(line::contains));
  }

  /** Returns llama.cpp's own words in parentheses, after a space; empty without any. */
  static String words(List<String> problems) {
    return problems.stream()
        .map(ERROR::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .findFirst()
        .or(
            () ->
                problems.stream()
                    .reduce((first, last) -> last)
                    .map(line -> FUNCTION.matcher(line).replaceFirst("")))
        .map(line -> " (" + line.strip() + ")")
        .orElse("");
  }
}
