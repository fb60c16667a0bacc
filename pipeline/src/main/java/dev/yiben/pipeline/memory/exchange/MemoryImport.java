package dev.yiben.pipeline.memory.exchange;

import dev.yiben.pipeline.memory.MemoryException;
import dev.yiben.pipeline.memory.MemoryLanguages;
import dev.yiben.pipeline.memory.MemoryPlace;
import dev.yiben.pipeline.memory.MemoryUnit;
import dev.yiben.pipeline.memory.TranslationMemory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads files of other tools into memories. */
public final class MemoryImport {
  private static final List<PairReader> READERS =
      List.of(new TmxReader(), new LinguaGachaReader(), new JsonItemsReader());
  private static final int HEAD_BYTES = 4096;
  private static final int MOST_AT_ONCE = 5_000;

  private final MemoryPlace place;
  private final Optional<String> from;
  private final Optional<String> to;
  private final Instant now;

  /**
   * Creates an import.
   *
   * @param from BCP 47 tag of the sources; empty for what the files say
   * @param to BCP 47 tag of the targets; empty for what the files say
   */
  public MemoryImport(MemoryPlace place, Optional<String> from, Optional<String> to, Instant now) {
    this.place = place;
    this.from = from;
    this.to = to;
    this.now = now;
  }

  /**
   * What became of the pairs of a file.
   *
   * @param format what kind of file it is
   * @param taken how many were taken, by languages
   * @param leftOut how many were not, by reason
   */
  public record Result(String format, Map<MemoryLanguages, Long> taken, Map<String, Long> leftOut) {
    public Result {
      taken = Map.copyOf(taken);
      leftOut = Map.copyOf(leftOut);
    }

    /** Returns how many were taken. */
    public long count() {
      return taken.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /**
   * Reads a file.
   *
   * @throws MemoryException if it cannot be read or is of no known kind; what was read before is
   *     taken
   */
  public Result read(Path file) {
    PairReader reader = reader(file);
    Collector collector = new Collector(file);
    try {
      try {
        reader.read(file, collector);
      } finally {
        collector.flush();
      }
    } catch (IOException e) {
      throw new MemoryException(file + ": cannot be read: " + e.getMessage(), e);
    }
    return new Result(reader.name(), collector.taken, collector.leftOut);
  }

  private static PairReader reader(Path file) {
    String head;
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(HEAD_BYTES);
      // Zeros of UTF-16 do not matter for names of ASCII.
      head = new String(bytes, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new MemoryException(file + ": cannot be read: " + e.getMessage(), e);
    }
    String names = head.replace("\0", "").replace("ï»¿", "");
    return READERS.stream()
        .filter(reader -> reader.matches(file, names))
        .findFirst()
        .orElseThrow(
            () ->
                new MemoryException(
                    file
                        + ": of no known kind; known are TMX, AiNiee's AinieeCacheData.json and"
                        + " LinguaGacha's .lg and items.json"));
  }

  /** Sorts pairs by languages and adds them to the memories. */
  private final class Collector implements ForeignPair.Sink {
    private final Path file;
    private final Map<MemoryLanguages, List<MemoryUnit>> waiting = new LinkedHashMap<>();
    private final Map<MemoryLanguages, Long> taken = new LinkedHashMap<>();
    private final Map<String, Long> leftOut = new TreeMap<>();

    private Collector(Path file) {
      this.file = file;
    }

    @Override
    public void add(ForeignPair pair) {
      String source = pair.texts().source();
      String target = pair.texts().target();
      if (source.isEmpty() || target.isEmpty()) {
        leaveOut("empty");
        return;
      }
      if (Math.max(source.length(), target.length()) > TranslationMemory.MOST_CHARACTERS) {
        leaveOut("too long");
        return;
      }
      MemoryLanguages told =
          MemoryLanguages.of(
              pair.sourceLanguage().or(() -> from),
              pair.targetLanguage().or(() -> to).orElseThrow(() -> missing("target", "--to")));
      if (pair.sourceLanguage().isEmpty() && from.isEmpty()) {
        throw missing("source", "--from");
      }
      if (!from.map(told::isSource).orElse(true) || !to.map(told::isTarget).orElse(true)) {
        leaveOut("other languages");
        return;
      }
      List<MemoryUnit> units = waiting.computeIfAbsent(told, key -> new ArrayList<>());
      units.add(pair.unit(now));
      taken.merge(told, 1L, Long::sum);
      if (units.size() >= MOST_AT_ONCE) {
        flush();
      }
    }

    private MemoryException missing(String which, String option) {
      return new MemoryException(
          file + ": does not tell its " + which + " language; give " + option);
    }

    @Override
    public void leaveOut(String reason) {
      leftOut.merge(reason, 1L, Long::sum);
    }

    private void flush() {
      waiting.forEach(
          (languages, units) -> {
            try (TranslationMemory memory =
                TranslationMemory.open(place.file(languages), languages)) {
              memory.add(units);
            }
          });
      waiting.clear();
    }
  }
}
