package dev.yiben.inference.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiben.inference.runtime.LlamaRuntime.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuntimesTest {
  private static final Platform LINUX = new Platform(Platform.Os.LINUX, "x64");

  @TempDir private Path root;

  @Test
  void findsThoseThatTestsUse() {
    LlamaRuntime runtime = RuntimeForTests.required();

    assertThat(runtime.libraries().inLoadOrder()).hasSize(3).allMatch(Files::isRegularFile);
    assertThat(runtime.backends()).contains(Backend.CPU);
  }

  @ParameterizedTest
  @CsvSource({
    "Linux, libllama.so, libggml.so, libggml-base.so,",
    "Linux, libllama.so.0, libggml.so.0, libggml-base.so.0,",
    "Linux, libllama.so.0.0.8681, libggml.so.0.11.1, libggml-base.so.0.11.1, b8681",
    "Linux, libllama.so.0.5.1, libggml.so.0.23.0, libggml-base.so.0, v0.5.1",
    "Linux, libllama.v0.5.0.so, libggml.v0.5.0.so, libggml-base.so, v0.5.0",
    "Linux, libllama.cuda.v0.5.0.so, libggml.cuda.v0.5.0.so, libggml-base.so, v0.5.0",
    "Linux, libllama.b8390.so, libggml.b8390.so, libggml-base.so, b8390",
    "Mac OS X, libllama.dylib, libggml.dylib, libggml-base.dylib,",
    "Mac OS X, libllama.0.0.8770.dylib, libggml.0.dylib, libggml-base.0.dylib, b8770",
    "Mac OS X, libllama.metal.v0.4.0.dylib, libggml.metal.v0.4.0.dylib, libggml-base.dylib, v0.4.0",
    "Windows 11, llama.dll, ggml.dll, ggml-base.dll,",
    "Windows 11, llama.v0.4.0.dll, ggml.v0.4.0.dll, ggml-base.dll, v0.4.0"
  })
  void knowsTheNamesOfLibraries(
      String system, String llama, String ggml, String base, String version) throws IOException {
    create(root, llama, ggml, base, "libllama-common.so", "llama-common.dll", "llama.txt");

    LlamaRuntime runtime = runtimes(Platform.of(system, "amd64"), Map.of()).named(root.toString());

    assertThat(runtime.origin()).isEqualTo(Origin.NAMED);
    assertThat(runtime.version().orElse(null)).isEqualTo(version);
    assertThat(runtime.libraries().inLoadOrder())
        .containsExactly(root.resolve(base), root.resolve(ggml), root.resolve(llama));
  }

  @Test
  void knowsWhatThereAreBackendsFor() throws IOException {
    Platform mac = Platform.of("Mac OS X", "aarch64");
    create(
        root,
        "libllama.dylib",
        "libggml.dylib",
        "libggml-metal.so",
        "libggml-cpu-apple_m1.so",
        "libggml-cuda.txt",
        "libggml-vulkanize.dylib");

    assertThat(runtimes(mac, Map.of()).named(root.toString()).backends())
        .containsExactlyInAnyOrder(Backend.CPU, Backend.METAL);
  }

  @ParameterizedTest
  @CsvSource({
    "usr/lib/x86_64-linux-gnu, usr/lib/x86_64-linux-gnu/ggml/backends0",
    "home/linuxbrew/.linuxbrew/lib, home/linuxbrew/.linuxbrew/opt/ggml/libexec",
    "usr/lib64, usr/lib64/ggml",
    "usr/local/lib, usr/local/lib"
  })
  void findsThoseOfDistributions(String libraries, String backends) throws IOException {
    create(root.resolve(libraries), "libllama.so.0", "libggml.so.0", "libggml-base.so.0");
    create(root.resolve(backends), "libggml-cpu-haswell.so", "libggml-vulkan.so");

    assertThat(runtimes(LINUX, Map.of()).found())
        .singleElement()
        .satisfies(
            runtime -> {
              assertThat(runtime.origin()).isEqualTo(Origin.FOUND);
              assertThat(runtime.folder()).isEqualTo(root.resolve(libraries));
              assertThat(runtime.libraries().backendFolder()).isEqualTo(root.resolve(backends));
              assertThat(runtime.backends()).contains(Backend.VULKAN);
            });
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need rights there")
  void findsTheLibrariesOfProgramsOnThePath() throws IOException {
    Path release = root.resolve("opt/release");
    create(release, "libllama.so", "libggml.so", "llama-server");
    Path bin = Files.createDirectories(root.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("llama-server"), release.resolve("llama-server"));
    Files.createSymbolicLink(bin.resolve("llama-cli"), release.resolve("gone"));
    Path prefix = root.resolve("prefix");
    create(prefix.resolve("bin"), "llama-cli");
    create(prefix.resolve("lib"), "libllama.so", "libggml.so");

    List<LlamaRuntime> found =
        runtimes(LINUX, Map.of("PATH", bin + ":" + prefix.resolve("bin") + ":" + release)).found();

    assertThat(found)
        .extracting(LlamaRuntime::folder)
        .containsExactly(release.toRealPath(), prefix.toRealPath().resolve("lib"));
  }

  @Test
  void looksIntoNoFolderThatDependsOnWhereTheUserWorks() throws IOException {
    Path work = Files.createTempDirectory(Path.of("target"), "work");
    create(work, "libllama.so", "libggml.so", "llama-server");

    assertThat(runtimes(LINUX, Map.of("PATH", work + ":.::")).found()).isEmpty();
    assertThat(runtimes(LINUX, Map.of("PATH", work.toAbsolutePath().toString())).found())
        .hasSize(1);
  }

  @Test
  void findsLibrariesBelowANamedFolder() throws IOException {
    create(root.resolve("release/build/bin"), "libllama.so", "libggml.so");
    create(root.resolve("release/a/b/c/d/e"), "libllama.so", "libggml.so");

    assertThat(runtimes(LINUX, Map.of()).named(root.resolve("release").toString()).folder())
        .isEqualTo(root.resolve("release/build/bin"));
  }

  @Test
  void saysThatThereIsNone() throws IOException {
    create(root.resolve("half"), "libllama.so");

    for (String name : List.of("cuda", "nothing")) {
      assertThatThrownBy(() -> runtimes(LINUX, Map.of()).named(name))
          .hasMessageContaining("No runtime '" + name + "' is installed")
          .hasMessageContaining("'translate runtime install' gets one");
    }
    for (String name : List.of(root.resolve("half").toString(), "./none")) {
      assertThatThrownBy(() -> runtimes(LINUX, Map.of()).named(name))
          .hasMessageStartingWith(name + ": the folder holds no libllama and libggml")
          .hasMessageContaining("'translate runtime install' gets one");
    }
    assertThatThrownBy(() -> runtimes(LINUX, Map.of()).named("./a\0b"))
        .hasMessageContaining("cannot be the name");
    assertThat(runtimes(LINUX, Map.of()).preferred()).isEmpty();
  }

  @Test
  void prefersTheNewestThatSuitsTheMachine() throws IOException {
    install("linux-x64-cpu-v0.4.0", "libllama.v0.4.0.so");
    install("linux-x64-cpu-v0.10.0", "libllama.v0.10.0.so");
    install("old", "libllama.b9000.so");
    install("linux-x64-cuda-v0.4.0", "libllama.cuda.v0.4.0.so", "libggml-cuda.so");
    install("linux-x64-vulkan-v0.4.0", "libllama.vulkan.v0.4.0.so", "libggml-vulkan.so");
    install(".unfinished-1", "libllama.v0.10.0.so");
    Runtimes runtimes = runtimes(LINUX, Map.of());

    assertThat(runtimes.installed())
        .extracting(LlamaRuntime::name)
        .containsExactly(
            "linux-x64-cpu-v0.10.0",
            "linux-x64-cpu-v0.4.0",
            "old",
            "linux-x64-cuda-v0.4.0",
            "linux-x64-vulkan-v0.4.0");
    create(root.resolve("usr/lib"), "libvulkan.so.1");
    assertThat(runtimes.preferred().orElseThrow().name()).isEqualTo("linux-x64-vulkan-v0.4.0");
    create(root.resolve("usr/lib"), "libcuda.so.1");
    assertThat(runtimes.preferred().orElseThrow().name()).isEqualTo("linux-x64-cuda-v0.4.0");
    assertThat(runtimes.named("cpu").name()).isEqualTo("linux-x64-cpu-v0.10.0");
    assertThat(runtimes.named("old").version()).contains("b9000");
  }

  @Test
  void prefersInstalledOnesToFoundOnes() throws IOException {
    create(root.resolve("usr/lib"), "libllama.so.0", "libggml.so.0");
    assertThat(runtimes(LINUX, Map.of()).preferred().orElseThrow().origin())
        .isEqualTo(Origin.FOUND);

    install("linux-x64-cpu-v0.4.0", "libllama.v0.4.0.so");
    assertThat(runtimes(LINUX, Map.of()).preferred().orElseThrow().origin())
        .isEqualTo(Origin.INSTALLED);
  }

  @ParameterizedTest
  @CsvSource({
    "LINUX, XDG_DATA_HOME, /data, /data/yiben/runtimes",
    "LINUX, OTHER, x, /home/me/.local/share/yiben/runtimes",
    "WINDOWS, LOCALAPPDATA, /data, /data/yiben/runtimes",
    "WINDOWS, XDG_DATA_HOME, /data, /home/me/AppData/Local/yiben/runtimes"
  })
  void liesBesideTheModels(Platform.Os os, String variable, String value, String folder) {
    assertThat(
            Runtimes.defaultFolder(
                Map.of(variable, value), Path.of("/home/me"), new Platform(os, "x64")))
        .isEqualTo(Path.of(folder));
  }

  private void install(String name, String... libraries) throws IOException {
    create(root.resolve("runtimes").resolve(name), libraries);
    create(root.resolve("runtimes").resolve(name), "libggml.so");
  }

  private Runtimes runtimes(Platform platform, Map<String, String> environment) {
    return new Runtimes(root.resolve("runtimes"), new RuntimePlaces(platform, environment, root));
  }

  private static void create(Path folder, String... names) throws IOException {
    Files.createDirectories(folder);
    for (String name : names) {
      Files.createFile(folder.resolve(name));
    }
  }
}
