package dev.yiben.inference.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What answers come from. */
public final class Provenance {
  private Provenance() {}

  /**
   * Returns what identifies the model with all that changes its answers.
   *
   * @param engine what computes it, with its version
   */
  public static String fingerprint(
      String engine, ModelFile file, Optional<LoraFile> lora, ContextSettings context) {
    List<String> ways = new ArrayList<>();
    ContextSettings usual = ContextSettings.DEFAULT;
    if (context.keys() != usual.keys() || context.values() != usual.values()) {
      ways.add("cache of " + context.keys() + " and " + context.values());
    }
    if (!context.rope().equals(usual.rope())) {
      ways.add(context.rope().toString());
    }
    lora.ifPresent(adapter -> ways.add("adapter of scale " + adapter.scale()));
    return file.fingerprint(engine, lora.map(LoraFile::header), ways);
  }

  /**
   * Returns what a report says of the model beyond its name and fingerprint.
   *
   * @param engine what computes it, with its version
   */
  public static Map<String, String> of(String engine, ModelFile file, LlamaCppSettings settings) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("engineBuild", engine);
    values.put("modelFile", String.valueOf(settings.model().getFileName()));
    values.put("modelBytes", String.valueOf(file.size()));
    values.put("chatTemplateHash", file.templateHash());
    settings
        .draft()
        .ifPresent(draft -> values.put("draftModelFile", draft.model().getFileName().toString()));
    settings
        .lora()
        .ifPresent(
            lora -> {
              values.put("loraFile", lora.file().getFileName().toString());
              values.put("loraScale", String.valueOf(lora.scale()));
            });
    return Collections.unmodifiableMap(values);
  }
}
