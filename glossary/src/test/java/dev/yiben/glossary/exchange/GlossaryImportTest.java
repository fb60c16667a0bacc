package dev.yiben.glossary.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.yiben.glossary.ExamplePair;
import dev.yiben.glossary.Glossary;
import dev.yiben.glossary.GlossaryException;
import dev.yiben.glossary.Persona;
import dev.yiben.glossary.Replacement;
import dev.yiben.glossary.Term;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GlossaryImportTest {
  @TempDir private Path folder;

  @Test
  void readsColumnsByTheirNames() throws IOException {
    Imported imported =
        read(
            "names.csv",
            """
            译文,原文,描述,状态
            马洛,Marlo,"the old, gruff
            keeper",ok
            ,Selby,,
            灰鸥号,the Grey Gull,,
            灰鸥号,the Grey Gull,,
            海鸥号,the grey gull,,
            """);

    assertThat(imported.format()).isEqualTo("CSV");
    assertThat(imported.glossary().terms())
        .extracting(Term::source, Term::target, Term::note)
        .containsExactly(
            tuple("Marlo", "马洛", "the old, gruff keeper"), tuple("the Grey Gull", "灰鸥号", ""));
    assertThat(imported.notices())
        .containsExactly(
            new Notice(1, "the column \"状态\" is not read"),
            new Notice(4, "\"Selby\" has no translation; left out"),
            new Notice(
                7, "\"the grey gull\" stands on line 5 already, as \"灰鸥号\"; this one is left out"));
  }

  @Test
  void readsColumnsByTheirOrder() throws IOException {
    assertThat(read("a.csv", "Marlo;马洛;the old, gruff keeper\nSelby;塞尔比;\n").glossary().terms())
        .extracting(Term::source, Term::target, Term::note)
        .containsExactly(tuple("Marlo", "马洛", "the old, gruff keeper"), tuple("Selby", "塞尔比", ""));
    assertThat(read("b.txt", "Marlo\t马洛\n\"Sel\"by\t塞尔比\n").glossary().terms())
        .extracting(Term::source)
        .containsExactly("Marlo", "\"Sel\"by");
    assertThat(read("c.csv", "Marlo,马洛,,false,true\n").glossary().terms().get(0))
        .extracting(Term::regex, Term::caseSensitive)
        .containsExactly(false, true);
  }

  @Test
  void readsColumnsByTheirLanguages() throws IOException {
    String text = "en,de,zh-CN\nsea,Meer,海\n";

    assertThat(read("a.csv", text).glossary().terms())
        .extracting(Term::source, Term::target)
        .containsExactly(tuple("sea", "Meer"));
    assertThat(read("a.csv", text, languages("de", "zh")).glossary().terms())
        .extracting(Term::source, Term::target)
        .containsExactly(tuple("Meer", "海"));
    assertThatThrownBy(() -> read("a.csv", text, languages("de", "ko")))
        .isInstanceOf(GlossaryException.class)
        .hasMessageEndingWith("a.csv: it has no column for the language ko; change --to");
  }

  @Test
  void findsOutHowTextIsEncoded() throws IOException {
    String text = "原文,译文\n馬洛,Marlo\n塞爾比來自達維,Selby\n燈塔的看守人,keeper\n灰鷗號是一艘船,the Grey Gull\n";
    for (String charset : List.of("UTF-8", "UTF-16", "GB18030", "Big5")) {
      Path file = folder.resolve(charset + ".csv");
      Files.write(file, text.getBytes(Charset.forName(charset)));

      Imported imported =
          GlossaryImport.read(
              file,
              charset.equals("Big5")
                  ? new ImportOptions(
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.of(Charset.forName(charset)))
                  : ImportOptions.DEFAULT);
      assertThat(imported.glossary().terms())
          .as(charset)
          .extracting(Term::target)
          .contains("Marlo", "keeper");
      assertThat(imported.notices().stream().map(Notice::text))
          .as(charset)
          .filteredOn(notice -> notice.contains("guess"))
          .hasSize(charset.equals("GB18030") ? 1 : 0);
    }
  }

  @Test
  void readsRulesOfLinguaGacha() throws IOException {
    assertThat(
            read(
                    "glossary.json",
                    """
                    [
                      {"src": "Marlo", "dst": "马洛", "info": "男性", "regex": false,
                       "case_sensitive": true},
                      {"src": "Chapter (?P<n>\\\\d+)", "dst": "第\\\\g<n>章$", "regex": true},
                      {"src": "(", "dst": "x", "regex": true},
                      // a slip
                      {"src": "(\\\\d+)b", "dst": "第\\\\2章", "regex": true},
                    ]
                    """)
                .toString())
        .contains("source=Marlo, target=马洛, note=男性, caseSensitive=true")
        .contains("source=Chapter (?<n>\\d+), target=第${n}章\\$")
        .contains("Notice[line=5, text=\"(\" is no regular expression")
        .contains("Notice[line=7, text=\"(\\d+)b\" has no such group as \"第$2章\" refers to");
    assertThat(
            read(
                    "preserve.json",
                    "[{\"src\":\"\\\\\\\\n\\\\[\\\\d+\\\\]\",\"dst\":\"\",\"info\":\"\\\\n[1]\"}]")
                .glossary()
                .protectedPatterns())
        .containsExactly("(?iu)\\\\n\\[\\d+\\]");
    assertThat(
            read("post_replacement.json", "[{\"src\":\"a(b)\",\"dst\":\"\\\\1\",\"regex\":true}]")
                .glossary()
                .after())
        .containsExactly(new Replacement("a(b)", "$1", false, true));
    assertThat(read("map.json", "{\"Marlo\": \"马洛\", \"Selby\": \"\"}").toString())
        .contains("source=Marlo, target=马洛")
        .contains("\"Selby\" has no translation; left out");
  }

  @Test
  void readsFilesOfAiNiee() throws IOException {
    assertThat(
            read("g.json", "[{\"srt\":\"Marlo\",\"dst\":\"马洛\",\"info\":\"\"}]").glossary().terms())
        .containsExactly(Term.of("Marlo", "马洛"));
    assertThat(
            read(
                    "exclusion.json",
                    "[{\"markers\":\"a.b\",\"info\":\"\",\"regex\":\"\"},"
                        + "{\"markers\":\"\",\"info\":\"\",\"regex\":\"<[^>]+>\"}]")
                .glossary()
                .protectedPatterns())
        .containsExactly("a\\.b", "<[^>]+>");
    String replacements =
        "[{\"src\":\"x\",\"dst\":\"\\\\1\",\"regex\":\"(x)y\"},{\"src\":\"u\",\"dst\":\"v\",\"regex\":\"\"}]";
    assertThat(read("译前替换.json", replacements).glossary().before())
        .containsExactly(
            new Replacement("(x)y", "$1", false, true), new Replacement("u", "v", false, false));
    assertFails(
        () -> read("some.json", replacements),
        "some.json: these are replacements; say --as before for those in sources, or --as after");
    assertThat(
            read(
                    "some.json",
                    "[{\"src\":\"a\",\"dst\":\"b\"}]",
                    GlossaryExportTest.as(Part.EXAMPLES))
                .glossary()
                .examples())
        .containsExactly(new ExamplePair("a", "b"));
    Glossary characters =
        read(
                "characters.json",
                """
                [{"original_name": "神里[Separator]綾華", "translated_name": "Kamisato[Separator]Ayaka",
                  "gender": "女", "age": "18", "personality": "shy", "speech_style": "formal",
                  "additional_info": "a lady"}]
                """)
            .glossary();
    assertThat(characters.personas())
        .containsExactly(
            new Persona("神里綾華", "Kamisato Ayaka", "女", "formal", "age: 18; shy; a lady"));
    assertThat(characters.terms())
        .containsExactly(Term.of("神里", "Kamisato"), Term.of("綾華", "Ayaka"));
  }

  @Test
  void readsActorsOfRpgMaker() throws IOException {
    assertThat(
            read(
                    "Actors.json",
                    """
                    [
                    null,
                    {"id":1,"battlerName":"","characterIndex":0,"equips":[1,2],"name":"Harold",
                     "nickname":"the Brave","note":"","profile":"","traits":[{"code":1}]},
                    {"id":2,"name":"","nickname":""}
                    ]
                    """)
                .glossary()
                .personas())
        .containsExactly(new Persona("Harold", "", "", "", "\\N[1] in texts, called the Brave"));
  }

  @Test
  void readsAllListsOfAFile() throws IOException {
    Imported imported =
        read(
            "config.json",
            """
            {"prompt_dictionary_data": [{"src": "Marlo", "dst": "马洛"}],
             "post_translation_data": [{"src": "a", "dst": "b"}],
             "exclusion_list_data": [{"markers": "%s", "regex": ""}],
             "threads": 4}
            """);

    assertThat(imported.glossary().terms()).containsExactly(Term.of("Marlo", "马洛"));
    assertThat(imported.glossary().after()).hasSize(1);
    assertThat(imported.glossary().protectedPatterns()).containsExactly("%s");
    assertThat(imported.notices())
        .containsExactly(new Notice(0, "the key \"threads\" is not read"));
  }

  @Test
  void readsTbxOfBothVersions() throws IOException {
    Imported second =
        read(
            "old.tbx",
            """
            <?xml version="1.0"?>
            <!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
            <martif type="TBX-Basic" xml:lang="en">
              <martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></martifHeader>
              <text><body>
                <termEntry id="c1">
                  <descrip type="subjectField">ships</descrip>
                  <descripGrp><descrip type="definition">a <hi>grey</hi> bird</descrip></descripGrp>
                  <langSet xml:lang="en">
                    <tig><term>gull</term><termNote type="partOfSpeech">noun</termNote></tig>
                    <ntig><termGrp><term>sea gull</term></termGrp></ntig>
                  </langSet>
                  <langSet xml:lang="de">
                    <tig><term>Seemöwe</term></tig>
                    <tig><term>Möwe</term>
                      <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>
                    <tig><term>Möve</term>
                      <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
                  </langSet>
                </termEntry>
                <termEntry><langSet xml:lang="en"><tig><term>sea</term></tig></langSet></termEntry>
              </body></text>
            </martif>
            """);

    assertThat(second.glossary().terms())
        .containsExactly(
            new Term("gull", "Möwe", "a grey bird", false, true, false, false, List.of("Möve")),
            new Term(
                "sea gull", "Möwe", "a grey bird", false, true, false, false, List.of("Möve")));
    assertThat(second.notices())
        .containsExactly(
            new Notice(6, "\"Seemöwe\" is left out beside \"Möwe\": a term has one translation"),
            new Notice(21, "the entry has no term in de; left out"),
            new Notice(0, "\"partOfSpeech\" is not read (1 times)"),
            new Notice(0, "\"subjectField\" is not read (1 times)"));

    String third =
        """
        <tbx style="dct" type="TBX-Basic" xml:lang="de" xmlns="urn:iso:std:iso:30042:ed-2"
            xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
          <text><body><conceptEntry id="1">
            <basic:definition>Vogel</basic:definition>
            <langSec xml:lang="de"><termSec><term>Möwe</term></termSec></langSec>
            <langSec xml:lang="en-GB"><termSec><term>mew</term>
              <min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec>
              <termSec><term>gull</term></termSec></langSec>
            <langSec xml:lang="zh"><termSec><term>鸥</term></termSec></langSec>
          </conceptEntry></body></text></tbx>
        """;
    ImportOptions intoEnglish =
        new ImportOptions(Optional.empty(), Optional.empty(), Optional.of("en"), Optional.empty());
    assertThat(read("new.tbx", third, intoEnglish).glossary().terms())
        .containsExactly(
            new Term("Möwe", "gull", "Vogel", false, true, false, false, List.of("mew")));
    assertFails(() -> read("new.tbx", third), "it has the languages de, en-GB, zh; say which with");
  }

  @Test
  void saysWhatIsWrongAndWhere() throws IOException {
    assertFails(
        () -> read("a.json", "[{\"src\":\"a\",\n\"dst\" \"b\"}]"), "a.json:2: not valid JSON");
    assertThat(read("a.json", "[1]").notices())
        .containsExactly(new Notice(1, "\"1\" is no entry; left out"));
    assertFails(() -> read("a.json", "[{\"dst\":1}]"), "a.json: no terms were found");
    assertFails(() -> read("a.csv", "one column\n"), "expected columns for source and target");
    assertFails(() -> read("a.tbx", "<html><p>x</p></html>"), "without entries of a termbase");
    assertFails(() -> read("a.tbx", "<tbx>\n<text></tbx>"), "a.tbx:2: not well-formed XML");
    assertFails(() -> read("a.csv", ""), "the file is empty");
    assertFails(
        () -> GlossaryImport.read(folder.resolve("none.csv"), ImportOptions.DEFAULT),
        "none.csv: there is no such file");
    Files.write(folder.resolve("a.xls"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0});
    assertFails(
        () -> GlossaryImport.read(folder.resolve("a.xls"), ImportOptions.DEFAULT),
        "save it as .xlsx");
  }

  @Test
  void standsHostileFiles() throws IOException {
    assertFails(() -> read("a.json", "[".repeat(100_000)), "a.json");
    assertFails(
        () ->
            read(
                "a.tbx",
                "<!DOCTYPE a [<!ENTITY b \"x\"><!ENTITY c \"&b;&b;\">]><tbx><conceptEntry>"
                    + "<note>&c;</note></conceptEntry></tbx>"),
        "a.tbx");
    assertFails(
        () -> read("b.tbx", "<tbx><conceptEntry>" + "<descripGrp>".repeat(10_000)), "b.tbx");
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 101; i++) {
        out.write(zeros);
      }
    }
    Files.write(folder.resolve("bomb.xlsx"), zip.toByteArray());
    assertFails(
        () -> GlossaryImport.read(folder.resolve("bomb.xlsx"), ImportOptions.DEFAULT), "too large");
    Files.writeString(folder.resolve("broken.xlsx"), "PK\u0003\u0004broken");
    assertFails(
        () -> GlossaryImport.read(folder.resolve("broken.xlsx"), ImportOptions.DEFAULT),
        "not a sound Excel file");
  }

  private static void assertFails(ThrowingCallable reading, String message) {
    assertThatThrownBy(reading)
        .isInstanceOf(GlossaryException.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
  }

  private static ImportOptions languages(String source, String target) {
    return new ImportOptions(
        Optional.empty(), Optional.of(source), Optional.of(target), Optional.empty());
  }

  private Imported read(String name, String text) throws IOException {
    return read(name, text, ImportOptions.DEFAULT);
  }

  private Imported read(String name, String text, ImportOptions options) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text, StandardCharsets.UTF_8);
    return GlossaryImport.read(file, options);
  }
}
