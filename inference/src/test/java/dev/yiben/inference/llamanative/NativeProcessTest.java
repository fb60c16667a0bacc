package dev.yiben.inference.llamanative;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.inference.gguf.RandomModel;
import dev.yiben.inference.llamanative.NativeProgram.Scenario;
import dev.yiben.inference.runtime.RuntimeLibraries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What llama.cpp's libraries may do to a process, and may not. */
@Timeout(300)
final class NativeProcessTest {
  private static final String ANSWER = "1|老守塔人打开门。 2|男孩在花园里睡觉。";
  private static final String REMEDY = "; 'translate runtime install' gets ones that fit";

  @TempDir Path folder;
  private final RuntimeLibraries libraries = InstalledRuntime.libraries();

  @Test
  void writesNothingToTheTerminalFromAFolderWithAnyName() throws Exception {
    Path copy = copy(folder.resolve("Ünï çödé 译本 libs"));

    assertThat(NativeProgram.run(Scenario.DEFAULTS, copy, folder)).containsExactly(ANSWER);
    assertThat(folder.resolve("out")).isEmptyFile();
  }

  @Test
  void isNotDisturbedByTheEmbeddedEngineNorDisturbsIt() throws Exception {
    assertThat(run(Scenario.BESIDE_THE_EMBEDDED_ENGINE)).hasSize(6).allMatch(ANSWER::equals);
  }

  @Test
  void outlivesLlamaCppsGivingUpAndSaysWhy() throws Exception {
    String why =
        "BACKEND_PERMANENT: llama.cpp gave up and cannot go on (odd.cpp:7: GGML_ASSERT(odd)"
            + " failed)";

    assertThat(run(Scenario.GIVE_UP)).containsExactly(ANSWER, why, why, why, "closed");
    assertThat(folder.resolve("out")).isEmptyFile();
  }

  @Test
  void cutsTextsIntoTokensThatTakeMoreStackThanAThreadHas() throws Exception {
    RandomModel.qwen3(folder.resolve("model.gguf"), "gpt-4o");

    assertThat(run(Scenario.LONG_RUN)).hasSize(3).element(1).isEqualTo("60000");
  }

  @Test
  void refusesASecondSetOfLibraries() throws Exception {
    Path other = copy(folder.resolve("other"));

    assertThat(run(Scenario.TWO_FOLDERS))
        .containsExactly(
            ANSWER,
            "BACKEND_PERMANENT: "
                + other
                + ": these llama.cpp libraries cannot be loaded beside those of "
                + libraries.folder()
                + ", which the process has already; start it anew",
            ANSWER);
  }

  @Test
  void refusesFilesThatAreNoLibraries() throws Exception {
    Path copy = copy(folder.resolve("odd"));
    Files.writeString(copy.resolve(libraries.llama().getFileName()), "no library");

    assertThat(said(copy))
        .startsWith("BACKEND_PERMANENT: " + copy + ": the llama.cpp libraries cannot be loaded (")
        .endsWith(")" + REMEDY);
  }

  @Test
  void refusesLibrariesOfWhichOneIsMissing() throws Exception {
    Path copy = copy(folder.resolve("odd"));
    Files.delete(copy.resolve(libraries.base().orElseThrow().getFileName()));

    assertThat(said(copy))
        .startsWith("BACKEND_PERMANENT: " + copy + ": the llama.cpp libraries cannot be loaded (")
        .contains(libraries.base().orElseThrow().getFileName().toString());
  }

  @Test
  void refusesLibrariesWithoutAnythingToComputeOn() throws Exception {
    Path copy = copy(folder.resolve("odd"));
    try (Stream<Path> files = Files.list(copy)) {
      for (Path file : files.filter(f -> f.toString().contains("ggml-cpu")).toList()) {
        Files.delete(file);
      }
    }

    assertThat(said(copy)).endsWith("find nothing to compute on, not even the processor" + REMEDY);
  }

  @Test
  void refusesLibrariesThatDoNotSayTheirVersion() throws Exception {
    Path copy = copy(folder.resolve("odd"));
    Files.delete(copy.resolve(libraries.llama().getFileName()));
    Files.copy(libraries.base().orElseThrow(), copy.resolve(libraries.llama().getFileName()));

    assertThat(said(copy))
        .isEqualTo(
            "BACKEND_PERMANENT: "
                + copy
                + ": this llama.cpp is too old: it does not say its version"
                + REMEDY);
  }

  /** What JNA does is not ours; it checks no exceptions where Java code of its own throws none. */
  @Test
  void keepsTheRulesOfNativeCode() throws Exception {
    NativeProgram.run(Scenario.DEFAULTS, libraries.folder(), folder, "-Xcheck:jni");

    assertThat(Files.readAllLines(folder.resolve("out")))
        .noneMatch(line -> line.contains("FATAL"))
        .filteredOn(line -> line.startsWith("WARNING"))
        .allMatch(
            line ->
                line.contains("made without checking exceptions")
                    || line.contains("JNI local refs: 33, exceeds capacity: 32"));
  }

  private List<String> run(Scenario scenario) throws Exception {
    return NativeProgram.run(scenario, libraries.folder(), folder);
  }

  private String said(Path runtime) throws Exception {
    List<String> said = NativeProgram.run(Scenario.DEFAULTS, runtime, folder);
    assertThat(said).hasSize(1);
    assertThat(folder.resolve("out")).isEmptyFile();
    return said.get(0);
  }

  private Path copy(Path target) throws IOException {
    Files.createDirectories(target);
    try (Stream<Path> files = Files.list(libraries.folder())) {
      for (Path file : files.filter(NativeProcessTest::isNeeded).toList()) {
        Files.copy(file, target.resolve(file.getFileName()));
      }
    }
    return target;
  }

  private static boolean isNeeded(Path file) {
    String name = file.getFileName().toString();
    return Files.isRegularFile(file) && !name.contains("common") && !name.endsWith(".node");
  }
}
