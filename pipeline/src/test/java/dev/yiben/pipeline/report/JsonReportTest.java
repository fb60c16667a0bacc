package dev.yiben.pipeline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.glossary.Glossary;
import dev.yiben.glossary.Term;
import dev.yiben.inference.Sampling;
import dev.yiben.pipeline.JobResult;
import dev.yiben.pipeline.rehearsal.RehearsalEngine;
import dev.yiben.pipeline.testing.Job;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonReportTest {
  @TempDir Path folder;

  @Test
  void listsEverySegmentWithItsFate() throws InterruptedException, IOException {
    JsonNode document = report(true).get("documents").get(0);
    assertThat(document.get("status").asString()).isEqualTo("written");
    assertThat(document.get("segments")).hasSize(3);
    assertThat(document.get("segments").get(0).get("fate").asString()).isEqualTo("translated");
    assertThat(document.get("segments").get(0).get("target").asString()).startsWith("[");
    assertThat(document.get("segments").get(1).get("reason").asString()).isEqualTo("no-letters");
    assertThat(document.get("segmentCounts").get("translated").asInt()).isEqualTo(2);
    assertThat(document.get("characters").get("skipped").get("no-letters").asInt()).isEqualTo(2);
  }

  @Test
  void isShortWithoutSegments() throws InterruptedException, IOException {
    assertThat(report(false).get("documents").get(0).has("segments")).isFalse();
  }

  @Test
  void saysWhatItWasDoneWith() throws InterruptedException, IOException {
    JsonNode manifest = report(false).get("manifest");
    assertThat(manifest.get("engine").asString()).isEqualTo("pseudo");
    assertThat(manifest.get("promptProfile").asString()).isEqualTo("default");
    assertThat(manifest.get("targetLanguage").asString()).isEqualTo("zh");
    assertThat(manifest.get("modelFile").asString()).isEqualTo("m.gguf");
    assertThat(manifest.get("slots").asInt()).isPositive();
    assertThat(manifest.get("seed").asInt()).isEqualTo(7);
    assertThat(manifest.get("sampling").toString())
        .isEqualTo(
            "{\"temperature\":0.5,\"topK\":40,\"topP\":0.9,\"minP\":0.05,"
                + "\"repeatPenalty\":1.1,\"frequencyPenalty\":0.2,\"presencePenalty\":0.3}");
  }

  @Test
  void listsTheTermsOfTheGlossary() throws InterruptedException, IOException {
    assertThat(report(false).get("terms").toString())
        .isEqualTo("[{\"source\":\"three\",\"target\":\"三\",\"use\":\"used\",\"segments\":1}]");
  }

  @Test
  void countsWhatIsReusedByWhereItComesFrom() throws InterruptedException, IOException {
    JsonNode documents = report(false).get("documents");
    assertThat(documents.get(0).has("reusedFrom")).isFalse();
    assertThat(documents.get(1).get("reusedFrom").toString()).isEqualTo("{\"repeat\":1}");
  }

  @Test
  void saysWhenItWasDone() throws InterruptedException, IOException {
    assertThat(report(false).get("time").toString())
        .isEqualTo(
            "{\"started\":\"2026-01-02T03:04:05Z\",\"finished\":\"2026-01-02T03:05:35Z\","
                + "\"seconds\":90.0}");
  }

  private JsonNode report(boolean segments) throws InterruptedException, IOException {
    RehearsalEngine engine = RehearsalEngine.pseudo();
    JobResult result =
        new Job(folder)
            .file("a.lines", "one <b>two</b>", "12", "three")
            .file("b.lines", "# title", "four", "# title")
            .glossary(Glossary.of(List.of(Term.of("three", "三"))))
            .run(engine);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ReportManifest manifest =
        new ReportManifest(
            "1",
            "pseudo",
            engine.capabilities(),
            "default",
            "zh",
            new Sampling(0.5, 7, 40, 0.9, 0.05, 1.1, 0.2, 0.3),
            Map.of("modelFile", "m.gguf"));
    RunTime time =
        new RunTime(Instant.parse("2026-01-02T03:04:05Z"), Instant.parse("2026-01-02T03:05:35Z"));
    new JsonReport(segments).write(List.of(JobReport.of(manifest, result).with(time)), out);
    return JsonMapper.shared().readTree(out.toByteArray());
  }
}
