package dev.yiben.pipeline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.pipeline.JobResult;
import dev.yiben.pipeline.rehearsal.RehearsalEngine;
import dev.yiben.pipeline.testing.Job;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonReportTest {
  @TempDir Path folder;

  @Test
  void listsEverySegmentWithItsFate() throws InterruptedException {
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
  void isShortWithoutSegments() throws InterruptedException {
    assertThat(report(false).get("documents").get(0).has("segments")).isFalse();
  }

  @Test
  void saysWhatItWasDoneWith() throws InterruptedException {
    JsonNode manifest = report(false).get("manifest");
    assertThat(manifest.get("engine").asString()).isEqualTo("pseudo");
    assertThat(manifest.get("targetLanguage").asString()).isEqualTo("zh");
  }

  private JsonNode report(boolean segments) throws InterruptedException {
    RehearsalEngine engine = RehearsalEngine.pseudo();
    JobResult result = new Job(folder).file("a.lines", "one <b>two</b>", "12", "three").run(engine);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new JsonReport(segments)
        .write(result, new ReportManifest("1", "pseudo", engine.capabilities(), "zh", 0), out);
    return JsonMapper.shared().readTree(out.toByteArray());
  }
}
