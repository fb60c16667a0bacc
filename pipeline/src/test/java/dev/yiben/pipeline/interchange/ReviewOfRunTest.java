package dev.yiben.pipeline.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.glossary.Glossary;
import dev.yiben.glossary.Term;
import dev.yiben.pipeline.InputFile;
import dev.yiben.pipeline.store.JobStore;
import dev.yiben.pipeline.store.StoredOutcome;
import dev.yiben.pipeline.testing.Chinese;
import dev.yiben.pipeline.testing.Job;
import dev.yiben.pipeline.testing.ScriptedEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run of the translator, whose targets a person reviews. */
class ReviewOfRunTest {
  @TempDir private Path folder;
  private Job job;
  private Review review;

  @BeforeEach
  void translate() throws InterruptedException {
    job =
        new Job(folder)
            .file("story.lines", "# Elsmar", "The fox ran.", "# Elsmar", "It slept.", "123");
    job.run(new ScriptedEngine(Chinese::answer));
    review = new Review(folder);
  }

  @Test
  void startsFromTargetsOfRun() throws IOException {
    String xml = Files.readString(extract());

    assertThat(xml)
        .contains("state=\"translated\" subState=\"yiben:translated\"")
        .contains("state=\"translated\" subState=\"yiben:reused\"")
        .contains(">" + Chinese.of("The fox ran.") + "</target>")
        .doesNotContain("123");
  }

  @Test
  void tellsTermsAndFindingsInNotes() throws IOException {
    review.glossary(Glossary.of(List.of(Term.of("fox", "狐狸"))));

    String xml = Files.readString(extract());

    assertThat(xml)
        .contains("<note category=\"context\" appliesTo=\"source\">heading</note>")
        .contains("<note category=\"term\" appliesTo=\"source\">fox = 狐狸</note>")
        .containsPattern("<note category=\"finding\" appliesTo=\"target\">TERM-001 warning: .*狐狸");
  }

  @Test
  void givesChangedTargetsToNextRun() throws InterruptedException {
    Path file = Review.edit(extract(), xml -> xml.replace(Chinese.of("It slept."), "它睡了。"));
    try (JobStore store = store()) {
      assertThat(review.merge(file, store).confirmed()).hasSize(1);
    }
    ScriptedEngine engine = new ScriptedEngine(Chinese::answer);

    job.run(engine);

    assertThat(engine.requests()).isEmpty();
    assertThat(job.output("story.lines"))
        .containsExactly(
            Chinese.of("# Elsmar"),
            Chinese.of("The fox ran."),
            Chinese.of("# Elsmar"),
            "它睡了。",
            "123");
  }

  @Test
  void remembersWhatPersonHasConfirmed() throws InterruptedException, IOException {
    Path file =
        Review.edit(
            extract(),
            xml ->
                xml.replaceFirst(
                    "(?s)state=\"translated\" subState=\"yiben:translated\"(.{0,200}The fox)",
                    "state=\"reviewed\"$1"));
    try (JobStore store = store()) {
      review.merge(file, store);
    }
    job.run(new ScriptedEngine(Chinese::answer));

    assertThat(Files.readString(extract())).containsOnlyOnce("state=\"reviewed\"");
  }

  @Test
  void doesNotTakeUnchangedTargetsForConfirmedOnes() {
    Path file = extract();

    try (JobStore store = store()) {
      assertThat(review.merge(file, store).confirmed()).isEmpty();
    }
    assertThat(review.merge(file).confirmed()).isEmpty();
    assertThat(review.output()).contains(Chinese.of("The fox ran."));
  }

  @Test
  void forgetsOutcomesWithTheRest() {
    try (JobStore store = store()) {
      store.clear();
      assertThat(outcomes(store)).isEmpty();
    }
  }

  private Path extract() {
    try (JobStore store = store()) {
      return review.extract(ExchangeFormat.XLIFF2, outcomes(store));
    }
  }

  private List<StoredOutcome> outcomes(JobStore store) {
    InputFile file = new InputFile(review.input(), job.outputPath("story.lines"), Optional.empty());
    return store.outcomes(file.document().toString(), "zh");
  }

  private JobStore store() {
    return JobStore.open(folder.resolve("job"));
  }
}
