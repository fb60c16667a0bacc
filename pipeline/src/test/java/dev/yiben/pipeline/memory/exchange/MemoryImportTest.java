package dev.yiben.pipeline.memory.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiben.pipeline.memory.MemoryException;
import dev.yiben.pipeline.memory.MemoryLanguages;
import dev.yiben.pipeline.memory.MemoryPlace;
import dev.yiben.pipeline.memory.MemoryUnit;
import dev.yiben.pipeline.memory.Origin;
import dev.yiben.pipeline.memory.TranslationMemory;
import dev.yiben.pipeline.memory.UnitFilter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryImportTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final MemoryLanguages EN_ZH = new MemoryLanguages("en", "zh");

  @TempDir Path folder;

  private MemoryPlace place() {
    return MemoryPlace.folder(folder.resolve("memories"));
  }

  private MemoryImport.Result read(String name, String content, String from, String to)
      throws IOException {
    Path file = Files.writeString(folder.resolve(name), content);
    return new MemoryImport(place(), Optional.ofNullable(from), Optional.ofNullable(to), NOW)
        .read(file);
  }

  private List<MemoryUnit> units(MemoryLanguages languages) {
    List<MemoryUnit> units = new ArrayList<>();
    try (TranslationMemory memory = TranslationMemory.openReadOnly(place().file(languages))) {
      memory.forEach(UnitFilter.ALL, 1000, units::add);
    }
    return units;
  }

  @Test
  void readsTmxWithCodesAndLanguages() throws Exception {
    MemoryImport.Result result =
        read(
            "a.tmx",
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE tmx SYSTEM "tmx14.dtd">
            <tmx version="1.4"><header srclang="en-US" creationtool="Other"/><body>
            <tu creationdate="20200102T030405Z"><prop type="x">y</prop>
             <tuv xml:lang="EN-US"><seg>A <bpt i="1" x="1">&lt;b&gt;</bpt>bold<ept i="1">&lt;/b&gt;</ept> word<ph x="2">&lt;br/&gt;</ph></seg></tuv>
             <tuv xml:lang="zh-CN"><seg><ph x="2">&lt;br/&gt;</ph>一个<bpt i="7" x="1">&lt;b&gt;</bpt>粗<ept i="7">&lt;/b&gt;</ept>字<ph>odd</ph></seg></tuv>
             <tuv xml:lang="fr"><seg>Un mot</seg></tuv></tu>
            <tu><tuv lang="en"><seg>Hello <hi>you</hi> &amp; me</seg></tuv><tuv lang="zh"><seg><hi>你</hi>和我好</seg></tuv></tu>
            <tu><tuv xml:lang="en"><seg>alone</seg></tuv></tu>
            <tu><tuv xml:lang="en"><seg></seg></tuv><tuv xml:lang="zh"><seg>空</seg></tuv></tu>
            </body></tmx>
            """,
            "en",
            "zh-Hans");

    assertThat(result.format()).isEqualTo("TMX");
    assertThat(result.taken()).containsExactly(java.util.Map.entry(EN_ZH, 2L));
    assertThat(result.leftOut())
        .containsEntry("other languages", 1L)
        .containsEntry("no translation", 1L)
        .containsEntry("empty", 1L);
    assertThat(units(EN_ZH))
        .extracting(MemoryUnit::source, MemoryUnit::target)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("A ⟦1⟧bold⟦/1⟧ word⟦2⟧", "⟦2⟧一个⟦1⟧粗⟦/1⟧字"),
            org.assertj.core.groups.Tuple.tuple("Hello ⟦1⟧you⟦/1⟧ & me", "⟦1⟧你⟦/1⟧和我好"));
    assertThat(units(EN_ZH)).allMatch(unit -> unit.made().confirmed());
    assertThat(units(EN_ZH).get(0).created()).isEqualTo(Instant.parse("2020-01-02T03:04:05Z"));
  }

  @Test
  void readsNothingThatATmxNames() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
    assertThatThrownBy(
            () ->
                read(
                    "x.tmx",
                    "<!DOCTYPE tmx [<!ENTITY e SYSTEM \""
                        + secret.toUri()
                        + "\">]><tmx><header srclang=\"en\"/><body><tu><tuv lang=\"en\"><seg>a"
                        + " &e;</seg></tuv><tuv lang=\"zh\"><seg>甲</seg></tuv></tu></body></tmx>",
                    null,
                    null))
        .isInstanceOf(MemoryException.class)
        .hasMessageContaining("x.tmx");
  }

  @Test
  void namesTheLineOfABrokenFileAndKeepsWhatCameBefore() {
    assertThatThrownBy(
            () ->
                read(
                    "x.tmx",
                    "<tmx><header srclang=\"en\"/><body>\n<tu><tuv lang=\"en\"><seg>one</seg></tuv>"
                        + "<tuv lang=\"zh\"><seg>一</seg></tuv></tu>\n<tu><oops></tu>",
                    null,
                    null))
        .hasMessageContaining("x.tmx:3: no well-formed TMX");
    assertThat(units(EN_ZH)).extracting(MemoryUnit::target).containsExactly("一");
  }

  @Test
  void exportedMemoryIsTheSameWhenImported() throws Exception {
    MemoryUnit unit =
        new MemoryUnit(
            "A ⟦1⟧bold⟦/1⟧ & <odd>⟦2⟧ word",
            "⟦2⟧一个⟦1⟧粗⟦/1⟧字 & <odd>",
            new MemoryUnit.Context("book.epub", "ch1#p2", "PARAGRAPH", "before", "after"),
            new MemoryUnit.Making(Origin.TRANSLATED, false, "a model", "recipe"),
            List.of("NUM-001 \"1\" is missing", "LEN-001 too long"),
            Instant.parse("2020-01-02T03:04:05Z"),
            NOW);
    Path file = folder.resolve("out.tmx");
    try (OutputStream out = Files.newOutputStream(file);
        TmxWriter tmx = new TmxWriter(out, EN_ZH, "1.0")) {
      tmx.write(unit);
    }
    new MemoryImport(place(), Optional.empty(), Optional.empty(), NOW).read(file);
    assertThat(units(EN_ZH)).containsExactly(unit);
  }

  @Test
  void readsAinieesCache() throws Exception {
    MemoryImport.Result result =
        read(
            "AinieeCacheData.json",
            """
            {"project_id": "p", "project_type": "Txt", "stats_data": {"files": {"no": 1}},
             "files": {"a/b.txt": {"storage_path": "a/b.txt", "encoding": "utf-8", "items": [
               {"text_index": 1, "translation_status": 1, "model": "m", "source_text": "こんにちは\\n世界", "translated_text": "你好\\n世界"},
               {"text_index": 2, "translation_status": 2, "source_text": "はい", "translated_text": "是"},
               {"text_index": 3, "translation_status": 0, "source_text": "いいえ", "translated_text": ""},
               {"text_index": 4, "translation_status": 7, "source_text": "x", "translated_text": "x"}], "extra": {}}},
             "extra": {}}
            """,
            "ja",
            "zh");
    assertThat(result.count()).isEqualTo(2);
    assertThat(result.leftOut()).containsEntry("not translated", 2L);
    List<MemoryUnit> units = units(new MemoryLanguages("ja", "zh"));
    assertThat(units.get(0).source()).isEqualTo("こんにちは⟦1⟧世界");
    assertThat(units.get(0).target()).isEqualTo("你好⟦1⟧世界");
    assertThat(units.get(0).context().document()).isEqualTo("a/b.txt");
    assertThat(units).allMatch(u -> u.made().origin() == Origin.IMPORTED && !u.made().confirmed());
  }

  @Test
  void asksForTheLanguagesThatAFileDoesNotTell() {
    assertThatThrownBy(() -> read("items.json", "[{\"src\": \"a\", \"dst\": \"甲\"}]", null, "zh"))
        .hasMessageContaining("does not tell its source language; give --from");
    assertThatThrownBy(() -> read("odd.json", "{\"a\": 1}", "ja", "zh"))
        .hasMessageContaining("neither AiNiee's");
    assertThatThrownBy(() -> read("odd.txt", "text", "ja", "zh"))
        .hasMessageContaining("of no known kind");
  }

  @Test
  void readsLinguaGachasProjectAndItems() throws Exception {
    String item =
        "{\"src\": \"剣だ\", \"dst\": \"是剑\", \"name_src\": \"アリス\", \"name_dst\": \"爱丽丝\","
            + " \"file_path\": \"s.json\", \"status\": \"PROCESSED\"}";
    String skipped = "{\"src\": \"x\", \"dst\": \"\", \"status\": \"EXCLUDED\"}";
    Path project = folder.resolve("game.lg");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + project);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT)");
      statement.execute(
          "INSERT INTO meta VALUES ('source_language', '\"JA\"'), ('target_language', '\"ZH\"')");
      statement.execute("CREATE TABLE items (id INTEGER PRIMARY KEY, data TEXT)");
      statement.execute(
          "INSERT INTO items (data) VALUES ('" + item + "'), ('" + skipped + "'), ('{')");
    }
    byte[] before = Files.readAllBytes(project);
    MemoryImport.Result result =
        new MemoryImport(place(), Optional.empty(), Optional.empty(), NOW).read(project);
    assertThat(result.count()).isEqualTo(2);
    assertThat(result.leftOut())
        .containsEntry("not translated", 1L)
        .containsEntry("broken item", 1L);
    assertThat(Files.readAllBytes(project)).isEqualTo(before);
    assertThat(read("items.json", "[" + item + "," + skipped + "]", "ja", "zh").count())
        .isEqualTo(2);
    assertThat(units(new MemoryLanguages("ja", "zh")))
        .extracting(MemoryUnit::target)
        .containsExactly("是剑", "爱丽丝");
  }

  @Test
  void sortsTheTranslationsOfManyLanguages() throws Exception {
    read(
        "m.tmx",
        "<tmx><header srclang=\"*all*\"/><body><tu><tuv lang=\"en\"><seg>one</seg></tuv><tuv"
            + " lang=\"de\"><seg>eins</seg></tuv><tuv"
            + " lang=\"zh-TW\"><seg>一</seg></tuv></tu></body></tmx>",
        null,
        null);
    assertThat(units(new MemoryLanguages("en", "de"))).hasSize(1);
    assertThat(units(new MemoryLanguages("en", "zh-TW"))).hasSize(1);
  }

  @Test
  void keepsNoBytesThatAreNoText() throws Exception {
    byte[] utf16 =
        "\uFEFF<tmx><header srclang=\"en\"/><body><tu><tuv lang=\"en\"><seg>a\u0085b</seg></tuv><tuv lang=\"zh\"><seg>甲⟦9⟧</seg></tuv></tu></body></tmx>"
            .getBytes(StandardCharsets.UTF_16LE);
    Path file = Files.write(folder.resolve("u.tmx"), utf16);
    new MemoryImport(place(), Optional.empty(), Optional.empty(), NOW).read(file);
    assertThat(units(EN_ZH).get(0).source()).isEqualTo("ab");
    assertThat(units(EN_ZH).get(0).target()).isEqualTo("甲9");
  }
}
