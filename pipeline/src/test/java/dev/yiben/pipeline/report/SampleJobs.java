package dev.yiben.pipeline.report;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.Coverage;
import dev.yiben.glossary.Term;
import dev.yiben.inference.Capabilities;
import dev.yiben.inference.ConstraintSupport;
import dev.yiben.inference.Sampling;
import dev.yiben.inference.TokenUsage;
import dev.yiben.pipeline.DocumentResult;
import dev.yiben.pipeline.DocumentResult.Status;
import dev.yiben.pipeline.Fate;
import dev.yiben.pipeline.JobResult;
import dev.yiben.pipeline.Review;
import dev.yiben.pipeline.SegmentOutcome;
import dev.yiben.pipeline.TermUse;
import dev.yiben.pipeline.Usage;
import dev.yiben.pipeline.check.Finding;
import dev.yiben.pipeline.check.Severity;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Jobs with everything that a report can show. */
final class SampleJobs {
  private SampleJobs() {}

  /** A book and subtitles, and a file that could not be read. */
  static JobReport book() {
    CodedText link =
        CodedText.builder()
            .text("Marlo climbed the ")
            .standalone("<br/>", "\n")
            .text("tower")
            .standalone("<a epub:type=\"noteref\" href=\"#n1\">1</a>", "1")
            .text(" of the Grey Gull.")
            .build();
    List<SegmentOutcome> book =
        List.of(
            outcome("OEBPS/ch1.xhtml#h1", "The Lighthouse", Fate.TRANSLATED, "灯塔", ""),
            new SegmentOutcome(
                segment("OEBPS/ch1.xhtml#p1", link, Role.PARAGRAPH),
                Fate.TRANSLATED,
                link.withMarked("马罗登上灰鸥号⟦1⟧的塔楼⟦2⟧。"),
                "",
                List.of(
                    new Finding(
                        "TERM-001", Severity.WARNING, "\"Marlo\" must be \"马洛\", not \"马罗\"")),
                2,
                OptionalDouble.of(0.81),
                Review.NONE),
            outcome("OEBPS/ch1.xhtml#p2", "1887", Fate.SKIPPED, "1887", "no-letters"),
            outcome(
                "OEBPS/ch1.xhtml#p3",
                "He counted 24 steps, and then he counted them again.",
                Fate.TRANSLATED,
                "他数了二十级台阶，然后又数了一遍。",
                "",
                new Finding("NUM-001", Severity.WARNING, "the number 24 is missing")),
            outcome(
                "OEBPS/ch1.xhtml#p4",
                "“Who is there?”",
                Fate.REUSED,
                "“谁在那儿？”",
                "tm-context",
                new Finding("LEN-001", Severity.INFO, "it is much shorter than its source")
                    .suppressedFor("a short cry")),
            outcome(
                "OEBPS/ch1.xhtml#p5",
                "The lamp went out, and the sea fell silent.",
                Fate.KEPT_AS_SOURCE,
                "The lamp went out, and the sea fell silent.",
                "the translation was cut off"),
            outcome("OEBPS/ch1.xhtml#p6", "Only the gulls cried.", Fate.TRANSLATED, "只有海鸥在叫。", ""));
    List<SegmentOutcome> cues =
        List.of(
            outcome("#1", "السلام عليكم", Fate.TRANSLATED, "你们好。", ""),
            outcome("#2", "ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ", Fate.TRANSLATED, "蒙古语", ""),
            outcome("#3", "Marlo!", Fate.REUSED, "马洛！", "repeat"));
    Term marlo = new Term("Marlo", "马洛", "the old keeper", true, true, false, false, List.of("马罗"));
    JobResult result =
        new JobResult(
            List.of(
                document(
                    "books/lighthouse.epub", "en", book, List.of("2 pictures have no description")),
                document("films/gull.srt", "ar", cues, List.of()),
                new DocumentResult(
                    Path.of("films/broken.srt"),
                    Path.of("films/broken.zh.srt"),
                    Status.FAILED,
                    Optional.of("films/broken.srt:12: this is no time: 00:61"),
                    "",
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    List.of(),
                    Usage.NONE)),
            Optional.empty(),
            List.of(
                new TermUse(
                    marlo,
                    2,
                    List.of(
                        new TermUse.Violation(
                            Path.of("books/lighthouse.epub"),
                            new SegmentId("OEBPS/ch1.xhtml#p1"),
                            "\"Marlo\" must be \"马洛\", not \"马罗\""))),
                new TermUse(Term.of("Grey Gull", "灰鸥号"), 1, List.of()),
                new TermUse(Term.of("harbour", "港口"), 0, List.of())));
    return JobReport.of(manifest("zh"), result)
        .with(
            new RunTime(
                Instant.parse("2026-03-04T05:06:07Z"), Instant.parse("2026-03-04T05:08:49Z")));
  }

  /** A job of many segments, one in a thousand of which has a finding. */
  static JobReport large(int segments) {
    List<SegmentOutcome> outcomes = new ArrayList<>();
    for (int i = 1; i <= segments; i++) {
      String source = "Sentence " + i + " of a very long book, in which little happens but words.";
      String target = "一本很长的书里的第" + i + "句话，其中除了文字几乎什么也没有发生。";
      outcomes.add(
          i % 1000 == 0
              ? outcome(
                  "#" + i,
                  source,
                  Fate.TRANSLATED,
                  target,
                  "",
                  new Finding("LEN-001", Severity.WARNING, "it is much shorter than its source"))
              : outcome("#" + i, source, Fate.TRANSLATED, target, ""));
    }
    return JobReport.of(
        "zh",
        new JobResult(List.of(document("long.txt", "en", outcomes, List.of())), Optional.empty()));
  }

  /** A job of one segment. */
  static JobReport single(String id, String source, String target, Finding... findings) {
    return JobReport.of(
        "ja",
        new JobResult(
            List.of(
                document(
                    "a.txt",
                    "en",
                    List.of(outcome(id, source, Fate.TRANSLATED, target, "", findings)),
                    List.of())),
            Optional.empty()));
  }

  static ReportManifest manifest(String language) {
    return new ReportManifest(
        "0.1.0",
        "openai",
        new Capabilities(
            "qwen2.5-7b-instruct", "f00d", 8192, 4, ConstraintSupport.GRAMMAR, false, "", true),
        "default",
        language,
        new Sampling(0, 7, 40, 0.9, 0.05, 1.1, 0.2, 0.3),
        Map.of("modelFile", "qwen2.5-7b-instruct-q4_k_m.gguf", "modelSize", "4.7 GB"));
  }

  private static DocumentResult document(
      String path, String language, List<SegmentOutcome> outcomes, List<String> notices) {
    long characters =
        outcomes.stream()
            .mapToLong(outcome -> Coverage.characters(outcome.segment().source().plainText()))
            .sum();
    return new DocumentResult(
        Path.of(path),
        Path.of(path.replaceFirst("(\\.\\w+)$", ".zh$1")),
        Status.WRITTEN,
        Optional.empty(),
        path.substring(path.lastIndexOf('.') + 1),
        Optional.of(language),
        outcomes,
        Optional.of(new Coverage(characters + 12, Map.of("ruby-reading", 12L))),
        notices,
        new Usage(12, new TokenUsage(18_400, 12_900, 5_210, 0)));
  }

  private static SegmentOutcome outcome(
      String id, String source, Fate fate, String target, String reason, Finding... findings) {
    return new SegmentOutcome(
        segment(id, CodedText.of(source), id.contains("#h") ? Role.HEADING : Role.PARAGRAPH),
        fate,
        CodedText.of(target),
        reason,
        List.of(findings),
        fate == Fate.TRANSLATED ? 1 : 0);
  }

  private static Segment segment(String id, CodedText source, Role role) {
    return new Segment(new SegmentId(id), source, role, "1");
  }
}
