package dev.yiben.inference.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackageChoiceTest {
  private static final Platform LINUX = new Platform(Platform.Os.LINUX, "x64");

  @TempDir private Path root;

  @ParameterizedTest
  @CsvSource({
    "LINUX, x64, false, usr/lib/x86_64-linux-gnu/libcublas.so.13, cpu",
    "LINUX, x64, true, usr/lib/x86_64-linux-gnu/libcublas.so.13, cuda",
    "LINUX, x64, true, usr/lib64/libcublas.so.12, cuda12",
    "LINUX, x64, true, usr/lib/libvulkan.so.1, vulkan",
    "LINUX, x64, true, usr/lib/nothing, cpu",
    "LINUX, arm64, true, usr/lib/aarch64-linux-gnu/libcublas.so.13, cpu",
    "MAC, arm64, false, none, metal",
    "MAC, x64, false, none, cpu"
  })
  void choosesByCardAndLibraries(
      Platform.Os os, String architecture, boolean nvidia, String library, String variant)
      throws IOException {
    Files.createDirectories(root.resolve(library).getParent());
    Files.createFile(root.resolve(library));

    Platform platform = new Platform(os, architecture);
    PackageChoice choice = PackageChoice.of(new SystemLibraries(platform, Map.of(), root), nvidia);

    assertThat(choice.variant()).isEqualTo(variant);
    assertThat(RuntimePackages.load().of(platform).find(variant)).isPresent();
  }

  @Test
  void looksWhereTheLoaderLooks() throws IOException {
    Files.createDirectories(root.resolve("usr/local/cuda/lib64"));
    Files.createFile(root.resolve("usr/local/cuda/lib64/libcublas.so.13"));
    SystemLibraries plain = new SystemLibraries(LINUX, Map.of(), root);
    assertThat(plain.has("libcublas.so.13")).isFalse();

    String folder = root.resolve("usr/local/cuda/lib64").toString();
    assertThat(
            new SystemLibraries(LINUX, Map.of("LD_LIBRARY_PATH", "::" + folder), root)
                .has("libcublas.so.13"))
        .isTrue();

    Files.createDirectories(root.resolve("etc/ld.so.conf.d"));
    Files.writeString(
        root.resolve("etc/ld.so.conf.d/cuda.conf"), "# CUDA\n/usr/local/cuda/lib64\n");
    assertThat(plain.has("libcublas.so.13")).isTrue();
  }

  @Test
  void everyPackageIsPinned() {
    assertThat(RuntimePackages.load().packages())
        .isNotEmpty()
        .allSatisfy(
            one ->
                assertThat(one.parts())
                    .isNotEmpty()
                    .allSatisfy(
                        part -> {
                          assertThat(part.integrity()).matches("sha512-[A-Za-z0-9+/]{86}==");
                          assertThat(part.version()).matches("\\d+\\.\\d+\\.\\d+");
                          assertThat(part.size()).isBetween(1_000_000L, 500_000_000L);
                        }))
        .extracting(RuntimePackage::installedName)
        .doesNotHaveDuplicates();
  }
}
