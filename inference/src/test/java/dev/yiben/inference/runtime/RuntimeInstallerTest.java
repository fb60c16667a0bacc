package dev.yiben.inference.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in for npm is a shell script")
class RuntimeInstallerTest {
  private static final Platform LINUX = new Platform(Platform.Os.LINUX, "x64");

  @TempDir private Path root;
  private Path folder;
  private Runtimes runtimes;

  @BeforeEach
  void findFolder() {
    folder = root.resolve("data/runtimes");
    runtimes = new Runtimes(folder, new RuntimePlaces(LINUX, Map.of(), root.resolve("nowhere")));
  }

  @Test
  void keepsLibrariesLicenceAndBuildOnly() throws Exception {
    byte[] archive = PackageBuilder.usual().build();
    RuntimePackage wanted = PackageBuilder.describe("cpu", archive);
    StandInNpm npm = StandInNpm.serving(root.resolve("bin"), wanted, archive);
    List<String> told = new ArrayList<>();

    LlamaRuntime runtime = installer(npm).install(wanted, part -> told.add(part.name()));

    assertThat(runtime.folder()).isEqualTo(folder.resolve("linux-x64-cpu-v0.5.0"));
    assertThat(files(runtime.folder()))
        .containsExactly(
            "LICENSE",
            "_nlcBuildMetadata.json",
            "libggml-base.so",
            "libggml-cpu-x64.so",
            "libggml.v0.5.0.so",
            "libllama.v0.5.0.so");
    assertThat(runtime.version()).contains("v0.5.0");
    assertThat(told).containsExactly("@test/part0");
    assertThat(npm.calls())
        .singleElement()
        .asString()
        .startsWith("pack ")
        .endsWith(" @test/part0@1.0.0");
    assertThat(files(folder)).containsExactly(".lock", "linux-x64-cpu-v0.5.0");
    assertThat(runtimes.preferred()).contains(runtime);
  }

  @Test
  void fetchesNothingThatIsThere() throws Exception {
    byte[] archive = PackageBuilder.usual().build();
    RuntimePackage wanted = PackageBuilder.describe("cpu", archive);
    StandInNpm npm = StandInNpm.serving(root.resolve("bin"), wanted, archive);

    LlamaRuntime first = installer(npm).install(wanted, part -> {});
    LlamaRuntime second = installer(npm).install(wanted, part -> {});

    assertThat(second).isEqualTo(first);
    assertThat(npm.calls()).hasSize(1);
  }

  @Test
  void putsFilesOfExtensionsInThePlacesOfOthers() throws Exception {
    byte[] cuda =
        PackageBuilder.usual().with("package/bins/linux-x64/libggml-cuda.so", "thirteen").build();
    byte[] extension =
        new PackageBuilder()
            .with("package/bins/linux-x64/fallback/libggml-cuda.so", "twelve")
            .build();
    RuntimePackage wanted = PackageBuilder.describe("cuda12", cuda, extension);
    StandInNpm npm = StandInNpm.serving(root.resolve("bin"), wanted, cuda, extension);

    LlamaRuntime runtime = installer(npm).install(wanted, part -> {});

    assertThat(runtime.backends()).containsExactlyInAnyOrder(Backend.CPU, Backend.CUDA);
    assertThat(runtime.folder().resolve("libggml-cuda.so")).hasContent("twelve");
  }

  @Test
  void writesNowhereElse() throws Exception {
    byte[] archive =
        PackageBuilder.usual()
            .with("package/bins/linux-x64/../../../../../libggml-evil.so", "evil")
            .with("/etc/libggml-evil.so", "evil")
            .with("package/bins/linux-x64/sub/libggml-evil.so", "evil")
            .withLink("package/bins/linux-x64/libggml-link.so", "/etc/passwd")
            .build();
    RuntimePackage wanted = PackageBuilder.describe("cpu", archive);

    LlamaRuntime runtime =
        installer(StandInNpm.serving(root.resolve("bin"), wanted, archive))
            .install(wanted, part -> {});

    assertThat(files(runtime.folder())).noneMatch(name -> name.matches(".*(evil|link).*"));
    try (Stream<Path> all = Files.walk(root)) {
      assertThat(all).noneMatch(path -> path.toString().contains("evil"));
    }
  }

  @Test
  void refusesAnArchiveWithAnotherChecksum() {
    byte[] archive = PackageBuilder.usual().build();
    RuntimePackage wanted = PackageBuilder.describe("cpu", archive);
    byte[] other = PackageBuilder.usual().with("package/more", "more").build();

    assertThatInstalling(wanted, StandInNpm.serving(root.resolve("bin"), wanted, other))
        .hasMessageContaining("@test/part0@1.0.0: what npm fetched has not the checksum");
    assertNothingIsLeft();
  }

  @Test
  void refusesAnArchiveThatIsNone() {
    byte[] archive = "no archive".getBytes(UTF_8);
    RuntimePackage wanted = PackageBuilder.describe("cpu", archive);

    assertThatInstalling(wanted, StandInNpm.serving(root.resolve("bin"), wanted, archive))
        .hasMessageContaining("cannot be installed");
    assertNothingIsLeft();
  }

  @Test
  void refusesAnArchiveWithoutLibraries() {
    byte[] archive = new PackageBuilder().with("package/LICENSE", "MIT").build();
    RuntimePackage wanted = PackageBuilder.describe("cpu", archive);

    assertThatInstalling(wanted, StandInNpm.serving(root.resolve("bin"), wanted, archive))
        .hasMessageContaining("it holds no libllama and libggml for this system");
    assertNothingIsLeft();
  }

  @ParameterizedTest
  @CsvSource({
    "npm error code ENOTFOUND, BACKEND_TRANSIENT, its registry cannot be reached (ENOTFOUND)",
    "npm ERR! code EAI_AGAIN, BACKEND_TRANSIENT, its registry cannot be reached (EAI_AGAIN)",
    "npm error code E404, BACKEND_PERMANENT, its registry does not have it (E404)",
    "npm error code E401, BACKEND_PERMANENT, ': E401, it ended with 1'",
    "npm error disk is full, BACKEND_PERMANENT, ': disk is full'",
    "nothing, BACKEND_PERMANENT, ': it ended with 1'"
  })
  void saysWhyNpmFailed(String output, Category category, String words) {
    RuntimePackage wanted = PackageBuilder.describe("cpu", PackageBuilder.usual().build());
    StandInNpm npm =
        new StandInNpm(root.resolve("bin")).running("echo '" + output + "' >&2", "exit 1");

    assertThatInstalling(wanted, npm)
        .hasMessageStartingWith("npm cannot fetch @test/part0@1.0.0: ")
        .hasMessageContaining(words)
        .hasFieldOrPropertyWithValue("category", category);
    assertNothingIsLeft();
  }

  @Test
  void saysHowToGetNpm() {
    RuntimePackage wanted = PackageBuilder.describe("cpu", PackageBuilder.usual().build());

    assertThatInstalling(wanted, new StandInNpm(root.resolve("empty")))
        .hasMessageContaining("npm is needed");
    assertThat(folder).doesNotExist();
  }

  @Test
  void isOneOfTwoAtOnce() throws Exception {
    RuntimePackage wanted = PackageBuilder.describe("cpu", PackageBuilder.usual().build());
    StandInNpm npm = new StandInNpm(root.resolve("bin"));
    AtomicReference<Throwable> refused = new AtomicReference<>();
    npm.running("exit 1");

    assertThatThrownBy(
            () ->
                installer(npm)
                    .install(
                        wanted,
                        part -> {
                          try {
                            installer(npm).install(wanted, again -> {});
                          } catch (InferenceException e) {
                            refused.set(e);
                          } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                          }
                        }))
        .hasMessageStartingWith("npm cannot fetch");

    assertThat(refused.get()).hasMessageContaining("another run installs or removes a runtime");
  }

  @Test
  void removesWhatKilledRunsHaveLeft() throws Exception {
    byte[] archive = PackageBuilder.usual().build();
    RuntimePackage wanted = PackageBuilder.describe("cpu", archive);
    Files.createDirectories(folder.resolve(".unfinished-1/deep"));
    Files.writeString(folder.resolve(".unfinished-1/deep/libllama.so"), "half");
    Files.createDirectories(folder.resolve("linux-x64-cpu-v0.5.0"));
    Files.writeString(folder.resolve("linux-x64-cpu-v0.5.0/libggml.so"), "broken");
    assertThat(runtimes.installed()).isEmpty();

    installer(StandInNpm.serving(root.resolve("bin"), wanted, archive)).install(wanted, part -> {});

    assertThat(files(folder)).containsExactly(".lock", "linux-x64-cpu-v0.5.0");
    assertThat(files(folder.resolve("linux-x64-cpu-v0.5.0"))).doesNotContain("libggml.so");
  }

  @Test
  void endsNpmWhenInterrupted() throws Exception {
    RuntimePackage wanted = PackageBuilder.describe("cpu", PackageBuilder.usual().build());
    Path pid = root.resolve("pid");
    StandInNpm npm =
        new StandInNpm(root.resolve("bin")).running("echo $$ >'" + pid + "'", "exec sleep 60");
    AtomicReference<Throwable> end = new AtomicReference<>();
    Thread run =
        new Thread(
            () -> {
              try {
                installer(npm).install(wanted, part -> {});
              } catch (InterruptedException | RuntimeException e) {
                end.set(e);
              }
            });
    run.start();
    while (!Files.exists(pid) || Files.size(pid) == 0) {
      Thread.sleep(10);
    }

    run.interrupt();
    run.join(Duration.ofSeconds(20).toMillis());

    assertThat(end.get()).isInstanceOf(InterruptedException.class);
    assertThat(ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())))
        .matches(process -> process.isEmpty() || !process.get().isAlive());
    assertNothingIsLeft();
  }

  @Test
  void copiesAnUnpackedRelease() throws Exception {
    Path bin = Files.createDirectories(root.resolve("release/build/bin"));
    Files.writeString(bin.resolve("libllama.so.0.0.8390"), "llama");
    Files.createSymbolicLink(bin.resolve("libllama.so.0"), Path.of("libllama.so.0.0.8390"));
    Files.createSymbolicLink(bin.resolve("libllama.so"), Path.of("libllama.so.0"));
    Files.writeString(root.resolve("elsewhere.so"), "ggml");
    Files.createSymbolicLink(bin.resolve("libggml.so"), root.resolve("elsewhere.so"));
    Files.writeString(bin.resolve("libggml-vulkan.so"), "vulkan");
    Files.writeString(bin.resolve("libcudart.so.13"), "cudart");
    Files.writeString(bin.resolve("llama-server"), "program");
    Files.writeString(bin.resolve("LICENSE-llama"), "MIT");

    LlamaRuntime runtime = installer(new StandInNpm(root)).copy(root.resolve("release"), "b8390");

    assertThat(files(runtime.folder()))
        .containsExactly(
            "LICENSE-llama",
            "libcudart.so.13",
            "libggml-vulkan.so",
            "libggml.so",
            "libllama.so",
            "libllama.so.0",
            "libllama.so.0.0.8390");
    assertThat(runtime.folder().resolve("libllama.so")).isSymbolicLink().hasContent("llama");
    assertThat(runtime.folder().resolve("libggml.so")).isRegularFile().hasContent("ggml");
    assertThat(Files.isSymbolicLink(runtime.folder().resolve("libggml.so"))).isFalse();
    assertThat(runtime.version()).contains("b8390");
    assertThat(runtimes.named("b8390")).isEqualTo(runtime);
  }

  @Test
  void copiesNothingOverWhatIsThere() throws Exception {
    Path release = Files.createDirectories(root.resolve("release"));
    Files.writeString(release.resolve("libllama.so"), "llama");
    Files.writeString(release.resolve("libggml.so"), "ggml");
    RuntimeInstaller installer = installer(new StandInNpm(root));
    installer.copy(release, "mine");

    assertThatThrownBy(() -> installer.copy(release, "mine"))
        .hasMessageContaining("There is a runtime 'mine' already");
    assertThatThrownBy(() -> installer.copy(release, "../mine"))
        .hasMessageContaining("cannot be the name of a runtime");
    assertThatThrownBy(() -> installer.copy(root.resolve("none"), "other"))
        .hasMessageContaining("the folder holds no libllama and libggml");
    assertThat(files(folder)).containsExactly(".lock", "mine");
  }

  @Test
  void copiesNoFoldersOfTheSystem() throws Exception {
    Path system = Files.createDirectories(root.resolve("usr/lib"));
    for (String name : List.of("libllama.so", "libggml.so")) {
      Files.createFile(system.resolve(name));
    }
    for (int i = 0; i < 500; i++) {
      Files.createFile(system.resolve("libother" + i + ".so.1"));
    }

    assertThatThrownBy(() -> installer(new StandInNpm(root)).copy(system, "system"))
        .hasMessageContaining("holds the libraries of other programs too");
    assertNothingIsLeft();
  }

  @Test
  void removesOneAndNoOther() throws Exception {
    Path release = Files.createDirectories(root.resolve("release"));
    Files.writeString(release.resolve("libllama.so"), "llama");
    Files.writeString(release.resolve("libggml.so"), "ggml");
    RuntimeInstaller installer = installer(new StandInNpm(root));
    LlamaRuntime first = installer.copy(release, "first");
    LlamaRuntime second = installer.copy(release, "second");

    installer.remove(first);

    assertThat(runtimes.installed()).containsExactly(second);
    assertThat(files(folder)).containsExactly(".lock", "second");
    assertThatThrownBy(() -> installer.remove(runtimes.named(release.toString())))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(release.resolve("libllama.so")).exists();
  }

  private RuntimeInstaller installer(StandInNpm npm) {
    return new RuntimeInstaller(
        new Runtimes(folder, new RuntimePlaces(LINUX, npm.environment(), root.resolve("nowhere"))));
  }

  private AbstractThrowableAssert<?, ? extends Throwable> assertThatInstalling(
      RuntimePackage wanted, StandInNpm npm) {
    return assertThatThrownBy(() -> installer(npm).install(wanted, part -> {}))
        .isInstanceOf(InferenceException.class);
  }

  private void assertNothingIsLeft() {
    assertThat(files(folder)).containsExactly(".lock");
  }

  private static List<String> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
