package dev.yiben.pipeline.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.glossary.Glossary;
import dev.yiben.glossary.Term;
import dev.yiben.pipeline.SegmentOutcome;
import dev.yiben.pipeline.check.Finding;
import dev.yiben.pipeline.testing.Job;
import dev.yiben.pipeline.testing.ScriptedEngine;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordFormsRunTest {
  @TempDir private Path folder;

  private List<String> findings(String language, String answer) throws Exception {
    Term keeper = Term.of("keeper", "守塔人");
    ScriptedEngine engine = new ScriptedEngine(request -> "1|" + answer);
    List<SegmentOutcome> outcomes =
        new Job(folder)
            .file("a.lines", "The keepers of the light slept")
            .glossary(Glossary.of(List.of(keeper)))
            .from(language)
            .runOne(engine)
            .segments();
    assertThat(engine.requests().get(0).toString().contains("守塔人"))
        .isEqualTo(language.equals("en"));
    return outcomes.get(0).findings().stream().map(Finding::id).toList();
  }

  @Test
  void tellsTheModelATermThatOccursInAnotherFormAndChecksIt() throws Exception {
    assertThat(findings("en", "灯塔的看守睡着了")).contains("TERM-001");
  }

  @Test
  void isContentWithTheTranslationOfATermInAnotherForm() throws Exception {
    assertThat(findings("en", "灯塔的守塔人睡着了")).doesNotContain("TERM-001");
  }

  @Test
  void looksForFormsOfTheSourceLanguageOnly() throws Exception {
    assertThat(findings("vi", "灯塔的看守睡着了")).doesNotContain("TERM-001");
  }
}
