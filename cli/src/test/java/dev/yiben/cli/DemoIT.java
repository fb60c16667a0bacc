package dev.yiben.cli;

import static dev.yiben.cli.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.format.epub.EpubChecker;
import dev.yiben.inference.LocalEngine;
import dev.yiben.pipeline.prompt.PromptTemplate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The README's first commands, with the real model. */
@ParameterizedClass
@EnumSource
class DemoIT {
  private static final String BLOCKS = "h1, h2, p, li, td, th, figcaption, dt, dd, aside";
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Pattern LETTER = Pattern.compile("\\p{L}");
  private static final Pattern TIMING = Pattern.compile(".* --> .*|[0-9]*");

  @Parameter private LocalEngine engine;
  @TempDir Path folder;
  private Launcher launcher;

  @BeforeEach
  void copySamples() throws IOException {
    launcher = new Launcher(folder).with(engine);
    for (String sample : List.of("lighthouse.epub", "lighthouse.srt", "glossary.yaml")) {
      Files.copy(Launcher.samples().resolve(sample), launcher.work().resolve(sample));
    }
  }

  @Test
  void translatesTheBook() throws Exception {
    Outcome outcome = launcher.run("translate lighthouse.epub --to zh --model demo");

    Path output = launcher.work().resolve("lighthouse.zh.epub");
    assertThat(outcome).succeeded().outIsPaths(Path.of("lighthouse.zh.epub"));
    assertThat(EpubChecker.errors(output)).isEmpty();
    Map<String, Element> source = pages(launcher.work().resolve("lighthouse.epub"));
    Map<String, Element> target = pages(output);
    assertThat(target.keySet()).isEqualTo(source.keySet());
    source.forEach(
        (name, page) -> {
          List<Element> blocks = page.select(BLOCKS);
          List<Element> translated = target.get(name).select(BLOCKS);
          assertThat(translated).as(name).hasSameSizeAs(blocks);
          for (int i = 0; i < blocks.size(); i++) {
            assertThat(tags(translated.get(i))).as(name).isEqualTo(tags(blocks.get(i)));
            assertIsChinese(translated.get(i));
          }
        });
  }

  @Test
  void translatesTheBookWithItsGlossary() throws Exception {
    assertThat(
            launcher.run(
                "translate lighthouse.epub --to zh --model demo --glossary glossary.yaml"
                    + " --report report.json"))
        .succeeded();

    String text =
        String.join(
            "\n",
            pages(launcher.work().resolve("lighthouse.zh.epub")).values().stream()
                .map(Element::text)
                .toList());
    assertThat(text).contains("马洛", "塞尔比", "灰鸥号").doesNotContain("Marlo", "Selby");
    assertThat(Files.readString(launcher.work().resolve("report.json")))
        .contains("\"fate\" : \"translated\"")
        .doesNotContain("kept-as-source\",");
  }

  @Test
  void translatesTheSubtitles() throws Exception {
    assertThat(
            launcher.run("translate lighthouse.srt --to zh --model demo --glossary glossary.yaml"))
        .succeeded()
        .outIsPaths(Path.of("lighthouse.zh.srt"));

    List<String> source = Files.readAllLines(launcher.work().resolve("lighthouse.srt"));
    List<String> target = Files.readAllLines(launcher.work().resolve("lighthouse.zh.srt"));
    assertThat(target)
        .filteredOn(line -> TIMING.matcher(line).matches())
        .isEqualTo(source.stream().filter(line -> TIMING.matcher(line).matches()).toList());
    assertThat(target)
        .filteredOn(line -> !TIMING.matcher(line).matches())
        .allMatch(line -> HAN.matcher(line).find());
  }

  @Test
  void computesOnWhereAConversationEnded() throws Exception {
    Files.writeString(
        launcher.work().resolve("growing.yaml"),
        PromptTemplate.find("demo")
            .orElseThrow()
            .text()
            .replace("most_exchanges: 1", "most_exchanges: 8"));
    String command =
        "translate lighthouse.epub --to zh --model demo --profile growing.yaml"
            + " --glossary glossary.yaml --fail-on never";

    assertThat(launcher.run(command + " -o kept.epub --report kept.json")).succeeded();
    assertThat(launcher.run(command + " -o new.epub --report new.json --prompt-cache off"))
        .succeeded();

    JsonNode kept = usage("kept.json");
    assertThat(kept.get("cachedPromptTokens").asInt())
        .isGreaterThan(kept.get("promptTokens").asInt() * 2 / 5);
    assertThat(usage("new.json").get("cachedPromptTokens").asInt()).isZero();
  }

  private JsonNode usage(String report) {
    return new JsonMapper().readTree(launcher.work().resolve(report).toFile()).get("usage");
  }

  private static Map<String, Element> pages(Path book) throws IOException {
    Map<String, Element> pages = new TreeMap<>();
    try (ZipFile zip = new ZipFile(book.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        if (entry.getName().endsWith(".xhtml")) {
          try (InputStream in = zip.getInputStream(entry)) {
            String markup = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            pages.put(entry.getName(), Jsoup.parse(markup, "", Parser.xmlParser()));
          }
        }
      }
    }
    return pages;
  }

  /** Returns the tags in a block with what identifies them, in any order. */
  private static List<String> tags(Element block) {
    return block.select("*").stream()
        .map(
            tag ->
                tag.tagName()
                    + tag.attr("id")
                    + " "
                    + tag.attr("href")
                    + " "
                    + tag.attr("src")
                    + tag.attr("class"))
        .sorted()
        .toList();
  }

  /** Names that no glossary has stay in Latin letters, so half of the letters must do. */
  private static void assertIsChinese(Element block) {
    String text = block.text();
    long letters = LETTER.matcher(text).results().count();
    long han = HAN.matcher(text).results().count();
    if (letters > 0) {
      assertThat(han).as(text).isPositive();
    }
  }
}
