package dev.yiben.pipeline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiben.formats.document.SegmentId;
import dev.yiben.pipeline.JobException;
import dev.yiben.pipeline.Review;
import dev.yiben.pipeline.plan.SegmentKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobStoreTest {
  private static final StoredSegment DONE =
      new StoredSegment(
          key("a", "1"), Optional.of("⟦1⟧一⟦/1⟧"), "", 2, OptionalDouble.of(0.25), Review.IMPROVED);
  private static final StoredSegment KEPT =
      new StoredSegment(
          key("b", "2"),
          Optional.empty(),
          "the line is missing",
          3,
          OptionalDouble.empty(),
          Review.NONE);

  @TempDir Path folder;

  @Test
  void keepsSegmentsByDocumentAndKey() {
    try (JobStore store = JobStore.open(folder)) {
      store.save("one", List.of(DONE, KEPT));
      store.save("two", List.of(KEPT));
    }
    try (JobStore store = JobStore.open(folder)) {
      assertThat(all(store, "one")).containsExactlyInAnyOrder(DONE, KEPT);
      assertThat(all(store, "two")).containsExactly(KEPT);
      assertThat(store.load("two", List.of(DONE.key()))).isEmpty();
      assertThat(store.finished("three")).isEmpty();
    }
  }

  @Test
  void replacesASegmentOfTheSameKeyOnly() {
    StoredSegment better =
        new StoredSegment(KEPT.key(), Optional.of("二"), "", 1, OptionalDouble.empty(), Review.KEPT);
    StoredSegment otherSource =
        new StoredSegment(
            key("b", "3"), Optional.of("三"), "", 1, OptionalDouble.empty(), Review.NONE);
    try (JobStore store = JobStore.open(folder)) {
      store.save("one", List.of(KEPT));
      store.save("one", List.of(better, otherSource));
      assertThat(all(store, "one")).containsExactlyInAnyOrder(better, otherSource);
    }
  }

  @Test
  void forgetsSegmentsButNotWhatWasWritten() {
    Path output = folder.resolve("out.txt");
    try (JobStore store = JobStore.open(folder)) {
      store.save("one", List.of(DONE));
      store.saveOutput(output, "abc");
      store.clear();
      assertThat(store.finished("one")).isEmpty();
      assertThat(store.writtenOutput(output)).contains("abc");
    }
  }

  @Test
  void isOpenOnceAtATime() {
    JobStore store = JobStore.open(folder);
    assertThatThrownBy(() -> JobStore.open(folder))
        .isInstanceOf(JobException.class)
        .hasMessageContaining("running already");
    store.close();
    JobStore.open(folder).close();
  }

  @Test
  void saysWhenTheFolderCannotBeUsed() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertThatThrownBy(() -> JobStore.open(file.resolve("job")))
        .isInstanceOf(JobException.class)
        .hasMessageContaining("--job-dir");
    Files.writeString(folder.resolve("job.sqlite"), "this is no database at all".repeat(100));
    assertThatThrownBy(() -> JobStore.open(folder))
        .isInstanceOf(JobException.class)
        .hasMessageContaining("--job-dir");
  }

  private static SegmentKey key(String id, String source) {
    return new SegmentKey(new SegmentId(id), source, "settings");
  }

  private static List<StoredSegment> all(JobStore store, String document) {
    return store.load(document, store.finished(document));
  }
}
