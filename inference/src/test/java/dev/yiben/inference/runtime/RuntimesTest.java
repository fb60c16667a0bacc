package dev.yiben.inference.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.inference.runtime.LlamaRuntime.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuntimesTest {
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
    "Linux, libllama.v0.5.0.so, libggml.v0.5.0.so, libggml-base.so, v0.5.0",
    "Linux, libllama.b8390.so, libggml.b8390.so, libggml-base.so, b8390",
    "Mac OS X, libllama.dylib, libggml.dylib, libggml-base.dylib,",
    "Windows 11, llama.dll, ggml.dll, ggml-base.dll,",
    "Windows 11, llama.v0.5.0.dll, ggml.v0.5.0.dll, ggml-base.dll, v0.5.0"
  })
  void knowsTheNamesOfLibraries(
      String system, String llama, String ggml, String base, String version) throws IOException {
    for (String name : List.of(llama, ggml, base, "notes.txt")) {
      Files.createFile(root.resolve(name));
    }

    LlamaRuntime runtime =
        new Runtimes(root.resolve("none"), Platform.of(system, "amd64")).named(root.toString());

    assertThat(runtime.origin()).isEqualTo(Origin.NAMED);
    assertThat(runtime.version().orElse(null)).isEqualTo(version);
    assertThat(runtime.libraries().inLoadOrder())
        .containsExactly(root.resolve(base), root.resolve(ggml), root.resolve(llama));
  }
}
