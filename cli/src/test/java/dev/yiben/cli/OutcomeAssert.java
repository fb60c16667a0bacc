package dev.yiben.cli;

import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/** Assertions that read as sentences: {@code assertThat(run("translate …")).succeeded()}. */
final class OutcomeAssert extends AbstractAssert<OutcomeAssert, Outcome> {
  private OutcomeAssert(Outcome actual) {
    super(actual, OutcomeAssert.class);
  }

  static OutcomeAssert assertThat(Outcome actual) {
    return new OutcomeAssert(actual);
  }

  OutcomeAssert succeeded() {
    return endedWith(ExitCode.DONE);
  }

  OutcomeAssert endedWith(ExitCode code) {
    Assertions.assertThat(actual.code()).as("exit code, with %s", actual).isEqualTo(code.code());
    return this;
  }

  OutcomeAssert outContains(String text) {
    Assertions.assertThat(actual.out()).contains(text);
    return this;
  }

  OutcomeAssert outIsEmpty() {
    Assertions.assertThat(actual.out()).isEmpty();
    return this;
  }

  /** Verifies that stdout is those paths, one a line, and nothing else. */
  OutcomeAssert outIsPaths(Path... paths) {
    Assertions.assertThat(actual.outLines())
        .containsExactlyElementsOf(Arrays.stream(paths).map(Path::toString).toList());
    return this;
  }

  OutcomeAssert errContains(String text) {
    Assertions.assertThat(actual.err()).contains(text);
    return this;
  }

  OutcomeAssert errLacks(String text) {
    Assertions.assertThat(actual.err()).doesNotContain(text);
    return this;
  }

  OutcomeAssert errIsEmpty() {
    Assertions.assertThat(actual.err()).isEmpty();
    return this;
  }

  /** Verifies that all that was said is one line that reports an error with these words. */
  OutcomeAssert errIsOneErrorWith(String... words) {
    Assertions.assertThat(actual.errLines()).as("lines of %s", actual).hasSize(1);
    Assertions.assertThat(actual.err()).startsWith("error: ").contains(words);
    return this;
  }
}
