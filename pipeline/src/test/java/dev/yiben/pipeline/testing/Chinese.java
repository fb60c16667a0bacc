package dev.yiben.pipeline.testing;

import dev.yiben.inference.GenerationRequest;
import dev.yiben.pipeline.prompt.LineForm;
import java.util.List;
import java.util.regex.Pattern;

/** Stands in for a translation: every letter becomes a Chinese character, all else stays. */
public final class Chinese {
  private static final Pattern LETTER = Pattern.compile("[A-Za-z]");

  private Chinese() {}

  /** Returns the stand-in translation of a marked text. */
  public static String of(String marked) {
    return LETTER
        .matcher(marked)
        .replaceAll(match -> String.valueOf((char) ('一' + match.group().charAt(0))));
  }

  /** Returns the right answer to a request. */
  public static String answer(GenerationRequest request) {
    return LineForm.NUMBERED.format(translations(request));
  }

  /** Returns the translations of the lines of a request. */
  public static List<String> translations(GenerationRequest request) {
    return ScriptedEngine.texts(request).stream().map(Chinese::of).toList();
  }
}
