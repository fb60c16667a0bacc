package dev.yiben.cli;

import static dev.yiben.cli.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real package, by the real npm, from what {@code .ci/runtime} has put into its cache. */
class RuntimeIT {
  @TempDir private Path folder;

  @Test
  void installsAndTranslates() throws Exception {
    Path home = Path.of(System.getProperty("user.home"));
    Launcher launcher =
        new Launcher(folder)
            .with("npm_config_offline", "true")
            .with("npm_config_cache", home.resolve(".npm").toString());

    Outcome installed = launcher.run("translate runtime install cpu");
    assumeFalse(
        installed.err().contains("npm is needed") || installed.err().contains("ENOTCACHED"),
        "npm is not there or has not fetched the package yet; .ci/runtime has it fetch it");

    Path runtime = Path.of(installed.outLines().get(0));
    assertThat(installed).succeeded().outIsPaths(runtime);
    assertThat(runtime).startsWith(folder.resolve("home/.local/share/yiben/runtimes"));
    try (Stream<Path> files = Files.list(runtime)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .contains("LICENSE", "_nlcBuildMetadata.json", "libggml-base.so")
          .noneMatch(name -> name.contains("common") || name.contains("addon"));
    }
    assertThat(launcher.run("translate runtime path")).succeeded().outIsPaths(runtime);
    assertThat(launcher.run("translate runtime install cpu"))
        .succeeded()
        .outIsPaths(runtime)
        .errContains("is there already");

    Files.copy(
        Launcher.samples().resolve("lighthouse.srt"), launcher.work().resolve("lighthouse.srt"));
    Outcome translated =
        launcher.run("translate lighthouse.srt --to zh --model demo --engine llama-native -v");
    // Whatever the answers of so small a model are worth, they came from these libraries.
    assertThat(translated)
        .outIsPaths(Path.of("lighthouse.zh.srt"))
        .errContains("runtime: " + runtime);

    assertThat(launcher.run("translate runtime remove --yes " + runtime.getFileName())).succeeded();
    assertThat(runtime).doesNotExist();
    assertThat(launcher.run("translate runtime")).succeeded().outContains("there is no runtime.");
  }
}
