package dev.yiben.inference.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the graphics processors of this machine: NVIDIA's by {@code nvidia-smi}, AMD's by what the
 * Linux driver tells.
 */
public final class GraphicsCards {
  private static final Logger LOG = LoggerFactory.getLogger(GraphicsCards.class);
  private static final List<String> NVIDIA =
      List.of(
          "nvidia-smi",
          "--query-gpu=name,memory.total,memory.free",
          "--format=csv,noheader,nounits");
  private static final Pattern NVIDIA_LINE =
      Pattern.compile("(.{1,100}), *(\\d{1,9}), *(\\d{1,9})");
  private static final long SECONDS_TO_ANSWER = 10;
  private static final int MOST_BYTES = 1 << 16;

  private GraphicsCards() {}

  /** Returns those that are found; none is no sign that there is none. */
  public static List<GraphicsCard> find() {
    List<GraphicsCard> cards = new ArrayList<>(nvidia(output(NVIDIA)));
    cards.addAll(amd(new SystemFiles(Path.of("/"))));
    return List.copyOf(cards);
  }

  /** Returns whether there is one of NVIDIA's with its driver. */
  public static boolean hasNvidia() {
    return !nvidia(output(NVIDIA)).isEmpty();
  }

  /** Reads the lines of nvidia-smi: a name, and mebibytes in all and free. */
  static List<GraphicsCard> nvidia(String output) {
    return output
        .lines()
        .map(String::strip)
        .map(NVIDIA_LINE::matcher)
        .filter(Matcher::matches)
        .map(
            line ->
                new GraphicsCard(
                    line.group(1),
                    Long.parseLong(line.group(2)) << 20,
                    Long.parseLong(line.group(3)) << 20))
        .toList();
  }

  /** Reads the memory of cards whose driver is amdgpu. */
  static List<GraphicsCard> amd(SystemFiles files) {
    List<GraphicsCard> cards = new ArrayList<>();
    Path folder = files.path("/sys/class/drm");
    if (!Files.isDirectory(folder)) {
      return cards;
    }
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "card[0-9]*")) {
      for (Path card : all) {
        OptionalLong total = number(files, card.resolve("device/mem_info_vram_total"));
        OptionalLong used = number(files, card.resolve("device/mem_info_vram_used"));
        // Connectors such as card0-DP-1 lead to the same device.
        if (!card.getFileName().toString().contains("-") && total.isPresent() && used.isPresent()) {
          cards.add(
              new GraphicsCard(
                  "AMD " + card.getFileName(),
                  total.getAsLong(),
                  Math.max(0, total.getAsLong() - used.getAsLong())));
        }
      }
    } catch (IOException e) {
      LOG.debug("{} cannot be read", folder, e);
    }
    return cards;
  }

  private static OptionalLong number(SystemFiles files, Path file) {
    return files.lines(file).stream()
        .filter(line -> line.matches("\\d{1,18}"))
        .mapToLong(Long::parseLong)
        .findFirst();
  }

  private static String output(List<String> command) {
    try {
      Path file = Files.createTempFile("yiben-gpu", ".txt");
      try {
        Process process =
            new ProcessBuilder(command)
                .redirectOutput(file.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        if (!process.waitFor(SECONDS_TO_ANSWER, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          return "";
        }
        return process.exitValue() == 0 && Files.size(file) <= MOST_BYTES
            ? Files.readString(file, StandardCharsets.ISO_8859_1)
            : "";
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      LOG.debug("{} cannot be asked", command.get(0), e);
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
