package dev.yiben.pipeline.memory.exchange;

import dev.yiben.pipeline.memory.MemoryUnit;
import dev.yiben.pipeline.memory.Origin;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What AiNiee's and LinguaGacha's items say; models made them, so that they are not confirmed.
 *
 * @param languages languages of the file, if it tells them
 */
record CachedItems(Languages languages, ForeignPair.Sink sink) {
  /** AiNiee: translated, polished. */
  private static final Set<Integer> DONE = Set.of(1, 2);

  private static final Set<String> PROCESSED = Set.of("PROCESSED", "TRANSLATED", "DUPLICATED", "");

  /** From which language into which. */
  record Languages(Optional<String> source, Optional<String> target) {
    static final Languages UNKNOWN = new Languages(Optional.empty(), Optional.empty());
  }

  /** Adds an item of an AiNiee cache. */
  void addAiniee(JsonNode item, String document) {
    if (!DONE.contains(item.path("translation_status").asInt(0))) {
      sink.leaveOut("not translated");
      return;
    }
    add(text(item, "source_text"), text(item, "translated_text"), text(item, "model"), document);
  }

  /** Adds an item of LinguaGacha, with the name of who speaks. */
  void addLinguaGacha(JsonNode item) {
    if (!PROCESSED.contains(text(item, "status"))) {
      sink.leaveOut("not translated");
      return;
    }
    String document = text(item, "file_path");
    add(text(item, "src"), text(item, "dst"), "", document);
    String name = text(item, "name_src");
    String translated = text(item, "name_dst");
    if (!name.isBlank() && !translated.isBlank()) {
      add(name, translated, "", document);
    }
  }

  private static String text(JsonNode item, String field) {
    JsonNode value = item.path(field);
    return value.isString() ? value.stringValue() : "";
  }

  private void add(String source, String target, String model, String document) {
    sink.add(
        new ForeignPair(
            languages.source(),
            languages.target(),
            MarkedPair.of(Piece.plain(source), Piece.plain(target)),
            new MemoryUnit.Context(document, "", "", "", ""),
            new MemoryUnit.Making(Origin.IMPORTED, false, model, ""),
            List.of(),
            Optional.empty()));
  }
}
