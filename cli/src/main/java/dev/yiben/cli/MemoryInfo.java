package dev.yiben.cli;

import dev.yiben.pipeline.memory.MemorySummary;
import dev.yiben.pipeline.memory.TranslationMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Shows what is in memories. */
final class MemoryInfo {
  private final Environment environment;

  MemoryInfo(Environment environment) {
    this.environment = environment;
  }

  ExitCode show(MemoryInfoOptions options) {
    List<Map<String, Object>> memories = new ArrayList<>();
    boolean json = options.json();
    options
        .memories()
        .forEach(
            environment,
            memory -> {
              if (!json) {
                print(memory);
              }
              memories.add(json(memory));
            });
    String place = options.memories().place(environment).path().toString();
    if (json) {
      Json.print(environment.out(), Map.of("place", place, "memories", memories));
    } else if (memories.isEmpty()) {
      environment.out().println("In " + place + " there is no translation memory.");
    }
    return ExitCode.DONE;
  }

  private void print(TranslationMemory memory) {
    MemorySummary summary = memory.summary();
    environment
        .out()
        .printf(
            Locale.ROOT,
            "%s  %s: %d translations, %s%n",
            memory.file(),
            memory.languages(),
            summary.units(),
            Sizes.text(size(memory.file())));
    for (MemorySummary.Group group : summary.groups()) {
      environment
          .out()
          .printf(
              Locale.ROOT,
              "  %8d  %-10s %s%s, used until %s%n",
              group.units(),
              group.origin().name().toLowerCase(Locale.ROOT),
              group.model().isEmpty() ? "" : "by " + Texts.printable(group.model()) + " ",
              group.confirmed() ? "(confirmed)" : "",
              group.used().atOffset(ZoneOffset.UTC).toLocalDate());
    }
  }

  private static Map<String, Object> json(TranslationMemory memory) {
    MemorySummary summary = memory.summary();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", memory.file().toString());
    json.put("sourceLanguage", memory.languages().source());
    json.put("targetLanguage", memory.languages().target());
    json.put("units", summary.units());
    json.put("size", size(memory.file()));
    json.put("groups", summary.groups().stream().map(MemoryInfo::json).toList());
    return json;
  }

  private static Map<String, Object> json(MemorySummary.Group group) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("origin", group.origin().name().toLowerCase(Locale.ROOT));
    json.put("model", group.model());
    json.put("confirmed", group.confirmed());
    json.put("units", group.units());
    json.put("created", group.created().toString());
    json.put("used", group.used().toString());
    return json;
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      // Removed by somebody else a moment ago.
      return 0;
    }
  }
}
