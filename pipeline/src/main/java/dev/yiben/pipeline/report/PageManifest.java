package dev.yiben.pipeline.report;

import dev.yiben.inference.Sampling;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a job was done with, in words for people. */
final class PageManifest {
  private PageManifest() {}

  /** Returns the values by their names, in the order of reading. */
  static Map<String, String> of(ReportManifest manifest) {
    Map<String, String> made = new LinkedHashMap<>();
    made.put("Yiben", manifest.toolVersion());
    made.put("Engine", manifest.engine());
    made.put("Model", manifest.capabilities().model());
    made.put("Prompt profile", manifest.profile());
    made.put("Target language", manifest.targetLanguage());
    made.put("Context window", manifest.capabilities().contextWindow() + " tokens");
    made.put("Slots", Integer.toString(manifest.capabilities().slots()));
    made.put("Sampling", words(manifest.sampling()));
    made.put("Fingerprint", manifest.capabilities().fingerprint());
    new TreeMap<>(manifest.provenance()).forEach((name, value) -> made.put(words(name), value));
    return made;
  }

  private static String words(Sampling sampling) {
    return String.format(
        Locale.ROOT,
        "temperature %s, seed %d, top-k %d, top-p %s, min-p %s, penalties: repeat %s, frequency %s,"
            + " presence %s",
        sampling.temperature(),
        sampling.seed(),
        sampling.topK(),
        sampling.topP(),
        sampling.minP(),
        sampling.repeatPenalty(),
        sampling.frequencyPenalty(),
        sampling.presencePenalty());
  }

  /** Returns a name such as {@code modelFile} as words. */
  private static String words(String name) {
    String spaced = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ");
    return spaced.isEmpty()
        ? name
        : spaced.substring(0, 1).toUpperCase(Locale.ROOT)
            + spaced.substring(1).toLowerCase(Locale.ROOT);
  }
}
