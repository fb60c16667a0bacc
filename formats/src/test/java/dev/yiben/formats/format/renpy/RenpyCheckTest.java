package dev.yiben.formats.format.renpy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The list of checks. */
class RenpyCheckTest {
  @Test
  void isTheOneThatUsersAreTold() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "checks.md"));

    assertThat(
            Pattern.compile("(?m)^\\| (RPY-\\d+) \\|")
                .matcher(page)
                .results()
                .map(row -> row.group(1))
                .toList())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(RenpyCheck.values()).map(RenpyCheck::id).collect(Collectors.toSet()));
  }
}
