package dev.yiben.inference.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.download.DownloadListener;
import dev.yiben.inference.download.Downloader;
import dev.yiben.inference.download.FileServer;
import dev.yiben.inference.gguf.GgufBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModelPullTest {
  private static final byte[] MODEL =
      new GgufBuilder().text("general.architecture", "qwen2").tensor("output.weight", 1000).bytes();

  @TempDir Path folder;
  private final FileServer server = new FileServer();
  private final Map<String, String> environment = new HashMap<>();
  private final List<String> announced = new ArrayList<>();

  @BeforeEach
  void useServer() {
    environment.put("HF_ENDPOINT", server.uri("/hub/").toString());
    environment.put("MODELSCOPE_ENDPOINT", server.uri("/scope").toString());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private ModelPull.Pulled pull(String model) throws InterruptedException {
    return pull(model, Hub.HUGGING_FACE, Optional.empty());
  }

  private ModelPull.Pulled pull(String model, Hub hub, Optional<String> name)
      throws InterruptedException {
    return new ModelPull(
            new ModelFolder(folder),
            Catalogue.load(),
            environment,
            Downloader.of(environment, 2, new DownloadListener() {}))
        .pull(new ModelPull.Request(model, hub, name, Optional.empty()), announced::add);
  }

  @Test
  void fetchesAModelOfTheCatalogueByItsName() throws Exception {
    server.serve(
        "/hub/bartowski/Qwen2.5-7B-Instruct-GGUF/resolve/main/Qwen2.5-7B-Instruct-Q5_K_M.gguf",
        MODEL);

    ModelPull.Pulled pulled = pull("qwen2.5-7b:q5_k_m");

    Path file = folder.resolve("Qwen2.5-7B-Instruct-Q5_K_M.gguf");
    assertThat(pulled).isEqualTo(new ModelPull.Pulled(List.of(file), true));
    assertThat(file).hasBinaryContent(MODEL);
    ModelLocator locator = new ModelLocator(folder, Optional.empty());
    assertThat(locator.locate(Optional.of("qwen2.5-7b"))).isEqualTo(file);
    assertThat(locator.locate(Optional.of("qwen2.5-7b:Q5_K_M"))).isEqualTo(file);
    assertThatThrownBy(() -> locator.locate(Optional.of("qwen2.5-7b:Q4_K_M")))
        .hasMessageContaining("get it with 'translate models pull qwen2.5-7b:Q4_K_M'");
  }

  @Test
  void fetchesFromModelScope() throws Exception {
    server.serve(
        "/scope/models/bartowski/Qwen2.5-7B-Instruct-GGUF/resolve/master/Qwen2.5-7B-Instruct-Q4_K_M.gguf",
        MODEL);

    pull("qwen2.5-7b", Hub.MODEL_SCOPE, Optional.empty());
    pull("ms:bartowski/Qwen2.5-7B-Instruct-GGUF/Qwen2.5-7B-Instruct-Q4_K_M.gguf");

    assertThat(announced).containsExactly("Qwen2.5-7B-Instruct-Q4_K_M.gguf");
    assertThatThrownBy(() -> pull("sakura-14b", Hub.MODEL_SCOPE, Optional.empty()))
        .hasMessageContaining("the catalogue knows of none on ModelScope");
  }

  @Test
  void leavesAloneWhatIsThereWithoutAskingAnyServer() throws Exception {
    Files.write(folder.resolve("m.gguf"), MODEL);

    assertThat(pull("hf:owner/repo/m.gguf").fetched()).isFalse();
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void fetchesAllPartsOfASplitModelWhicheverIsNamed() throws Exception {
    for (int part = 1; part <= 3; part++) {
      server.serve("/hub/o/r/resolve/main/big/m-0000" + part + "-of-00003.gguf", MODEL);
    }
    Files.write(folder.resolve("m-00002-of-00003.gguf"), MODEL);

    ModelPull.Pulled pulled = pull("hf:o/r/big/m-00003-of-00003.gguf");

    assertThat(pulled.files())
        .extracting(file -> file.getFileName().toString())
        .containsExactly("m-00001-of-00003.gguf", "m-00002-of-00003.gguf", "m-00003-of-00003.gguf");
    assertThat(announced).containsExactly("m-00001-of-00003.gguf", "m-00003-of-00003.gguf");
    assertThat(new ModelFolder(folder).models()).hasSize(1);
  }

  @Test
  void takesAddressesAsTheBrowserShowsThem() throws Exception {
    server.serve("/hub/o/r/resolve/main/m.gguf", MODEL);
    environment.put("HF_TOKEN", "hf_secret");

    pull(
        server
            .uri("/hub/o/r/resolve/main/m.gguf?download=true")
            .toString()
            .replace("/hub", "/hub"));

    assertThat(folder.resolve("m.gguf")).exists();
  }

  @Test
  void sendsTheTokenToTheHubOnly() throws Exception {
    environment.put("HF_TOKEN", "hf_secret");
    server.serve("/hub/o/r/resolve/main/m.gguf", MODEL).serve("/elsewhere/n.gguf", MODEL);

    pull("hf:o/r/m.gguf");
    pull(server.uri("/elsewhere/n.gguf").toString());

    assertThat(server.requests())
        .allMatch(r -> r.startsWith("/hub") == r.contains("Authorization=Bearer hf_secret"));
  }

  @Test
  void namesWhatTheRepositoryHasInstead() {
    server
        .answer("/", FileServer.status(404, "", "X-Error-Code", "EntryNotFound"))
        .answer(
            "/hub/api/models/o/r/tree/main",
            FileServer.status(
                200,
                "[{\"path\":\"README.md\"},{\"path\":\"model-Q4_K_M.gguf\"},{\"path\":\"x/other.gguf\"}]"))
        .answer(
            "/scope/api/v1/models/o/r/repo/files",
            FileServer.status(200, "{\"Data\":{\"Files\":[{\"Path\":\"abc.gguf\"}]}}"));

    assertThatThrownBy(() -> pull("hf:o/r/model-q4_k_s.gguf"))
        .isInstanceOf(InferenceException.class)
        .hasMessageContaining("there is no such file")
        .hasMessageContaining("did you mean model-Q4_K_M.gguf?");
    assertThatThrownBy(() -> pull("hf:o/r"))
        .hasMessageContaining("name a file of it; o/r has model-Q4_K_M.gguf, x/other.gguf");
    assertThatThrownBy(() -> pull("ms:o/r/zzz.gguf")).hasMessageContaining("o/r has abc.gguf");
  }

  @Test
  void saysHowToOpenAGatedRepository() {
    server.answer("/", FileServer.status(403, "", "X-Error-Code", "GatedRepo"));

    assertThatThrownBy(() -> pull("hf:google/gemma-3-12b-it-qat-q4_0-gguf/m.gguf"))
        .hasMessageContaining("accept the model's licence on https://huggingface.co/google/gemma-3")
        .hasMessageContaining("set HF_TOKEN");
  }

  @Test
  void keepsNothingThatIsNoSoundModel() throws Exception {
    byte[] cut = new GgufBuilder().tensor("output.weight", 100).tensorCount(9).bytes();
    server.serve("/m.gguf", cut);

    assertThatThrownBy(() -> pull(server.uri("/m.gguf").toString()))
        .hasMessageContaining("what came is not sound")
        .hasMessageContaining("nothing of it was kept");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void keepsAModelThatIsMerelyNewer() throws Exception {
    server.serve("/m.gguf", new GgufBuilder().tensor("output.weight", 999, 0, 32).bytes());

    pull(server.uri("/m.gguf").toString());

    assertThat(folder.resolve("m.gguf")).exists();
  }

  @Test
  void fetchesPartsFromAnyAddress() throws Exception {
    server.serve("/a%20b/m-00001-of-00002.gguf", MODEL).serve("/", MODEL);

    ModelPull.Pulled pulled = pull(server.uri("/a%20b/m-00002-of-00002.gguf?key=1").toString());

    assertThat(pulled.files()).hasSize(2);
    assertThat(server.requests()).anyMatch(r -> r.startsWith("/a%20b/m-00001-of-00002.gguf?key=1"));
  }

  @Test
  void givesAnotherNameIfAsked() throws Exception {
    server.serve("/download", MODEL);
    String address = server.uri("/download?id=7").toString();

    assertThatThrownBy(() -> pull(address)).hasMessageContaining("--as NAME.gguf");
    pull(address, Hub.HUGGING_FACE, Optional.of("mine.gguf"));

    assertThat(folder.resolve("mine.gguf")).hasBinaryContent(MODEL);
  }

  @Test
  void takesTheLastNameOnlyOfAnAddress() throws Exception {
    server.serve("/", MODEL);

    pull(server.uri("/a/%2e%2e%2f%2e%2e%2fx.gguf").toString());

    assertThat(folder.resolve("x.gguf")).hasBinaryContent(MODEL);
  }

  @Test
  void neverLeavesTheFolder() {
    for (String bad :
        List.of(
            "hf:o/r/../../x.gguf",
            "hf:../r/x.gguf",
            "hf:o/r//x.gguf",
            "hf:o",
            "file:///etc/x.gguf",
            "http://127.0.0.1/a%5c..%5cx.gguf",
            "http://127.0.0.1/x.gguf%00",
            "http://user:secret@127.0.0.1/x.gguf",
            "ftp://127.0.0.1/x.gguf")) {
      assertThatThrownBy(() -> pull(bad))
          .as(bad)
          .isInstanceOf(InferenceException.class)
          .hasMessageNotContaining("secret");
    }
    assertThatThrownBy(
            () -> pull("hf:o/r/x.gguf", Hub.HUGGING_FACE, Optional.of("../escaped.gguf")))
        .hasMessageContaining("is no name for a model");
    assertThat(server.requests()).isEmpty();
  }
}
