package dev.yiben.cli;

import dev.yiben.pipeline.memory.UnitFilter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that choose translations of a memory. */
final class MemoryFilter {
  @Option(names = "--model", paramLabel = "NAME", description = "Those that a model has made.")
  private Optional<String> model = Optional.empty();

  @Option(names = "--document", paramLabel = "NAME", description = "Those of a file of that name.")
  private Optional<String> document = Optional.empty();

  @Option(names = "--confirmed", description = "Those that people have confirmed.")
  private boolean confirmed;

  @Option(names = "--unconfirmed", description = "Those that nobody has confirmed.")
  private boolean unconfirmed;

  @Option(
      names = "--unused-since",
      paramLabel = "DATE",
      description = "Those that were last used before a day, such as 2026-01-31.")
  private Optional<String> unusedSince = Optional.empty();

  /** Returns the filter for units that hold a text. */
  UnitFilter filter(Optional<String> text) {
    if (confirmed && unconfirmed) {
      throw new UsageException("--confirmed and --unconfirmed leave nothing; give one of them");
    }
    return new UnitFilter(
        text,
        model,
        document,
        confirmed || unconfirmed ? Optional.of(confirmed) : Optional.empty(),
        unusedSince.map(MemoryFilter::day));
  }

  private static Instant day(String date) {
    try {
      return LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeParseException e) {
      throw new UsageException("--unused-since " + date + ": is no date such as 2026-01-31", e);
    }
  }
}
