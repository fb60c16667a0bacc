package dev.yiben.inference.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GraphicsCardsTest {
  @Test
  void readsWhatNvidiaSays() {
    assertThat(
            GraphicsCards.nvidia("NVIDIA GeForce RTX 3060, 12288, 11000\nNVIDIA H200, 143771, 1\n"))
        .containsExactly(
            new GraphicsCard("NVIDIA GeForce RTX 3060", 12288L << 20, 11000L << 20),
            new GraphicsCard("NVIDIA H200", 143771L << 20, 1 << 20));
    assertThat(GraphicsCards.nvidia("NVIDIA-SMI has failed, [N/A], [N/A]\n\n")).isEmpty();
  }

  @Test
  void readsWhatTheDriverOfAmdSays(@TempDir Path root) throws IOException {
    card(root, "card1", "17163091968", "163091968");
    card(root, "card1-DP-1", "17163091968", "163091968");
    Files.createDirectories(root.resolve("sys/class/drm/card0/device"));

    assertThat(GraphicsCards.amd(new SystemFiles(root)))
        .containsExactly(new GraphicsCard("AMD card1", 17163091968L, 17_000_000_000L));
    assertThat(GraphicsCards.amd(new SystemFiles(root.resolve("none")))).isEmpty();
  }

  private static void card(Path root, String name, String total, String used) throws IOException {
    Path device = Files.createDirectories(root.resolve("sys/class/drm").resolve(name + "/device"));
    Files.writeString(device.resolve("mem_info_vram_total"), total + "\n");
    Files.writeString(device.resolve("mem_info_vram_used"), used + "\n");
  }
}
