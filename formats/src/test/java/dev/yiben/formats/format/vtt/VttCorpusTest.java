package dev.yiben.formats.format.vtt;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.yiben.formats.format.DocumentFormat;
import dev.yiben.formats.format.DocumentFormatContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The contract on subtitles from the wild; skipped where they are not at hand. */
class VttCorpusTest extends DocumentFormatContract {
  private static final Path CORPUS = Path.of("..", "..", "shared", "corpus", "subtitles");

  @Override
  protected DocumentFormat format() {
    return new VttFormat();
  }

  @Override
  protected Map<String, byte[]> samples() throws IOException {
    assumeTrue(Files.isDirectory(CORPUS), "no corpus of subtitles at " + CORPUS);
    Map<String, byte[]> samples = new TreeMap<>();
    try (Stream<Path> files = Files.list(CORPUS)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".vtt")).toList()) {
        samples.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return samples;
  }
}
