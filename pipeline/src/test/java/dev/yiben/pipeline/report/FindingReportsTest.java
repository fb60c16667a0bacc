package dev.yiben.pipeline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.pipeline.DocumentResult;
import dev.yiben.pipeline.DocumentResult.Status;
import dev.yiben.pipeline.Fate;
import dev.yiben.pipeline.JobResult;
import dev.yiben.pipeline.SegmentOutcome;
import dev.yiben.pipeline.Usage;
import dev.yiben.pipeline.check.Finding;
import dev.yiben.pipeline.check.Severity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** SARIF and JUnit's XML. */
class FindingReportsTest {
  private static final Finding MISSING =
      new Finding("NUM-001", Severity.WARNING, "the number 66 is missing");
  private static final Finding LOST =
      new Finding("TAG-001", Severity.ERROR, "the mark ⟦1⟧ is missing \u0001 <&>");

  @TempDir private Path folder;

  @Test
  void sarifHasAResultForEachFinding() throws IOException {
    JsonNode run = sarif(document(outcome(1, MISSING), outcome(2), outcome(3, LOST)));

    assertThat(run.at("/tool/driver/name").asString()).isEqualTo("Yiben");
    JsonNode results = run.get("results");
    assertThat(results).hasSize(2);
    assertThat(results.get(0).get("ruleId").asString()).isEqualTo("NUM-001");
    assertThat(results.get(0).get("level").asString()).isEqualTo("warning");
    assertThat(results.get(0).at("/message/text").asString())
        .isEqualTo("The number 66 is missing.");
    assertThat(results.get(0).at("/locations/0/logicalLocations/0/fullyQualifiedName").asString())
        .isEqualTo("cue/1");
    assertThat(results.get(1).get("level").asString()).isEqualTo("error");
  }

  @Test
  void sarifDescribesTheRulesThatItNames() throws IOException {
    JsonNode run = sarif(document(outcome(1, MISSING), outcome(3, LOST)));
    JsonNode rules = run.at("/tool/driver/rules");

    for (JsonNode result : run.get("results")) {
      JsonNode rule = rules.get(result.get("ruleIndex").asInt());
      assertThat(rule.get("id")).isEqualTo(result.get("ruleId"));
      assertThat(rule.at("/shortDescription/text").asString()).isNotBlank();
      assertThat(rule.at("/help/text").asString()).contains(rule.get("id").asString());
      assertThat(rule.at("/defaultConfiguration/level").asString()).isIn("error", "warning");
    }
  }

  @Test
  void sarifTellsTheLineWhereTheTextShowsIt() throws IOException {
    Files.writeString(output(), "1\nfirst\n\n2\nZiel 1\n\n3\nZiel 2\n");

    JsonNode results = sarif(document(outcome(1, MISSING), outcome(2, LOST))).get("results");

    assertThat(results.get(0).at("/locations/0/physicalLocation/region/startLine").asInt())
        .isEqualTo(5);
    assertThat(results.get(1).at("/locations/0/physicalLocation/region/startLine").asInt())
        .isEqualTo(8);
  }

  @Test
  void sarifFingerprintsDoNotDependOnWhatComesBefore() throws IOException {
    List<String> alone = fingerprints(document(outcome(2, LOST), outcome(2, LOST)));
    List<String> behind = fingerprints(document(outcome(1, MISSING), outcome(2, LOST)));

    assertThat(alone).doesNotHaveDuplicates();
    assertThat(behind.get(1)).isEqualTo(alone.get(0));
  }

  @Test
  void sarifListsSuppressedFindingsAsSuch() throws IOException {
    JsonNode result =
        sarif(document(outcome(1, MISSING.suppressedFor("a song")))).get("results").get(0);

    assertThat(result.at("/suppressions/0/justification").asString()).isEqualTo("a song");
    assertThat(result.at("/suppressions/0/kind").asString()).isEqualTo("external");
  }

  @Test
  void sarifHasReferencesThatAreRelativeWhereTheyCan() throws IOException {
    Path here = Path.of("a folder", "50%:x.html");
    FileProblem other = new FileProblem(LOST, here, OptionalInt.of(3), "", "", "");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ReportFormat.SARIF.writer(List.of(other)).write(List.of(), out);

    JsonNode result = run(out).get("results").get(0);

    assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri").asString())
        .isEqualTo("a%20folder/50%25%3Ax.html");
  }

  @Test
  void sarifOfNothingHasNoResults() throws IOException {
    assertThat(sarif(document(outcome(1))).get("results")).isEmpty();
  }

  @Test
  void junitHasASuiteForAFileAndACaseForASegment() throws Exception {
    Element suite =
        suite(
            document(
                outcome(1, MISSING),
                outcome(2, LOST, MISSING),
                outcome(3, LOST.suppressedFor("a song")),
                outcome(4)));

    assertThat(suite.getAttribute("tests")).isEqualTo("3");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    assertThat(suite.getAttribute("skipped")).isEqualTo("1");
    NodeList cases = suite.getElementsByTagName("testcase");
    assertThat(child(cases, 0, "system-out").getTextContent())
        .contains("WARNING NUM-001: the number 66 is missing", "source: Text 1", "target: Ziel 1");
    assertThat(child(cases, 1, "failure").getAttribute("type")).isEqualTo("TAG-001");
    assertThat(child(cases, 1, "failure").getTextContent()).contains("NUM-001").contains("<&>");
    assertThat(child(cases, 2, "skipped").getAttribute("message")).isEqualTo("a song");
  }

  @Test
  void junitHasACaseThatPassesForASoundFile() throws Exception {
    Element suite = suite(document(outcome(1)));

    assertThat(suite.getAttribute("tests")).isEqualTo("1");
    assertThat(suite.getElementsByTagName("failure").getLength()).isZero();
  }

  @Test
  void junitTakesAFileThatFailedForAnError() throws Exception {
    DocumentResult failed =
        new DocumentResult(
            Path.of("a"),
            output(),
            Status.FAILED,
            Optional.of("it is damaged"),
            "",
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            Usage.NONE);

    Element suite = suite(failed);

    assertThat(suite.getAttribute("errors")).isEqualTo("1");
    assertThat(suite.getElementsByTagName("error").item(0).getTextContent())
        .contains("it is damaged");
  }

  @Test
  void segmentThatKeptItsSourceIsAFailure() throws IOException {
    SegmentOutcome kept =
        new SegmentOutcome(
            segment(1), Fate.KEPT_AS_SOURCE, CodedText.of("Text 1"), "no answer", List.of(), 3);
    DocumentResult written =
        new DocumentResult(
            Path.of("a"),
            output(),
            Status.WRITTEN,
            Optional.empty(),
            "srt",
            Optional.empty(),
            List.of(kept),
            Optional.empty(),
            List.of(),
            Usage.NONE);

    assertThat(sarif(written).get("results").get(0).get("ruleId").asString()).isEqualTo("RUN-001");
  }

  private static Element child(NodeList cases, int index, String name) {
    return (Element) ((Element) cases.item(index)).getElementsByTagName(name).item(0);
  }

  private Element suite(DocumentResult document) throws Exception {
    byte[] xml = written(ReportFormat.JUNIT, document).toByteArray();
    return (Element)
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml))
            .getElementsByTagName("testsuite")
            .item(0);
  }

  private JsonNode sarif(DocumentResult document) throws IOException {
    return run(written(ReportFormat.SARIF, document));
  }

  private static JsonNode run(ByteArrayOutputStream out) {
    JsonNode log = JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8));
    assertThat(log.get("version").asString()).isEqualTo("2.1.0");
    return log.get("runs").get(0);
  }

  private List<String> fingerprints(DocumentResult document) throws IOException {
    return StreamSupport.stream(sarif(document).get("results").spliterator(), false)
        .map(result -> result.at("/partialFingerprints/finding~1v1").asString())
        .toList();
  }

  private static ByteArrayOutputStream written(ReportFormat format, DocumentResult document)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JobResult result = new JobResult(List.of(document), Optional.empty());
    format.writer().write(List.of(JobReport.of("de", result)), out);
    return out;
  }

  private Path output() {
    return folder.resolve("film.de.srt");
  }

  private DocumentResult document(SegmentOutcome... outcomes) {
    return new DocumentResult(
        Path.of("film.srt"),
        output(),
        Status.CHECKED,
        Optional.empty(),
        "srt",
        Optional.empty(),
        List.of(outcomes),
        Optional.empty(),
        List.of(),
        Usage.NONE);
  }

  private static SegmentOutcome outcome(int number, Finding... findings) {
    return new SegmentOutcome(
        segment(number), Fate.TRANSLATED, CodedText.of("Ziel " + number), "", List.of(findings), 0);
  }

  private static Segment segment(int number) {
    return new Segment(
        new SegmentId("cue/" + number), CodedText.of("Text " + number), Role.CUE, "scene/1");
  }
}
