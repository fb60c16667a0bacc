package dev.yiben.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.glossary.Glossary;
import dev.yiben.glossary.Term;
import dev.yiben.pipeline.rehearsal.RehearsalEngine;
import dev.yiben.pipeline.testing.Job;
import dev.yiben.pipeline.testing.ScriptedEngine;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TermUseTest {
  private static final Term MARLO =
      new Term("Marlo", "马洛", "", false, true, false, false, List.of("马罗"));
  private static final Term SELBY = Term.of("Selby", "塞尔比");
  private static final Term ADA = Term.of("Ada", "艾达");

  @TempDir private Path folder;

  private Job job() {
    return new Job(folder)
        .file("a.lines", "Marlo sleeps in the garden", "Selby wakes and goes to the garden")
        .glossary(Glossary.of(List.of(MARLO, SELBY, ADA)));
  }

  @Test
  void tellsUsedUnusedAndViolatedTerms() throws Exception {
    List<TermUse> terms =
        job().run(new ScriptedEngine(request -> "1|马洛在花园里睡觉\n2|她醒了，去了花园")).terms();

    assertThat(terms).extracting(TermUse::term).containsExactly(MARLO, SELBY, ADA);
    assertThat(terms)
        .extracting(TermUse::kind)
        .containsExactly(TermUse.Kind.USED, TermUse.Kind.VIOLATED, TermUse.Kind.UNUSED);
    assertThat(terms).extracting(TermUse::segments).containsExactly(1, 1, 0);
    assertThat(terms.get(1).violations())
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.input()).isEqualTo(folder.resolve("a.lines"));
              assertThat(violation.segment().value()).isEqualTo("line/2");
              assertThat(violation.message()).isEqualTo("\"Selby\" must be \"塞尔比\"");
            });
  }

  @Test
  void tellsForbiddenVariants() throws Exception {
    List<TermUse> terms =
        job().run(new ScriptedEngine(request -> "1|马罗，也就是马洛，睡觉\n2|塞尔比醒了，去了花园")).terms();

    assertThat(terms.get(0).violations())
        .extracting(TermUse.Violation::message)
        .containsExactly("\"Marlo\" must be \"马洛\", not \"马罗\"");
  }

  @Test
  void findsNoViolationsWhereNothingIsTranslated() throws Exception {
    assertThat(job().run(RehearsalEngine.echo()).terms())
        .extracting(TermUse::kind)
        .containsExactly(TermUse.Kind.USED, TermUse.Kind.USED, TermUse.Kind.UNUSED);
    assertThat(job().plan(RehearsalEngine.echo()).terms())
        .extracting(TermUse::segments)
        .containsExactly(1, 1, 0);
  }
}
