package dev.yiben.inference.libllama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class GivenUpTest {
  private static final String MESSAGE = "/build/src/llama-graph.cpp:12: GGML_ASSERT(a) failed";

  private final NativeLog log = new NativeLog();
  private final GivenUp givenUp = new GivenUp(log);

  @Test
  void tellsThoseWhoListenAndLetsNobodyIn() {
    List<String> told = new ArrayList<>();
    Consumer<InferenceException> forgotten = failure -> told.add("no");
    givenUp.require();
    givenUp.listen(failure -> told.add(failure.getMessage()));
    givenUp.listen(forgotten);
    givenUp.forget(forgotten);

    givenUp.fail(MESSAGE);
    givenUp.listen(failure -> told.add("late"));

    assertThat(told)
        .containsExactly(
            "llama.cpp gave up and cannot go on (llama-graph.cpp:12: GGML_ASSERT(a) failed)",
            "late");
    assertThatThrownBy(givenUp::require).hasMessage(told.get(0));
  }

  @Test
  void tellsWhereMemoryIsShort() {
    log.log(4, "CUDA error: out of memory\n".getBytes(StandardCharsets.UTF_8));
    List<Category> told = new ArrayList<>();
    givenUp.listen(failure -> told.add(failure.category()));

    givenUp.fail("ggml-cuda.cu:9: CUDA error");

    assertThat(told).containsExactly(Category.RESOURCE);
  }

  @Test
  void doesNotWaitForACallThatDoesNotComeBack() {
    NativeCalls calls = new NativeCalls(givenUp);
    CountDownLatch never = new CountDownLatch(1);

    assertThatThrownBy(
            () ->
                calls.call(
                    () -> {
                      givenUp.fail(MESSAGE);
                      return waitFor(never);
                    }))
        .isInstanceOf(InferenceException.class)
        .hasMessageContaining("gave up");
    assertThatThrownBy(() -> calls.call(() -> "later")).hasMessageContaining("gave up");
    never.countDown();
  }

  @Test
  void passesOnWhatACallThrowsAndReturns() {
    NativeCalls calls = new NativeCalls(givenUp);

    assertThat(calls.call(() -> "text")).isEqualTo("text");
    assertThatThrownBy(
            () ->
                calls.call(
                    () -> {
                      throw new IllegalStateException("odd");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("odd");
  }

  private static boolean waitFor(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }
}
