package dev.yiben.cli;

import dev.yiben.inference.pool.DailyReset;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads when a day begins: a time, and a zone if it is not UTC. */
final class DailyResets implements ITypeConverter<DailyReset> {
  @Override
  public DailyReset convert(String value) {
    return parse(value);
  }

  /**
   * Reads a time and a zone, such as {@code 00:00 America/Los_Angeles}.
   *
   * @throws TypeConversionException if it is none
   */
  static DailyReset parse(String value) {
    String[] parts = value.strip().split("\\s+", 2);
    try {
      return new DailyReset(
          LocalTime.parse(parts[0].length() == 4 ? "0" + parts[0] : parts[0]),
          ZoneId.of(parts.length == 1 ? "UTC" : parts[1]));
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "'" + value + "' is no time of day with a zone, such as 00:00 America/Los_Angeles");
    }
  }
}
