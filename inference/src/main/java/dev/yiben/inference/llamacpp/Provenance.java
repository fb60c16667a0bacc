package dev.yiben.inference.llamacpp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What answers come from. */
final class Provenance {
  private Provenance() {}

  /** Returns what identifies the model with all that changes its answers. */
  static String fingerprint(ModelFile file, Optional<LoraFile> lora, ContextSettings context) {
    List<String> ways = new ArrayList<>();
    ContextSettings usual = ContextSettings.DEFAULT;
    if (context.keys() != usual.keys() || context.values() != usual.values()) {
      ways.add("cache of " + context.keys() + " and " + context.values());
    }
    if (!context.rope().equals(usual.rope())) {
      ways.add(context.rope().toString());
    }
    lora.ifPresent(adapter -> ways.add("adapter of scale " + adapter.scale()));
    return file.fingerprint(lora.map(LoraFile::header), ways);
  }

  /** Returns what a report says of the model beyond its name and fingerprint. */
  static Map<String, String> of(ModelFile file, LlamaCppSettings settings) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("engineBuild", ModelFile.ENGINE);
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
