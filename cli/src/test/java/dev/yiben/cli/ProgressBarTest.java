package dev.yiben.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
  private final AtomicLong clock = new AtomicLong();

  @Test
  void tellsShareSpeedAndTimeLeft() {
    ProgressBar bar = new ProgressBar("book.epub", 1000, 200, clock::get);
    clock.addAndGet(Duration.ofSeconds(10).toNanos());
    bar.advance(100);

    assertThat(bar.render(100))
        .contains(" 30%")
        .contains("10 tokens/s")
        .contains("1 min 10 s left")
        .contains("book.epub");
  }

  @Test
  void neverWrapsNorPassesTheEnd() {
    ProgressBar bar = new ProgressBar("a very long name.epub", 10, 0, clock::get);
    clock.incrementAndGet();
    bar.advance(50);

    for (int columns = 1; columns < 120; columns++) {
      assertThat(bar.render(columns).length()).isLessThan(columns);
    }
    assertThat(bar.render(100)).contains("100%");
  }

  @Test
  void nothingToDoIsAllDone() {
    assertThat(new ProgressBar("empty.srt", 0, 0, clock::get).render(80)).contains("100%");
  }

  @Test
  void durationsReadWell() {
    assertThat(ProgressBar.duration(Duration.ofSeconds(59))).isEqualTo("59 s");
    assertThat(ProgressBar.duration(Duration.ofSeconds(61))).isEqualTo("1 min 01 s");
    assertThat(ProgressBar.duration(Duration.ofMinutes(125))).isEqualTo("2 h 05 min");
  }
}
