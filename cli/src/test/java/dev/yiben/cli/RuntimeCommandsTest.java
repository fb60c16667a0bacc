package dev.yiben.cli;

import static dev.yiben.cli.OutcomeAssert.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, disabledReason = "libraries have other names elsewhere")
class RuntimeCommandsTest {
  private Workspace workspace;
  private Path folder;

  @BeforeEach
  void createWorkspace(@TempDir Path root) {
    workspace = new Workspace(root).with("PATH", root.resolve("bin").toString());
    folder = workspace.home("data/yiben/runtimes");
  }

  @Test
  void saysWhatThereIsAndWhatCanBeHad() throws IOException {
    Path mine = create(folder.resolve("mine"), "libllama.v0.5.0.so", "libggml.so");
    create(folder.resolve("other"), "libllama.b8390.so", "libggml.so", "libggml-vulkan.so");

    for (String[] command : new String[][] {{"runtime"}, {"runtime", "list"}}) {
      Outcome outcome = workspace.run(command);

      assertThat(outcome).succeeded().errIsEmpty();
      Assertions.assertThat(outcome.out())
          .startsWith("In " + folder + ":")
          .containsPattern("mine +v0\\.5\\.0 +1 kB +cpu")
          .containsPattern("other +b8390 +1 kB +cpu vulkan")
          .containsPattern("cpu +v\\d[\\d.]+ +\\d+ MB  processors only");
      Assertions.assertThat(outcome.outLines()).filteredOn(line -> line.startsWith("*")).hasSize(1);
    }
    assertThat(workspace.run("runtime", "--json", "--llama-runtime", "mine"))
        .succeeded()
        .outContains("\"used\" : \"" + mine + "\"")
        .outContains("\"version\" : \"b8390\"")
        .outContains("@node-llama-cpp/linux-");
  }

  @Test
  void saysThatThereIsNone() {
    assertThat(workspace.run("runtime", "--llama-runtime", "gone"))
        .succeeded()
        .outContains("In " + folder + " there is no runtime.")
        .errContains("No runtime 'gone' is installed");
    assertThat(workspace.run("runtime", "path", "--llama-runtime", "gone"))
        .endedWith(ExitCode.ENGINE)
        .errIsOneErrorWith("'translate runtime install' gets one");
    assertThat(workspace.run("runtime", "install", "abacus"))
        .endedWith(ExitCode.ENGINE)
        .errIsOneErrorWith("There is no runtime 'abacus' to be installed", "cpu");
    assertThat(workspace.run("runtime", "remove", "gone", "--yes"))
        .endedWith(ExitCode.ENGINE)
        .errIsOneErrorWith("There is no runtime 'gone' in " + folder);
  }

  @Test
  void printsThePathOfWhatIsUsed() throws IOException {
    Path mine = create(folder.resolve("mine"), "libllama.so", "libggml.so");
    Path named = create(workspace.path("release/bin"), "libllama.so", "libggml.so");

    assertThat(workspace.run("runtime", "path")).succeeded().outIsPaths(mine);
    assertThat(workspace.run("runtime", "path", "--llama-runtime", "release/"))
        .succeeded()
        .outIsPaths(named.toAbsolutePath());
    workspace.with("YIBEN_LLAMA_RUNTIME", named.toString());
    assertThat(workspace.run("runtime", "path")).succeeded().outIsPaths(named.toAbsolutePath());
    assertThat(workspace.run("runtime", "path", "--llama-runtime", "mine"))
        .succeeded()
        .outIsPaths(mine);
  }

  @Test
  void takesFoldersOfTheUsersFileButNoneOfProjects() throws IOException {
    Path named = create(workspace.home("config/yiben/llama"), "libllama.so", "libggml.so");
    workspace.writeUserConfig("llama-runtime: ./llama\n");
    assertThat(workspace.run("runtime", "path")).succeeded().outIsPaths(named);

    workspace.write("yiben.yaml", "llama-runtime: ./llama\n");
    assertThat(workspace.run("runtime", "path"))
        .endedWith(ExitCode.USAGE)
        .errContains("'llama-runtime' cannot be set by a project");
  }

  @Test
  void copiesAndRemoves() throws IOException {
    create(workspace.path("llama-b8390/bin"), "libllama.so", "libggml.so");

    assertThat(workspace.run("runtime", "install", "--from", "llama-b8390"))
        .succeeded()
        .outIsPaths(folder.resolve("llama-b8390"));
    assertThat(workspace.run("runtime", "install", "--from", "llama-b8390", "--as", "two"))
        .succeeded()
        .outIsPaths(folder.resolve("two"));
    assertThat(workspace.run("runtime", "remove", "two"))
        .endedWith(ExitCode.USAGE)
        .errIsOneErrorWith("--yes is needed to remove the runtime two");
    assertThat(workspace.run("runtime", "remove", "two", "llama-b8390", "--yes"))
        .succeeded()
        .errContains("removed the runtime two");
    Assertions.assertThat(folder.resolve("two")).doesNotExist();
    assertThat(workspace.run("runtime", "install", "cpu", "--from", "llama-b8390"))
        .endedWith(ExitCode.USAGE);
    assertThat(workspace.run("runtime", "install", "--as", "two")).endedWith(ExitCode.USAGE);
  }

  @Test
  void installsWithNpm() throws IOException {
    assertThat(workspace.run("runtime", "install"))
        .endedWith(ExitCode.ENGINE)
        .errContains("taking ")
        .errContains("npm is needed to fetch the libraries");

    Path bin = Files.createDirectories(workspace.home("../bin").normalize());
    Path npm = Files.writeString(bin.resolve("npm"), "#!/bin/sh\n>x.tgz\n");
    Files.setPosixFilePermissions(npm, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(workspace.run("runtime", "install", "cpu"))
        .endedWith(ExitCode.ENGINE)
        .errContains("fetching @node-llama-cpp/linux-")
        .errContains("has not the checksum of this package");
    assertThat(workspace.run("runtime")).outContains("there is no runtime.");
  }

  private static Path create(Path folder, String... files) throws IOException {
    Files.createDirectories(folder);
    for (String file : files) {
      Files.writeString(folder.resolve(file), "library");
    }
    return folder;
  }
}
