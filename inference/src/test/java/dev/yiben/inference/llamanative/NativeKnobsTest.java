package dev.yiben.inference.llamanative;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.inference.llamacpp.Lora;
import dev.yiben.inference.llamanative.NativeProgram.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The knobs are what llama.cpp's own log says of them. */
@Timeout(300)
final class NativeKnobsTest {
  @TempDir Path folder;

  @Test
  void reachLlamaCpp() throws Exception {
    assertThat(log(Scenario.ALL_KNOBS))
        .contains("n_threads = 2, n_threads_batch = 1")
        .contains("n_seq_max             = 4")
        .contains("n_ctx                 = 1024")
        .contains("n_batch               = 256")
        .contains("n_ubatch              = 128")
        .contains("flash_attn            = enabled")
        .contains("freq_base             = 20000.0")
        .contains("freq_scale            = 0.5")
        .contains("n_ctx_train adjusted to 2000")
        .containsPattern("K \\(q8_0\\).*V \\(q5_1\\)")
        .contains("load_mode = mlock");
  }

  @Test
  void areLlamaCppsUsualOnesUnlessSet() throws Exception {
    assertThat(log(Scenario.DEFAULTS))
        .contains("n_threads = 1, n_threads_batch = 1")
        .contains("n_seq_max             = 2")
        .contains("n_ctx                 = 1024")
        .contains("n_batch               = 1024")
        .contains("n_ubatch              = 512")
        .contains("flash_attn            = disabled")
        .contains("freq_base             = 10000.0")
        .contains("freq_scale            = 1\n")
        .containsPattern("K \\(f16\\).*V \\(f16\\)")
        .contains("load_mode = mmap)");
  }

  @Test
  void applyAnAdapterWithItsScale() throws Exception {
    Lora.write(folder.resolve("lora.gguf"), 8);

    assertThat(log(Scenario.LORA))
        .containsPattern("loading lora adapter from '.*lora.gguf'")
        .contains("loaded 4 tensors from lora file")
        .contains("set_adapters_lora: adapters = ");
  }

  private String log(Scenario scenario) throws Exception {
    List<String> said = NativeProgram.run(scenario, InstalledRuntime.libraries().folder(), folder);
    assertThat(said).hasSize(1);
    assertThat(folder.resolve("out")).isEmptyFile();
    return Files.readString(folder.resolve("native.log"));
  }
}
