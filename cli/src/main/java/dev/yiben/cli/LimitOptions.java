package dev.yiben.cli;

import dev.yiben.inference.pool.DailyReset;
import dev.yiben.inference.pool.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that say which endpoints are asked, and how much. */
final class LimitOptions implements OptionSection {
  @Option(
      names = "--endpoints",
      paramLabel = "FILE",
      description = "YAML file with several endpoints or keys, each with its limits.")
  private Optional<Path> endpoints = Optional.empty();

  @Option(
      names = "--rpm",
      paramLabel = "N",
      defaultValue = "0",
      description = "Most requests to the endpoint in any minute; default: 0, no limit.")
  private int requestsPerMinute;

  @Option(
      names = "--tpm",
      paramLabel = "N",
      defaultValue = "0",
      description = "Most tokens of prompts and answers in any minute; default: 0, no limit.")
  private long tokensPerMinute;

  @Option(
      names = "--rpd",
      paramLabel = "N",
      defaultValue = "0",
      description = "Most requests to the endpoint in a day; default: 0, no limit.")
  private int requestsPerDay;

  @Option(
      names = "--daily-reset",
      paramLabel = "\"TIME ZONE\"",
      defaultValue = "00:00 UTC",
      converter = DailyResets.class,
      description =
          "When the endpoint's day begins, such as \"00:00 America/Los_Angeles\"; default:"
              + " ${DEFAULT-VALUE}.")
  private DailyReset dailyReset;

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Most requests to the endpoint at once; default: 0, what it is known to take well.")
  private int concurrency;

  @Option(
      names = "--outage-limit",
      paramLabel = "TIME",
      defaultValue = "30m",
      converter = Durations.class,
      description =
          "How long to wait while no endpoint answers, such as 90s, 30m or 8h; default:"
              + " ${DEFAULT-VALUE}.")
  private Duration outageLimit;

  /** Throws a usage exception if a number is out of its range. */
  void requireValid() {
    UsageException.requireAtLeast(0, "--rpm", requestsPerMinute);
    UsageException.requireAtLeast(
        0, "--tpm", (int) Math.max(-1, Math.min(tokensPerMinute, Integer.MAX_VALUE)));
    UsageException.requireAtLeast(0, "--rpd", requestsPerDay);
    UsageException.requireAtLeast(0, "--concurrency", concurrency);
  }

  Optional<Path> endpoints() {
    return endpoints;
  }

  /**
   * Returns the limits of the one endpoint.
   *
   * @param jobs how many streams the user wants at once, which that is also a limit of; 0 for none
   */
  Limits limits(int jobs) {
    return new Limits(
        requestsPerMinute,
        tokensPerMinute,
        requestsPerDay,
        dailyReset,
        concurrency == 0 ? jobs : concurrency);
  }

  Duration outageLimit() {
    return outageLimit;
  }

  @Override
  public String heading() {
    return "How much endpoints are asked (docs/limits.md):";
  }
}
