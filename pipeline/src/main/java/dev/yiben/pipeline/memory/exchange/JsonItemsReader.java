package dev.yiben.pipeline.memory.exchange;

import dev.yiben.pipeline.memory.MemoryException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads AiNiee's {@code AinieeCacheData.json} and the {@code items.json} of LinguaGacha 0.29, item
 * by item.
 */
final class JsonItemsReader implements PairReader {
  private static final JsonMapper JSON = JsonMapper.shared();

  @Override
  public String name() {
    return "AiNiee or LinguaGacha cache";
  }

  @Override
  public boolean matches(Path file, String head) {
    String start = head.stripLeading();
    return start.startsWith("{") || start.startsWith("[");
  }

  @Override
  public void read(Path file, ForeignPair.Sink sink) {
    CachedItems items = new CachedItems(CachedItems.Languages.UNKNOWN, sink);
    try (JsonParser json = JSON.createParser(file)) {
      boolean known =
          json.nextToken() == JsonToken.START_ARRAY
              ? readArray(json, items)
              : readCache(json, items);
      if (!known) {
        throw new MemoryException(
            file + ": neither AiNiee's AinieeCacheData.json nor LinguaGacha's items.json");
      }
    } catch (JacksonException e) {
      throw new MemoryException(
          file
              + ":"
              + (e.getLocation() == null ? 1 : e.getLocation().getLineNr())
              + ": no valid JSON; what came before is taken, mend the file",
          e);
    }
  }

  private static boolean readArray(JsonParser json, CachedItems items) {
    boolean known = false;
    while (json.nextToken() == JsonToken.START_OBJECT) {
      JsonNode item = json.readValueAsTree();
      known |= item.has("src") && item.has("dst");
      items.addLinguaGacha(item);
    }
    return known;
  }

  private static boolean readCache(JsonParser json, CachedItems items) {
    boolean known = false;
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean files = json.currentName().equals("files");
      if (json.nextToken() == JsonToken.START_OBJECT && files) {
        known = true;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
          String document = json.currentName();
          json.nextToken();
          readFile(json, items, document);
        }
      } else {
        json.skipChildren();
      }
    }
    return known;
  }

  private static void readFile(JsonParser json, CachedItems items, String document) {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean list = json.currentName().equals("items");
      if (json.nextToken() == JsonToken.START_ARRAY && list) {
        while (json.nextToken() == JsonToken.START_OBJECT) {
          items.addAiniee(json.readValueAsTree(), document);
        }
      } else {
        json.skipChildren();
      }
    }
  }
}
