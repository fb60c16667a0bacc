package dev.yiben.pipeline.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiben.glossary.ExamplePair;
import dev.yiben.glossary.Glossary;
import dev.yiben.glossary.Persona;
import dev.yiben.glossary.Style;
import dev.yiben.inference.GenerationRequest;
import dev.yiben.pipeline.JobException;
import dev.yiben.pipeline.testing.Chinese;
import dev.yiben.pipeline.testing.Job;
import dev.yiben.pipeline.testing.ScriptedEngine;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a glossary tells a model besides terms. */
class GuidanceTest {
  private static final Persona MARLO = new Persona("Marlo", "", "male", "gruff", "");
  private static final Persona SELBY = new Persona("Selby", "塞尔比", "female", "", "");
  private static final ExamplePair EXAMPLE = new ExamplePair("It rains.", "下雨了。");

  @TempDir private Path folder;

  @Test
  void tellsStyleRegisterAndExamplesInTheHead() throws Exception {
    ScriptedEngine engine = new ScriptedEngine(Chinese::answer);
    job(glossary(new Style("a fairy tale", "formal"), List.of(), List.of(EXAMPLE))).runOne(engine);

    assertThat(head(engine.requests().get(0)))
        .contains("in a formal register, also in how people are addressed. Render")
        .endsWith("- Style: a fairy tale\n- Translations to go by:\nIt rains. = 下雨了。");
  }

  @Test
  void tellsOfCharactersOnlyWhereTheyAreNamedOrSpeak() throws Exception {
    ScriptedEngine engine = new ScriptedEngine(Chinese::answer);
    job(glossary(Style.NONE, List.of(MARLO, SELBY), List.of())).batchTokens(13).runOne(engine);

    assertThat(last(engine.requests().get(0))).contains("Who they are:\nMarlo: male; gruff\n");
    assertThat(last(engine.requests().get(1)))
        .doesNotContain("Who they are")
        .contains("Selby = 塞尔比 (female)");
    assertThat(last(engine.requests().get(3))).contains("Marlo: male").doesNotContain("Selby");
    assertThat(last(engine.requests().get(4))).doesNotContain("Marlo", "Selby");
  }

  @Test
  void asksOnlyForTheSegmentsOfACharacterThatChanged() throws Exception {
    job(glossary(Style.NONE, List.of(MARLO, SELBY), List.of()))
        .runOne(new ScriptedEngine(Chinese::answer));
    ScriptedEngine engine = new ScriptedEngine(Chinese::answer);
    Persona changed = new Persona("Marlo", "", "male", "polite", "");
    job(glossary(Style.NONE, List.of(changed, SELBY), List.of())).runOne(engine);

    assertThat(engine.askedTexts().stream().flatMap(List::stream))
        .containsExactly("Marlo sleeps", "so it was");
  }

  @Test
  void asksForEverythingInAnotherStyle() throws Exception {
    job(Glossary.empty()).runOne(new ScriptedEngine(Chinese::answer));
    ScriptedEngine engine = new ScriptedEngine(Chinese::answer);
    job(glossary(new Style("", "formal"), List.of(), List.of())).runOne(engine);

    assertThat(engine.askedTexts().stream().flatMap(List::stream)).hasSize(4);
  }

  @Test
  void leavesOutExamplesThatThereIsNoRoomFor() throws Exception {
    ScriptedEngine engine = new ScriptedEngine(Chinese::answer, 8000);
    job(glossary(Style.NONE, List.of(), List.of(EXAMPLE, new ExamplePair("x".repeat(999), "y"))))
        .runOne(engine);

    assertThat(head(engine.requests().get(0))).contains("It rains").doesNotContain("xxx");
  }

  @Test
  void refusesAStyleThatTakesTooMuchOfTheContextWindow() {
    Job job = job(glossary(new Style("x".repeat(1001), ""), List.of(), List.of()));

    assertThatThrownBy(() -> job.runOne(new ScriptedEngine(Chinese::answer, 8000)))
        .isInstanceOf(JobException.class)
        .hasMessage(
            "the style takes 1001 of the 8000 tokens of the context window; shorten it to 1000");
  }

  private Job job(Glossary glossary) {
    return new Job(folder)
        .file("a.lines", "Marlo sleeps", "Selby wakes", "so it was // speaker=Marlo", "nobody else")
        .context(0)
        .glossary(glossary);
  }

  private static String head(GenerationRequest request) {
    return request.messages().get(0).content();
  }

  private static String last(GenerationRequest request) {
    return request.messages().get(request.messages().size() - 1).content();
  }

  private static Glossary glossary(
      Style style, List<Persona> personas, List<ExamplePair> examples) {
    return new Glossary(
        List.of(), personas, style, List.of(), List.of(), List.of(), List.of(), examples);
  }
}
