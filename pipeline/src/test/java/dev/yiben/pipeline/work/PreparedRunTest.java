package dev.yiben.pipeline.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.glossary.Glossary;
import dev.yiben.glossary.Replacement;
import dev.yiben.glossary.Style;
import dev.yiben.glossary.Term;
import dev.yiben.inference.OutputConstraint;
import dev.yiben.pipeline.DocumentResult;
import dev.yiben.pipeline.Fate;
import dev.yiben.pipeline.JobResult;
import dev.yiben.pipeline.TermUse;
import dev.yiben.pipeline.check.Finding;
import dev.yiben.pipeline.rehearsal.RehearsalEngine;
import dev.yiben.pipeline.testing.Chinese;
import dev.yiben.pipeline.testing.Job;
import dev.yiben.pipeline.testing.ScriptedEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a glossary says beyond terms, in whole runs. */
class PreparedRunTest {
  private static final String VARIABLE = "\\{\\w+\\}";
  private static final Replacement DOTS = new Replacement("...", "……", true, false);
  private static final Replacement COLOUR = new Replacement("colour", "color", true, false);

  @TempDir private Path folder;

  @Test
  void writesProtectedTextsAsTheyWere() throws Exception {
    Job job =
        new Job(folder)
            .file("a.lines", "Good <b>morning</b>, {name} of {town}", "{name}")
            .glossary(protecting(VARIABLE));
    ScriptedEngine engine = new ScriptedEngine(request -> "1|⟦3⟧的⟦2⟧，⟦1⟧早上好⟦/1⟧");
    DocumentResult result = job.runOne(engine);

    assertThat(engine.askedTexts()).containsExactly(List.of("Good ⟦1⟧morning⟦/1⟧, ⟦2⟧ of ⟦3⟧"));
    assertThat(job.output("a.lines")).containsExactly("{town}的{name}，<b>早上好</b>", "{name}");
    assertThat(result.segments().get(0).segment().source().marked())
        .isEqualTo("Good ⟦1⟧morning⟦/1⟧, {name} of {town}");
    assertThat(result.segments().get(0).target().marked()).isEqualTo("{town}的{name}，⟦1⟧早上好⟦/1⟧");
    assertThat(result.segments().get(1).reason()).isEqualTo("protected");
  }

  @Test
  void asksAgainForAProtectedTextThatWasLost() throws Exception {
    Job job =
        new Job(folder).file("a.lines", "Good morning, {name}").glossary(protecting(VARIABLE));
    ScriptedEngine engine =
        new ScriptedEngine(
            request -> request.toString().contains("⟦1⟧ is missing") ? "1|早，⟦1⟧" : "1|早，名字");
    job.runOne(engine);

    assertThat(engine.requests()).hasSize(2);
    assertThat(job.output("a.lines")).containsExactly("早，{name}");
  }

  @Test
  void holdsTheGrammarToProtectedTexts() throws Exception {
    ScriptedEngine engine = ScriptedEngine.enforcingGrammars(request -> "1|早，⟦1⟧");
    new Job(folder)
        .file("a.lines", "Good morning, {name}")
        .glossary(protecting(VARIABLE))
        .runOne(engine);

    assertThat(engine.requests().get(0).constraint())
        .hasValueSatisfying(
            constraint ->
                assertThat(((OutputConstraint.Grammar) constraint).gbnf()).contains("\"⟦1⟧\""));
  }

  @Test
  void writesTheSameBytesWhereNothingIsTranslated() throws Exception {
    Glossary everything =
        new Glossary(
            List.of(Term.of("name", "名")),
            List.of(),
            new Style("brief", "formal"),
            List.of("good"),
            List.of(COLOUR),
            List.of(DOTS),
            List.of(VARIABLE, "</?\\w+>", "\\[.*?\\]"),
            List.of());
    Job job =
        new Job(folder)
            .file(
                "a.lines",
                "Good <b>colour {name}</b>... [x<i>y</i>] ⟦1⟧ {a}{b}",
                "{a}",
                "colour // existing=颜色")
            .glossary(everything);
    DocumentResult result = job.runOne(RehearsalEngine.echo());

    assertThat(Files.readAllBytes(job.outputPath("a.lines")))
        .isEqualTo(Files.readAllBytes(folder.resolve("a.lines")));
    assertThat(result.segments()).extracting(s -> s.fate()).contains(Fate.TRANSLATED);
  }

  @Test
  void replacesBeforeAndAfter() throws Exception {
    Job job =
        new Job(folder)
            .file("a.lines", "The colour of it", "The colour of {that}", "The colour of {this}")
            .glossary(replacing(List.of(COLOUR), List.of(DOTS)));
    ScriptedEngine engine = new ScriptedEngine(r -> "1|它的颜色...\n2|那个⟦1⟧的颜色\n3|这个⟦1⟧的颜色...");
    DocumentResult result = job.runOne(engine);

    assertThat(engine.askedTexts().get(0)).first().isEqualTo("The color of it");
    assertThat(job.output("a.lines").get(0)).isEqualTo("它的颜色……");
    assertThat(result.segments().get(0).segment().source().marked()).isEqualTo("The colour of it");
  }

  @Test
  void checksWhatReplacementsLeave() throws Exception {
    Glossary glossary =
        new Glossary(
            List.of(Term.of("Marlo", "马洛")),
            List.of(),
            Style.NONE,
            List.of(),
            List.of(),
            List.of(new Replacement("马罗", "马洛", true, false)),
            List.of(),
            List.of());
    Job job = new Job(folder).file("a.lines", "Marlo sleeps in the garden").glossary(glossary);
    ScriptedEngine engine = new ScriptedEngine(request -> "1|马罗在花园里睡觉");
    JobResult result = job.run(engine);

    assertThat(engine.requests()).hasSize(1);
    assertThat(job.output("a.lines")).containsExactly("马洛在花园里睡觉");
    assertThat(result.terms().get(0).kind()).isEqualTo(TermUse.Kind.USED);
  }

  @Test
  void asksOnceMoreForAForbiddenTextAndThenReportsIt() throws Exception {
    Glossary glossary =
        new Glossary(
            List.of(),
            List.of(),
            Style.NONE,
            List.of("屌"),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    Job job =
        new Job(folder)
            .file("a.lines", "That is cool", "This is fine with me")
            .glossary(glossary)
            .batchTokens(13);
    ScriptedEngine engine =
        new ScriptedEngine(
            request -> ScriptedEngine.texts(request).contains("That is cool") ? "1|真屌" : "1|我没意见");
    DocumentResult result = job.runOne(engine);

    assertThat(engine.askedTexts().stream().filter(texts -> texts.contains("That is cool")))
        .hasSize(2);
    assertThat(engine.requests().toString()).contains("Line 1: \"屌\" must not be used");
    assertThat(result.segments().get(0).findings())
        .extracting(Finding::id)
        .containsExactly("TERM-002");
    assertThat(result.segments().get(1).findings()).isEmpty();
  }

  @Test
  void namesTheVariantThatMustNotStandThere() throws Exception {
    Term term = new Term("Marlo", "马洛", "", false, true, false, false, List.of("马罗"));
    ScriptedEngine engine =
        new ScriptedEngine(
            request -> request.toString().contains("not \"马罗\"") ? "1|马洛睡了" : "1|马罗（马洛）睡了");
    Job job =
        new Job(folder)
            .file("a.lines", "Marlo sleeps in the garden")
            .glossary(Glossary.of(List.of(term)));
    DocumentResult result = job.runOne(engine);

    assertThat(engine.requests()).hasSize(2);
    assertThat(job.output("a.lines")).containsExactly("马洛睡了");
    assertThat(result.segments().get(0).findings()).isEmpty();
  }

  @Test
  void asksOnlyForSegmentsInWhichMoreIsProtectedThanBefore() throws Exception {
    String[] lines = {"Good morning, {name}", "Good evening, [name]", "Good night, all of you"};
    new Job(folder)
        .file("a.lines", lines)
        .glossary(protecting(VARIABLE))
        .runOne(new ScriptedEngine(Chinese::answer));
    ScriptedEngine engine = new ScriptedEngine(Chinese::answer);
    new Job(folder)
        .file("a.lines", lines)
        .glossary(protecting(VARIABLE, "\\[\\w+\\]"))
        .runOne(engine);

    assertThat(engine.askedTexts()).containsExactly(List.of("Good evening, ⟦1⟧"));
  }

  @Test
  void asksForNothingWhereOnlyLastReplacementsChanged() throws Exception {
    String[] lines = {"The colour of it", "The dream of it"};
    new Job(folder)
        .file("a.lines", lines)
        .runOne(new ScriptedEngine(request -> "1|它的颜色...\n2|它的梦..."));
    ScriptedEngine engine = new ScriptedEngine(Chinese::answer);
    Job job = new Job(folder).file("a.lines", lines).glossary(replacing(List.of(), List.of(DOTS)));
    job.runOne(engine);

    assertThat(engine.requests()).isEmpty();
    assertThat(job.output("a.lines")).containsExactly("它的颜色……", "它的梦……");
  }

  @Test
  void asksOnlyForSegmentsWhoseSourceIsReplacedOtherwise() throws Exception {
    String[] lines = {"The colour of it", "The dream of it"};
    new Job(folder).file("a.lines", lines).runOne(new ScriptedEngine(Chinese::answer));
    ScriptedEngine engine = new ScriptedEngine(Chinese::answer);
    new Job(folder)
        .file("a.lines", lines)
        .glossary(replacing(List.of(COLOUR), List.of()))
        .runOne(engine);

    assertThat(engine.askedTexts()).containsExactly(List.of("The color of it"));
  }

  @Test
  void sharesATargetBetweenSourcesThatDifferInProtectedTextsOnly() throws Exception {
    Job job =
        new Job(folder)
            .file("a.lines", "# Visit {town}", "in between", "# Visit {village}")
            .glossary(protecting(VARIABLE));
    ScriptedEngine engine = new ScriptedEngine(request -> "1|# 游⟦1⟧\n2|之间");
    job.runOne(engine);

    assertThat(engine.requests()).hasSize(1);
    assertThat(job.output("a.lines")).containsExactly("# 游{town}", "之间", "# 游{village}");
  }

  @Test
  void keepsATranslationThatIsThereAlreadyAsItIs() throws Exception {
    Job job =
        new Job(folder)
            .file(
                "a.lines",
                "# Visit {town} // existing=# 游{town}...",
                "# See {town} // existing=# 看城",
                "# Visit {town}")
            .glossary(
                new Glossary(
                    List.of(),
                    List.of(),
                    Style.NONE,
                    List.of(),
                    List.of(),
                    List.of(DOTS),
                    List.of(VARIABLE),
                    List.of()));
    DocumentResult result = job.runOne(new ScriptedEngine(request -> "1|# 不\n"));

    assertThat(result.segments())
        .extracting(s -> s.fate() + " " + s.target().marked())
        .containsExactly("SKIPPED # 游{town}...", "SKIPPED # 看城", "REUSED # 游{town}……");
  }

  private static Glossary protecting(String... patterns) {
    return new Glossary(
        List.of(),
        List.of(),
        Style.NONE,
        List.of(),
        List.of(),
        List.of(),
        List.of(patterns),
        List.of());
  }

  private static Glossary replacing(List<Replacement> before, List<Replacement> after) {
    return new Glossary(
        List.of(), List.of(), Style.NONE, List.of(), before, after, List.of(VARIABLE), List.of());
  }
}
