package dev.yiben.inference.libllama;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LoadFailureTest {
  private static final Path FILE = Path.of("model.gguf");

  @Test
  void namesAnUnknownArchitectureAndTheWayOut() {
    InferenceException failure =
        model(
            "llama_model_load: error loading model: error loading model architecture: unknown model"
                + " architecture: 'xyz'",
            "llama_model_load_from_file_impl: failed to load model");

    assertThat(failure.category()).isEqualTo(Category.USER);
    assertThat(failure)
        .hasMessage(
            "model.gguf: llama.cpp 0.5.0 does not know models of the architecture 'xyz'; a newer"
                + " one may ('translate runtime list'), or choose another model");
  }

  @Test
  void tellsOfACutFile() {
    assertThat(
            model(
                "llama_model_load: error loading model: tensor 'output.weight' data is not within"
                    + " the file bounds, model is corrupted or incomplete"))
        .hasMessage(
            "model.gguf: the file is cut short or damaged; fetch it again (tensor 'output.weight'"
                + " data is not within the file bounds, model is corrupted or incomplete)");
  }

  @Test
  void tellsOfMissingMemoryAndTheKnobs() {
    InferenceException failure =
        model(
            "ggml_backend_cuda_buffer_type_alloc_buffer: allocating 9000.00 MiB on device 0:"
                + " cudaMalloc failed: out of memory",
            "llama_model_load: error loading model: unable to allocate CUDA0 buffer");

    assertThat(failure.category()).isEqualTo(Category.RESOURCE);
    assertThat(failure)
        .hasMessageStartingWith(
            "model.gguf: there is not enough memory for the model (unable to allocate CUDA0"
                + " buffer); take a smaller --context-length")
        .hasMessageContaining("fewer --gpu-layers");
  }

  @Test
  void passesOnOtherWordsOrNone() {
    assertThat(model("llama_model_load: error loading model: missing tensor 'blk.0.attn_k.weight'"))
        .hasMessage(
            "model.gguf: llama.cpp 0.5.0 cannot load the model (missing tensor"
                + " 'blk.0.attn_k.weight')");
    assertThat(model()).hasMessage("model.gguf: llama.cpp 0.5.0 cannot load the model");
  }

  @Test
  void tellsWhyThereIsNoContext() {
    assertThat(
            LoadFailure.ofContext(
                FILE, List.of("llama_init_from_model: failed to initialize the context: odd")))
        .hasMessage(
            "model.gguf: llama.cpp cannot make a context with these settings (failed to initialize"
                + " the context: odd); take fewer of them");
    assertThat(
            LoadFailure.ofContext(FILE, List.of("x: failed to allocate buffer for kv cache"))
                .category())
        .isEqualTo(Category.RESOURCE);
  }

  private static InferenceException model(String... problems) {
    return LoadFailure.ofModel(FILE, "0.5.0", List.of(problems));
  }
}
