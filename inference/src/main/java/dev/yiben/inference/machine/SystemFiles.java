package dev.yiben.inference.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files in which Linux tells of itself; all answers are empty where they are not there. */
final class SystemFiles {
  private static final Logger LOG = LoggerFactory.getLogger(SystemFiles.class);
  private static final Pattern FIELD = Pattern.compile("([^:\\s][^:]*?)\\s*:?\\s+(\\d{1,18})\\b.*");
  private static final int MOST_LINES = 100_000;

  private final Path root;

  SystemFiles(Path root) {
    this.root = root;
  }

  Path path(String absolute) {
    return root.resolve(absolute.substring(1));
  }

  List<String> lines(Path file) {
    if (!Files.isReadable(file)) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      return lines.limit(MOST_LINES).toList();
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("{} cannot be read", file, e);
      return List.of();
    }
  }

  /** Returns the number that stands in a line after a name. */
  OptionalLong field(Path file, String name) {
    for (String line : lines(file)) {
      Matcher field = FIELD.matcher(line);
      if (field.matches() && field.group(1).equals(name)) {
        return OptionalLong.of(Long.parseLong(field.group(2)));
      }
    }
    return OptionalLong.empty();
  }

  Optional<Memory> memory() {
    Path file = path("/proc/meminfo");
    OptionalLong total = field(file, "MemTotal");
    OptionalLong available = field(file, "MemAvailable");
    return total.isPresent() && available.isPresent()
        ? Optional.of(new Memory(total.getAsLong() << 10, available.getAsLong() << 10))
        : Optional.empty();
  }

  /** Returns the number of cores; each is on a socket and has a number there. */
  OptionalInt cores() {
    Set<String> cores = new HashSet<>();
    String socket = "";
    for (String line : lines(path("/proc/cpuinfo"))) {
      if (line.startsWith("physical id")) {
        socket = line;
      } else if (line.startsWith("core id")) {
        cores.add(socket + line);
      }
    }
    return cores.isEmpty() ? OptionalInt.empty() : OptionalInt.of(cores.size());
  }
}
