package dev.yiben.inference.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.gguf.ContextShape;
import dev.yiben.inference.gguf.MemoryEstimate;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CatalogueTest {
  /** What a runtime of 0.4 or newer loads, and the embedded engine does not. */
  private static final List<String> OF_RUNTIMES = List.of("qwen3");

  private final Catalogue catalogue = Catalogue.load();

  @Test
  void hasWhatIsPromised() {
    assertThat(catalogue.models())
        .extracting(CatalogueModel::name)
        .doesNotHaveDuplicates()
        .contains("qwen2.5-1.5b", "qwen2.5-7b", "qwen2.5-14b", "gemma-3-4b", "gemma-3-12b")
        .contains("llama-3.1-8b", "sakura-14b", "galtransl-7b");
  }

  @Test
  void hasOnlyArchitecturesThatAnEngineLoads() throws IOException {
    List<String> known;
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Catalogue.class.getResourceAsStream("../llamacpp/architectures.txt"),
                StandardCharsets.UTF_8))) {
      known = Stream.concat(reader.lines(), OF_RUNTIMES.stream()).toList();
    }

    assertThat(catalogue.models())
        .allSatisfy(model -> assertThat(known).contains(model.architecture()));
  }

  /** A wrong number in a shape or a size would make a model look smaller or larger than it is. */
  @Test
  void hasShapesThatAgreeWithTheSizesOfTheFiles() {
    for (CatalogueModel model : catalogue.models()) {
      long parameters = model.shape().parameters();
      for (CatalogueFile file : model.files()) {
        assertThat(file.size() * 8.0 / parameters)
            .as("bits per parameter of %s %s", model.name(), file.file())
            .isBetween(
                file.quantisation().startsWith("Q8") ? 8.0 : 4.0,
                file.quantisation().startsWith("Q8") ? 10.0 : 7.5);
      }
    }
  }

  @Test
  void hasFilesWithSoundNamesAndAddresses() {
    for (CatalogueModel model : catalogue.models()) {
      for (CatalogueFile file : model.files()) {
        String source = "hf:" + file.repository() + "/" + file.file();
        assertThat(ModelSource.parse(source, Map.of())).as(source).isPresent();
        assertThat(catalogue.entryOf(Path.of("models", file.file())))
            .contains(new Catalogue.Entry(model, file));
      }
      assertThat(model.about()).hasSizeLessThan(60);
      assertThat(model.name()).hasSizeLessThanOrEqualTo(16);
    }
  }

  @Test
  void findsByNameAndQuantisation() {
    assertThat(catalogue.entry("Qwen2.5-7B").file().quantisation()).isEqualTo("Q4_K_M");
    assertThat(catalogue.entry("qwen2.5-7b:q5_k_m").file().file())
        .isEqualTo("Qwen2.5-7B-Instruct-Q5_K_M.gguf");
    assertThatThrownBy(() -> catalogue.entry("qwen2.5-7b:Q1"))
        .isInstanceOf(InferenceException.class)
        .hasMessageContaining("it has qwen2.5-7b:Q4_K_M, qwen2.5-7b:Q5_K_M");
    assertThatThrownBy(() -> catalogue.entry("quen2.5-7b"))
        .hasMessageContaining("did you mean qwen2.5-7b or ");
    assertThatThrownBy(() -> catalogue.entry("zzz")).hasMessageNotContaining("did you mean");
  }

  @Test
  void estimatesMemory() {
    MemoryEstimate estimate =
        MemoryEstimate.of(
            catalogue.entry("qwen2.5-7b").model().shape(),
            4_683_074_240L,
            ContextShape.of(1, 8192));

    assertThat(estimate.cache()).isEqualTo(28L * 8192 * 4 * 256 * 2);
  }
}
