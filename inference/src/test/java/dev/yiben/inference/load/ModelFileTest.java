package dev.yiben.inference.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiben.inference.gguf.GgufBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModelFileTest {
  @TempDir Path folder;

  private static GgufBuilder model(String architecture) {
    return new GgufBuilder()
        .text("general.architecture", architecture)
        .number(architecture + ".context_length", 4096)
        .number(architecture + ".block_count", 28)
        .number(architecture + ".embedding_length", 3584)
        .number(architecture + ".attention.head_count", 28)
        .number(architecture + ".attention.head_count_kv", 4)
        .tensor("token_embd.weight", 100);
  }

  @Test
  void readsAllFilesOfASplitModel() throws IOException {
    Path first =
        model("llama").number("split.count", 2).write(folder.resolve("m-00001-of-00002.gguf"));
    Path second = folder.resolve("m-00002-of-00002.gguf");

    assertThatThrownBy(() -> ModelFile.open(first))
        .hasMessage(second + ": there is no such model file");
    new GgufBuilder().tensor("rest", 10).write(second);
    assertThat(ModelFile.open(first).size()).isEqualTo(Files.size(first) + Files.size(second));
  }

  @Test
  void refusesALaterOrRenamedFileOfASplitModel() throws IOException {
    GgufBuilder part = model("llama").number("split.count", 2);
    Path later = part.write(folder.resolve("m-00002-of-00002.gguf"));
    Path renamed = part.write(folder.resolve("m.gguf"));

    assertThatThrownBy(() -> ModelFile.open(later)).hasMessageContaining("give the first one");
    assertThatThrownBy(() -> ModelFile.open(renamed)).hasMessageContaining("…-00001-of-00002.gguf");
  }

  @Test
  void tellsModelsApartByHeaderSizeAndWeights() throws IOException {
    Path path = folder.resolve("m.gguf");
    String first =
        ModelFile.open(model("llama").write(path))
            .fingerprint("engine 1", Optional.empty(), List.of());
    String copy =
        ModelFile.open(model("llama").write(folder.resolve("c.gguf")))
            .fingerprint("engine 1", Optional.empty(), List.of());
    String named =
        ModelFile.open(model("llama").text("general.name", "other").write(path))
            .fingerprint("engine 1", Optional.empty(), List.of());
    byte[] bytes = model("llama").bytes();
    bytes[bytes.length - 50] ^= 1;
    String changed =
        ModelFile.open(Files.write(path, bytes))
            .fingerprint("engine 1", Optional.empty(), List.of());

    assertThat(copy).isEqualTo(first);
    assertThat(named).isNotEqualTo(first);
    assertThat(changed).isNotEqualTo(first);
  }
}
