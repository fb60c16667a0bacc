package dev.yiben.glossary.exchange;

import dev.yiben.glossary.GlossaryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Reads JSON: a list of objects, a map from sources to targets, an object of such lists and maps,
 * or the list of actors that RPG Maker keeps in {@code Actors.json}.
 *
 * <p>Small slips that people make in such files are forgiven: comments, single quotes, a comma at
 * the end of a list.
 */
final class JsonTables {
  private static final int MAX_DEPTH = 20;
  private static final int MAX_ENTRIES = 500_000;
  private static final Set<String> ACTOR_KEYS = Set.of("id", "name", "nickname");
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .build();

  private final Path file;
  private final List<Notice> notices;
  private final List<Table> tables = new ArrayList<>();
  private final Set<String> unread = new LinkedHashSet<>();
  private int entries;

  JsonTables(Path file, List<Notice> notices) {
    this.file = file;
    this.notices = notices;
  }

  List<Table> read(String text) {
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
      switch (json.nextToken()) {
        case START_ARRAY -> readList("", json);
        case START_OBJECT -> readObject("", json, true);
        default -> throw fault(json, "expected a list or an object");
      }
    } catch (JacksonException e) {
      throw new GlossaryException(
          file,
          e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr()),
          "not valid JSON: " + e.getOriginalMessage());
    }
    unread.forEach(key -> notices.add(new Notice(0, "the key \"" + key + "\" is not read")));
    return tables;
  }

  private void readList(String name, JsonParser json) {
    List<Table.Row> rows = new ArrayList<>();
    List<Actor> actors = new ArrayList<>();
    boolean ofTool = false;
    for (JsonToken token = json.nextToken();
        token != JsonToken.END_ARRAY;
        token = json.nextToken()) {
      int line = line(json);
      if (token == JsonToken.START_OBJECT) {
        count(json);
        Map<String, String> values = object(json);
        if (values.keySet().containsAll(ACTOR_KEYS)) {
          actors.add(new Actor(line, values.get("id"), values.get("name"), values.get("nickname")));
        } else {
          rows.add(row(line, values));
          ofTool |= Table.isOfTool(values.keySet());
        }
      } else if (token == JsonToken.START_ARRAY) {
        json.skipChildren();
        notices.add(new Notice(line, "a list in the list is not read"));
      } else if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
        notices.add(new Notice(line, "\"" + json.getString() + "\" is no entry; left out"));
      }
    }
    actors.forEach(actor -> actor.row().ifPresent(rows::add));
    tables.add(new Table(actors.isEmpty() ? name : Part.CHARACTERS.toString(), rows, ofTool));
  }

  /** A map from sources to targets, or at the top an object of tables. */
  private void readObject(String name, JsonParser json, boolean top) {
    List<Table.Row> rows = new ArrayList<>();
    for (JsonToken token = json.nextToken();
        token != JsonToken.END_OBJECT;
        token = json.nextToken()) {
      String key = json.currentName();
      JsonToken value = json.nextToken();
      int line = line(json);
      if (value == JsonToken.START_ARRAY && top) {
        readList(key, json);
      } else if (value == JsonToken.START_OBJECT && top) {
        readObject(key, json, false);
      } else if (value == JsonToken.VALUE_STRING) {
        count(json);
        rows.add(
            new Table.Row(
                line, nonBlank(Map.of(Field.SOURCE, key, Field.TARGET, json.getString()))));
      } else {
        json.skipChildren();
        unread.add(key);
      }
    }
    if (!rows.isEmpty()) {
      tables.add(new Table(name, rows, false));
    }
  }

  private Map<String, String> object(JsonParser json) {
    Map<String, String> values = new java.util.LinkedHashMap<>();
    for (JsonToken token = json.nextToken();
        token != JsonToken.END_OBJECT;
        token = json.nextToken()) {
      String key = json.currentName();
      JsonToken value = json.nextToken();
      if (value == JsonToken.START_ARRAY) {
        values.put(key, texts(json));
      } else if (value == JsonToken.START_OBJECT) {
        json.skipChildren();
        unread.add(key);
      } else {
        values.put(key, value == JsonToken.VALUE_NULL ? "" : json.getString());
      }
    }
    return values;
  }

  private static String texts(JsonParser json) {
    List<String> texts = new ArrayList<>();
    for (JsonToken token = json.nextToken();
        token != JsonToken.END_ARRAY;
        token = json.nextToken()) {
      if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
        texts.add(json.getString());
      } else {
        json.skipChildren();
      }
    }
    return Cells.joined(texts);
  }

  private Table.Row row(int line, Map<String, String> values) {
    Map<Field, String> cells = new EnumMap<>(Field.class);
    values.forEach(
        (key, value) ->
            Field.named(key)
                .ifPresentOrElse(field -> cells.put(field, value), () -> unread.add(key)));
    return new Table.Row(line, nonBlank(cells));
  }

  private static Map<Field, String> nonBlank(Map<Field, String> cells) {
    Map<Field, String> kept = new EnumMap<>(Field.class);
    cells.forEach(
        (field, text) -> {
          if (!text.isBlank()) {
            kept.put(field, text.strip());
          }
        });
    return kept;
  }

  private void count(JsonParser json) {
    entries++;
    if (entries > MAX_ENTRIES) {
      throw fault(json, "more than " + MAX_ENTRIES + " entries; split the file");
    }
  }

  private static int line(JsonParser json) {
    return json.currentTokenLocation().getLineNr();
  }

  private GlossaryException fault(JsonParser json, String problem) {
    return new GlossaryException(file, Math.max(1, line(json)), problem);
  }

  /** An actor of an RPG Maker game, whom its texts may call by number. */
  private record Actor(int line, String id, String name, String nickname) {
    Optional<Table.Row> row() {
      if (name.isBlank()) {
        return Optional.empty();
      }
      String note =
          "\\N[" + id + "] in texts" + (nickname.isBlank() ? "" : ", called " + nickname.strip());
      return Optional.of(new Table.Row(line, Map.of(Field.NAME, name.strip(), Field.NOTE, note)));
    }
  }
}
