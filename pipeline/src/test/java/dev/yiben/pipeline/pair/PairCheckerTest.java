package dev.yiben.pipeline.pair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.FormatRegistry;
import dev.yiben.glossary.Glossary;
import dev.yiben.glossary.Term;
import dev.yiben.pipeline.DocumentResult;
import dev.yiben.pipeline.Fate;
import dev.yiben.pipeline.JobResult;
import dev.yiben.pipeline.SegmentOutcome;
import dev.yiben.pipeline.check.Finding;
import dev.yiben.pipeline.check.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairCheckerTest {
  private static final String SOURCE =
      """
      <html><body>
      <h1>The lighthouse</h1>
      <p>Marlo climbed the stairs before the storm came in from the west.</p>
      <p>He counted 214 steps, as he had done every night for eleven years.</p>
      <p>The lamp was <b>cold</b>, and nobody had trimmed the <a href="wick.html">wick</a>.</p>
      <p>Far below, the sea turned over in its sleep and said nothing at all to him.</p>
      <p>In the log he wrote: 23:40, wind from the north-west, visibility 3 miles.</p>
      </body></html>
      """;
  private static final String TARGET =
      """
      <html><body>
      <h1>Der Leuchtturm</h1>
      <p>Marlo stieg die Treppe hinauf, bevor der Sturm von Westen hereinkam.</p>
      <p>Er zählte 214 Stufen, wie er es seit elf Jahren jede Nacht getan hatte.</p>
      <p>Die Lampe war <b>kalt</b>, und niemand hatte den <a href="wick.html">Docht</a> gekürzt.</p>
      <p>Tief unten drehte sich die See im Schlaf um und sagte ihm überhaupt nichts.</p>
      <p>Ins Logbuch schrieb er: 23:40, Wind aus Nordwest, Sicht 3 Meilen.</p>
      </body></html>
      """;

  @TempDir private Path folder;

  @Test
  void soundTranslationHasNoFindings() {
    DocumentResult result = check(SOURCE, TARGET);

    assertThat(result.status()).isEqualTo(DocumentResult.Status.CHECKED);
    assertThat(findings(result)).isEmpty();
    assertThat(result.count(Fate.TRANSLATED)).isEqualTo(6);
  }

  @Test
  void tellsTheLanguageOfATranslationByItsText() {
    write("a.html", SOURCE);
    PairChecker checker = checker(settings(Optional.empty(), Map.of(), Glossary.empty()));

    checker.add(new FilePair(folder.resolve("a.html"), write("b.html", TARGET)));

    assertThat(checker.results()).containsOnlyKeys("de");
  }

  @Test
  void findsAParagraphThatIsLeftOutAndPairsThoseAfterIt() {
    DocumentResult result = check(SOURCE, TARGET.replaceFirst("<p>Er zählte.*</p>\n", ""));

    assertThat(findings(result)).extracting(Finding::id).containsExactly("PAIR-001");
    assertThat(result.segments().get(2).fate()).isEqualTo(Fate.KEPT_AS_SOURCE);
    assertThat(result.segments().get(5).target().plainText()).startsWith("Ins Logbuch");
  }

  @Test
  void findsAParagraphThatTranslatesNothing() {
    DocumentResult result =
        check(
            SOURCE,
            TARGET.replace(
                "<p>Die Lampe",
                "<p>Anmerkung: So hieß es damals oft an dieser Küste.</p><p>Die Lampe"));

    assertThat(findings(result)).extracting(Finding::id).containsExactly("PAIR-002");
    assertThat(result.segments())
        .filteredOn(outcome -> outcome.reason().equals("only-in-target"))
        .singleElement()
        .satisfies(outcome -> assertThat(outcome.target().plainText()).startsWith("Anmerkung"));
  }

  @Test
  void pairsAParagraphThatIsSplit() {
    DocumentResult result =
        check(SOURCE, TARGET.replace("Stufen, wie er es", "Stufen.</p><p>So hatte er es"));

    assertThat(findings(result)).extracting(Finding::id).containsExactly("PAIR-003");
    assertThat(result.segments().get(2).target().plainText()).contains("Stufen.", "So hatte er es");
  }

  @Test
  void comparesCodesWhereverTheyStand() {
    String moved =
        TARGET.replace(
            "<p>Die Lampe war <b>kalt</b>, und niemand hatte den <a href=\"wick.html\">Docht</a>",
            "<p>Den <a href=\"docht.html\">Docht</a> der <b>kalten</b> Lampe hatte niemand");

    assertThat(findings(check(SOURCE, moved))).isEmpty();
  }

  @Test
  void findsWhatIsMissingInASegment() {
    String bad =
        TARGET
            .replace("214", "viele")
            .replace("<a href=\"wick.html\">Docht</a>", "Docht")
            .replace("<b>kalt</b>", "<b>kalt</b> <i>und leer</i>");

    assertThat(findings(check(SOURCE, bad)))
        .extracting(Finding::id)
        .contains("NUM-001", "TAG-001")
        .doesNotContain("PAIR-001", "PAIR-002");
  }

  @Test
  void severitiesHoldForCodesToo() {
    String bad = TARGET.replace("<b>kalt</b>", "kalt");

    assertThat(findings(check(SOURCE, bad, Map.of("TAG-001", Severity.OFF)))).isEmpty();
    assertThat(findings(check(SOURCE, bad, Map.of("TAG-001", Severity.INFO))))
        .extracting(Finding::severity)
        .containsOnly(Severity.INFO);
  }

  @Test
  void honoursTheGlossary() {
    Glossary glossary =
        Glossary.of(
            List.of(new Term("wick", "Kerzendocht", "", false, true, false, false, List.of())));
    write("a.html", SOURCE);
    PairChecker checker = checker(settings(Optional.of("de"), Map.of(), glossary));

    checker.add(new FilePair(folder.resolve("a.html"), write("b.html", TARGET)));

    JobResult result = checker.results().get("de");
    assertThat(findings(result.documents().get(0)))
        .extracting(Finding::id)
        .containsExactly("TERM-001");
    assertThat(result.terms()).hasSize(1);
  }

  @Test
  void leavesTheSourceOutOfATranslationThatShowsBoth() {
    StringBuilder both = new StringBuilder("<html><body>");
    List<String> sources = SOURCE.lines().toList();
    List<String> targets = TARGET.lines().toList();
    for (int i = 1; i < sources.size() - 1; i++) {
      both.append(sources.get(i)).append(targets.get(i));
    }

    assertThat(findings(check(SOURCE, both + "</body></html>"))).isEmpty();
  }

  @Test
  void leavesTheSourceOutOfCuesThatShowBoth() {
    String source = cues(0, "Where have you been?", "At the <i>harbour</i>.", "All night long?");
    String both =
        cues(
            0,
            "Where have you been?\nWo bist du gewesen?",
            "At the <i>harbour</i>.\nAm <i>Hafen</i>.",
            "All night long?\nDie ganze Nacht?");

    DocumentResult result = check("srt", source, both, Map.of());

    assertThat(findings(result)).isEmpty();
    assertThat(result.segments())
        .extracting(outcome -> outcome.target().plainText())
        .containsExactly("Wo bist du gewesen?", "Am Hafen.", "Die ganze Nacht?");
  }

  @Test
  void pairsCuesByTheirTimes() {
    String source = cues(0, "No.", "Yes.", "No!", "Never.", "Come here.", "Why?");
    String target =
        cues(0, "Nein.", "", "Nein!", "Niemals.", "Komm her.", "Warum?")
            .replaceFirst("(?s)2\n00:00:10.*?\n\n\n", "");

    DocumentResult result = check("srt", source, target, Map.of());

    assertThat(result.segments())
        .filteredOn(outcome -> outcome.fate() == Fate.KEPT_AS_SOURCE)
        .extracting(outcome -> outcome.segment().source().plainText())
        .containsExactly("Yes.");
  }

  @Test
  void fileThatCannotBeReadIsAResult() {
    write("a.html", SOURCE);
    PairChecker checker = checker(settings(Optional.of("de"), Map.of(), Glossary.empty()));

    checker.add(new FilePair(folder.resolve("a.html"), write("b.epub", "no book")));

    assertThat(checker.results().values())
        .singleElement()
        .satisfies(
            result ->
                assertThat(result.documents().get(0).status())
                    .isEqualTo(DocumentResult.Status.FAILED));
  }

  private static String cues(int firstSecond, String... texts) {
    StringBuilder cues = new StringBuilder();
    for (int i = 0; i < texts.length; i++) {
      int second = firstSecond + i * 10;
      cues.append(i + 1)
          .append("\n00:00:%02d,000 --> 00:00:%02d,500\n".formatted(second, second + 8))
          .append(texts[i])
          .append("\n\n");
    }
    return cues.toString();
  }

  private DocumentResult check(String source, String target) {
    return check(source, target, Map.of());
  }

  private DocumentResult check(String source, String target, Map<String, Severity> severities) {
    return check("html", source, target, severities);
  }

  private DocumentResult check(
      String extension, String source, String target, Map<String, Severity> severities) {
    Path original = write("source." + extension, source);
    PairChecker checker = checker(settings(Optional.of("de"), severities, Glossary.empty()));
    checker.add(new FilePair(original, write("target." + extension, target)));
    return checker.results().get("de").documents().get(0);
  }

  private PairChecker checker(PairSettings settings) {
    return new PairChecker(FormatRegistry.load(), FormatOptions.DEFAULT, settings);
  }

  private static PairSettings settings(
      Optional<String> language, Map<String, Severity> severities, Glossary glossary) {
    return new PairSettings(Optional.of("en"), language, Optional.empty(), glossary, severities);
  }

  private static List<Finding> findings(DocumentResult result) {
    return result.segments().stream().map(SegmentOutcome::findings).flatMap(List::stream).toList();
  }

  private Path write(String name, String content) {
    try {
      return Files.writeString(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
