package dev.yiben.inference.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiben.inference.InferenceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModelLocatorTest {
  @TempDir Path home;
  private Path folder;
  private ModelLocator locator;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectories(home.resolve("models"));
    locator = new ModelLocator(folder, Optional.of(home.resolve("installation")));
  }

  private Path model(String name) throws IOException {
    return Files.writeString(folder.resolve(name), "GGUF");
  }

  private Path locate(String name) {
    return locator.locate(Optional.of(name));
  }

  @Test
  void takesAPath() throws IOException {
    Path file = Files.writeString(home.resolve("elsewhere.gguf"), "GGUF");

    assertThat(locate(file.toString())).isEqualTo(file);
  }

  @Test
  void takesANameInTheFolder() throws IOException {
    Path file = model("Qwen2.5-7B-Instruct-Q4_K_M.gguf");
    model("gemma-3.gguf");

    assertThat(locate("Qwen2.5-7B-Instruct-Q4_K_M.gguf")).isEqualTo(file);
    assertThat(locate("Qwen2.5-7B-Instruct-Q4_K_M")).isEqualTo(file);
    assertThat(locate("qwen2.5-7b-instruct-q4_k_m")).isEqualTo(file);
  }

  @Test
  void takesTheFirstFileOfASplitModel() throws IOException {
    Path first = model("big-00001-of-00002.gguf");
    model("big-00002-of-00002.gguf");

    assertThat(locator.locate(Optional.empty())).isEqualTo(first);
    assertThat(locate("big")).isEqualTo(first);
  }

  @Test
  void takesTheOnlyModelInTheFolder() throws IOException {
    Path file = model("only.gguf");
    Files.writeString(folder.resolve("notes.txt"), "no model");

    assertThat(locator.locate(Optional.empty())).isEqualTo(file);
  }

  @Test
  void listsTheModelsWhenThereAreSeveral() throws IOException {
    model("b.gguf");
    model("a.gguf");

    assertThatThrownBy(() -> locator.locate(Optional.empty()))
        .isInstanceOf(InferenceException.class)
        .hasMessage("Choose a model with --model; " + folder + " has a, b");
  }

  @Test
  void takesTheDemoModelOnlyWhenAskedFor() throws IOException {
    Path demo = home.resolve("installation/samples/demo-model/demo-en-zh.gguf");
    Files.createDirectories(demo.getParent());
    Files.writeString(demo, "GGUF");

    assertThat(locate("demo")).isEqualTo(demo);
    assertThatThrownBy(() -> locator.locate(Optional.empty()))
        .isInstanceOf(InferenceException.class);
  }

  @Test
  void saysHowToGetAModel() {
    assertThatThrownBy(() -> locate("nothing"))
        .isInstanceOf(InferenceException.class)
        .hasMessageStartingWith(
            "There is no model 'nothing', neither as a file nor in "
                + folder
                + ". Get one, such as")
        .hasMessageContaining("translate models pull qwen2.5-7b")
        .hasMessageContaining("--model demo")
        .extracting(e -> ((InferenceException) e).category())
        .isEqualTo(InferenceException.Category.USER);
    assertThatThrownBy(() -> locator.locate(Optional.empty()))
        .hasMessageContaining("there is none in " + folder);
    assertThatThrownBy(() -> locate("nul\0")).isInstanceOf(InferenceException.class);
    assertThatThrownBy(() -> locate(home.toString())).hasMessageContaining("is a folder");
    assertThatThrownBy(() -> locate("demo")).hasMessageContaining("The demo model is not there");
  }

  @Test
  void namesWhatTheFolderHas() throws IOException {
    model("gemma-3.gguf");

    assertThatThrownBy(() -> locate("gemma-4")).hasMessageContaining("(which has gemma-3)");
  }

  @Test
  void needsNoFolder() {
    ModelLocator none = new ModelLocator(home.resolve("absent"), Optional.empty());

    assertThatThrownBy(() -> none.locate(Optional.empty())).isInstanceOf(InferenceException.class);
    assertThatThrownBy(() -> none.locate(Optional.of("demo")))
        .isInstanceOf(InferenceException.class);
  }

  @Test
  void choosesTheFolderByTheEnvironment() {
    Path user = Path.of("/home/user");

    assertThat(ModelLocator.defaultFolder(Map.of(), user, false))
        .isEqualTo(Path.of("/home/user/.local/share/yiben/models"));
    assertThat(ModelLocator.defaultFolder(Map.of("XDG_DATA_HOME", "/data"), user, false))
        .isEqualTo(Path.of("/data/yiben/models"));
    assertThat(
            ModelLocator.defaultFolder(
                Map.of("XDG_DATA_HOME", "/data", "YIBEN_MODELS", "/m"), user, false))
        .isEqualTo(Path.of("/m"));
    assertThat(ModelLocator.defaultFolder(Map.of("LOCALAPPDATA", "/local"), user, true))
        .isEqualTo(Path.of("/local/yiben/models"));
  }
}
