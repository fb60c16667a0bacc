package dev.yiben.inference.gguf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiben.inference.InferenceException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(300)
final class GgufHeaderTest {
  @TempDir Path folder;

  private static GgufBuilder sound() {
    return new GgufBuilder()
        .text("general.architecture", "qwen2")
        .text("general.name", "Qwen Test")
        .number("general.file_type", 15)
        .number("qwen2.context_length", 32768)
        .text("tokenizer.chat_template", "{{ messages }}")
        .text("yiben.profile", "demo")
        .flag("tokenizer.ggml.add_bos_token", false)
        .number("tokenizer.ggml.eos_token_id", 3)
        .texts("tokenizer.ggml.tokens", "<|im_start|>", "a", "好", "<end>", "<|im_end|>")
        .numbers("tokenizer.ggml.token_type", 3, 1, 1, 1, 3)
        .tensor("token_embd.weight", 100)
        .tensor("output_norm.weight", 7);
  }

  private GgufHeader read(GgufBuilder builder) throws IOException {
    return GgufHeader.read(builder.write(folder.resolve("model.gguf")));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void readsWhatTheHeaderSays(int version) throws IOException {
    GgufHeader header = read(sound().version(version));

    assertThat(header.architecture()).isEqualTo("qwen2");
    assertThat(header.contextLength()).isEqualTo(32768);
    assertThat(header.displayName()).isEqualTo("Qwen Test Q4_K_M");
    assertThat(header.promptProfile()).isEqualTo("demo");
    assertThat(header.string("tokenizer.chat_template")).hasValue("{{ messages }}");
    assertThat(header.metadata()).containsEntry("tokenizer.ggml.add_bos_token", false);
    assertThat(header.splitCount()).isEqualTo(1);
    assertThat(header.fileSize()).isEqualTo(Files.size(header.file()));
    assertThat(header.dataStart()).isEqualTo(header.fileSize() - 416 - 32);
  }

  @Test
  void tellsTheNamesOfAModelThatAsksForNoProfile() throws IOException {
    GgufHeader header =
        read(
            new GgufBuilder()
                .text("general.architecture", "qwen2")
                .text("general.name", "Sakura 14B\nv1.0")
                .text("general.basename", "qwen2"));

    assertThat(header.promptProfile()).isEqualTo("Sakura 14B v1.0\nqwen2\nmodel.gguf");
  }

  @Test
  void knowsTheControlTokensByTypeAndByRole() throws IOException {
    assertThat(read(sound()).controlTokens())
        .containsExactlyInAnyOrder("<|im_start|>", "<end>", "<|im_end|>");
  }

  @Test
  void takesTheFileNameForAModelWithoutName() throws IOException {
    assertThat(read(new GgufBuilder().text("general.architecture", "llama")).displayName())
        .isEqualTo("model.gguf");
  }

  @Test
  void refusesAFileThatIsCutOffAnywhere() throws IOException {
    byte[] whole = sound().bytes();
    Path file = folder.resolve("cut.gguf");
    Files.write(file, whole);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      // The last tensor needs 28 of the 32 bytes that it is padded to.
      for (int length = whole.length - 5; length >= 4; length--) {
        channel.truncate(length);
        assertThatThrownBy(() -> GgufHeader.read(file))
            .as("%d of %d bytes", length, whole.length)
            .isInstanceOf(GgufException.class)
            .hasMessageStartingWith(file + ": the file is cut off")
            .hasMessageContaining(length + " bytes");
      }
    }
  }

  @Test
  void namesTheExpectedAndTheActualSizeOfACutOffFile() throws IOException {
    byte[] whole = sound().bytes();
    Path file = folder.resolve("cut.gguf");
    Files.write(file, Arrays.copyOf(whole, whole.length - 40));

    assertThatThrownBy(() -> GgufHeader.read(file))
        .hasMessage(
            "%s: the file is cut off: it has %d bytes and needs %d (an interrupted download?);"
                + " get it again",
            file, whole.length - 40, whole.length - 4);
  }

  @Test
  void refusesWhatIsNoGgufFile() throws IOException {
    Path page = Files.writeString(folder.resolve("page.gguf"), "<html>404 Not Found</html>");
    Path empty = Files.createFile(folder.resolve("empty.gguf"));

    assertThatThrownBy(() -> GgufHeader.read(page)).hasMessageContaining("is not a GGUF model");
    assertThatThrownBy(() -> GgufHeader.read(empty)).hasMessageContaining("is not a GGUF model");
    assertThatThrownBy(() -> GgufHeader.read(folder)).hasMessageContaining("is a folder");
    assertThatThrownBy(() -> GgufHeader.read(folder.resolve("none.gguf")))
        .hasMessageContaining("there is no such model file");
  }

  @Test
  void refusesOtherVersions() {
    assertThatThrownBy(() -> read(sound().version(1))).hasMessageContaining("GGUF version 1");
    assertThatThrownBy(() -> read(sound().version(9))).hasMessageContaining("GGUF version 9");
    assertThatThrownBy(() -> read(sound().version(3 << 24))).hasMessageContaining("big-endian");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MAX_VALUE, 1L << 32, 70_000})
  void refusesHugeCounts(long count) {
    assertThatThrownBy(() -> read(sound().tensorCount(count)))
        .isInstanceOf(GgufException.class)
        .hasMessageContaining(Long.toUnsignedString(count) + " tensors");
    assertThatThrownBy(() -> read(sound().keyCount(count))).isInstanceOf(GgufException.class);
    assertThatThrownBy(
            () ->
                read(
                    new GgufBuilder()
                        .key("list", ValueType.ARRAY)
                        .raw(GgufBuilder.int32(ValueType.STRING))
                        .raw(GgufBuilder.int64(count))))
        .isInstanceOf(GgufException.class);
    assertThatThrownBy(
            () ->
                read(new GgufBuilder().key("text", ValueType.STRING).raw(GgufBuilder.int64(count))))
        .isInstanceOf(GgufException.class);
  }

  @Test
  void refusesTensorsThatMakeNoSense() {
    assertThatThrownBy(() -> read(sound().tensor("t", 0, 0, Long.MAX_VALUE, Long.MAX_VALUE)))
        .hasMessageContaining("size of the tensor t makes no sense");
    assertThatThrownBy(() -> read(sound().tensor("t", 0, -32, 4)))
        .hasMessageContaining("size of the tensor t makes no sense");
    assertThatThrownBy(() -> read(sound().tensor("t", 0, Long.MAX_VALUE, 4)))
        .hasMessageContaining("size of the tensor t makes no sense");
    assertThatThrownBy(() -> read(sound().tensor("t", 12, 0, 100)))
        .hasMessageContaining("size of the tensor t makes no sense");
    assertThatThrownBy(() -> read(sound().tensor("t", 39, 0, 32)))
        .hasMessageContaining("newer than the embedded llama.cpp");
    assertThatThrownBy(() -> read(sound().tensor("t", 0, 0, 1, 1, 1, 1, 1)))
        .hasMessageContaining("5 dimensions");
  }

  @Test
  void refusesUnknownTypesNestedArraysAndKeysThatAreThereTwice() {
    assertThatThrownBy(() -> read(new GgufBuilder().key("k", 13)))
        .hasMessageContaining("unknown type 13");
    assertThatThrownBy(
            () ->
                read(
                    new GgufBuilder()
                        .key("k", ValueType.ARRAY)
                        .raw(GgufBuilder.int32(ValueType.ARRAY))
                        .raw(GgufBuilder.int64(3))))
        .hasMessageContaining("array of the unknown type 9");
    assertThatThrownBy(() -> read(new GgufBuilder().text("k", "1").text("k", "2")))
        .hasMessageContaining("the key k is there twice");
    assertThatThrownBy(() -> read(sound().number("general.alignment", 3)))
        .hasMessageContaining("the alignment 3");
    assertThatThrownBy(() -> read(sound().number("general.alignment", 0)))
        .hasMessageContaining("the alignment 0");
  }

  @Test
  void neverFailsButWithAClearLine() throws IOException {
    byte[] whole = sound().bytes();
    Path file = folder.resolve("random.gguf");
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      byte[] damaged = whole.clone();
      for (int j = 0; j <= random.nextInt(3); j++) {
        damaged[4 + random.nextInt(damaged.length - 4)] = (byte) random.nextInt();
      }
      Files.write(file, damaged);
      try {
        GgufHeader.read(file);
      } catch (GgufException e) {
        assertThat(e.category()).isEqualTo(InferenceException.Category.USER);
        assertThat(e).hasMessageStartingWith(file.toString());
      }
    }
  }

  @Test
  void readsNamesInAnyScriptAndKeepsThemOffTheTerminalsControls() throws IOException {
    assertThat(read(new GgufBuilder().text("general.name", "模型 😀")).displayName())
        .isEqualTo("模型 😀");
    assertThat(read(new GgufBuilder().text("general.name", "a\u001b[31m\nb")).displayName())
        .isEqualTo("a [31m b");
    assertThatThrownBy(() -> read(new GgufBuilder().key("\u001b[2J\n", 13)))
        .hasMessageContaining("the key  [2J  has");
  }
}
