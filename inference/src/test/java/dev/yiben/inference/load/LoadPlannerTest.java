package dev.yiben.inference.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiben.inference.Choice;
import dev.yiben.inference.InferenceException;
import dev.yiben.inference.gguf.GgufBuilder;
import dev.yiben.inference.gguf.KvCacheType;
import dev.yiben.inference.load.ComputeSettings.FlashAttention;
import dev.yiben.inference.machine.Machine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LoadPlannerTest {
  private static final long GIB = 1L << 30;

  @TempDir Path folder;
  private LlamaCppSettings settings;

  /** A model in the shape of Llama 3.1 8B whose file takes 4 GiB, of which none are written. */
  @BeforeEach
  void writeModel() throws IOException {
    Path file =
        model().number("llama.attention.head_count_kv", 8).write(folder.resolve("llama.gguf"));
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[1]), 4 * GIB);
    }
    settings = LlamaCppSettings.of(file).withSlots(2);
  }

  private static GgufBuilder model() {
    return new GgufBuilder()
        .text("general.architecture", "llama")
        .number("llama.context_length", 131_072)
        .number("llama.block_count", 32)
        .number("llama.embedding_length", 4096)
        .number("llama.feed_forward_length", 14_336)
        .number("llama.attention.head_count", 32);
  }

  private static Machine machine(int processors, int cores, long memory, long free) {
    return new Machine(processors, cores, memory, free);
  }

  private static LoadPlan plan(LlamaCppSettings settings, Machine machine) {
    return new LoadPlanner(ModelFile.open(settings.model()), Optional.empty(), settings, machine)
        .plan();
  }

  private static LoadPlan planned(LlamaCppSettings settings, OptionalLong gpuMemory) {
    return new LoadPlanner(
            ModelFile.open(settings.model()),
            Optional.empty(),
            settings,
            machine(8, 8, 32 * GIB, 30 * GIB),
            gpuMemory,
            true)
        .plan();
  }

  private static Choice choice(LoadPlan plan, String name) {
    return plan.choices().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void takesALargeWindowWhereThereIsMemoryAndAThreadForEachCore() {
    LoadPlan plan = plan(settings, machine(16, 8, 32 * GIB, 30 * GIB));

    assertThat(plan.window()).isEqualTo(8192);
    assertThat(plan.threads()).isEqualTo(8);
    assertThat(plan.batchThreads()).isEqualTo(8);
    assertThat(plan.flashAttention()).isFalse();
    assertThat(choice(plan, "threads")).isEqualTo(new Choice("threads", "8", "one for each core"));
    assertThat(choice(plan, "memory").reason()).contains("weights 4096 MiB", "KV cache 2048 MiB");
  }

  @Test
  void takesASmallerWindowWhereMemoryIsShort() {
    LoadPlan plan = plan(settings, machine(8, 8, 8 * GIB, 7 * GIB));

    assertThat(plan.window()).isEqualTo(4096);
    assertThat(choice(plan, "context window").reason())
        .isEqualTo("less than 8192, so that it fits into the memory");
  }

  @Test
  void choosesTheSameWindowWhateverElseRunsOnTheMachine() {
    assertThat(plan(settings, machine(8, 8, 32 * GIB, GIB)).window()).isEqualTo(8192);
  }

  @Test
  void refusesWhatIsTooLargeForTheMemoryAndNamesTheKnobs() {
    Machine small = machine(8, 8, 8 * GIB, 5 * GIB);
    LoadPlan plan = plan(settings, small);

    assertThatThrownBy(() -> MemoryCheck.require(settings, plan, small))
        .isInstanceOfSatisfying(
            InferenceException.class,
            e -> assertThat(e.category()).isEqualTo(InferenceException.Category.RESOURCE))
        .hasMessageContaining("weights 4096 MiB")
        .hasMessageContaining("5120 MiB are free")
        .hasMessageContaining("--context-length 2048")
        .hasMessageContaining("--jobs 1")
        .hasMessageContaining("--cache-type-k q8_0")
        .hasMessageContaining("a smaller quantisation")
        .hasMessageContaining("--memory-check off")
        .hasMessageNotContaining("\n");
    MemoryCheck.require(settings.with(new MemorySettings(true, false, false)), plan, small);
    MemoryCheck.require(settings, plan, machine(8, 8, 16 * GIB, 12 * GIB));
    LlamaCppSettings offloaded = settings.with(GpuSettings.NONE.withLayers(99));
    MemoryCheck.require(offloaded, plan(offloaded, small), machine(8, 8, 8 * GIB, GIB));
  }

  @Test
  void putsAsManyLayersOnTheGpuAsFitItsMemory() {
    assertThat(planned(settings, OptionalLong.of(24 * GIB)).gpuLayers()).isEqualTo(33);
    assertThat(planned(settings, OptionalLong.of(4 * GIB)).gpuLayers()).isBetween(10, 25);
    assertThat(choice(planned(settings, OptionalLong.of(4 * GIB)), "GPU layers").reason())
        .isEqualTo("of 33, as many as fit the GPU's memory of 4096 MiB");
    assertThat(planned(settings, OptionalLong.of(GIB / 16)).gpuLayers()).isZero();
    assertThat(planned(settings, OptionalLong.of(24 * GIB)).flashAttention()).isTrue();
  }

  @Test
  void turnsFlashAttentionOnWhereSeveralSlotsShareACache() {
    assertThat(planned(settings.withSlots(1), OptionalLong.of(0)).flashAttention()).isFalse();
    assertThat(planned(settings.withSlots(2), OptionalLong.of(0)).flashAttention()).isTrue();
    assertThat(plan(settings.withSlots(2), machine(8, 8, 32 * GIB, 30 * GIB)).flashAttention())
        .isFalse();
  }

  @Test
  void leavesFlashAttentionOffForSmallModelsWhichItSlowsDown() {
    LlamaCppSettings small =
        LlamaCppSettings.of(Path.of("../samples/demo-model/demo-en-zh.gguf")).withSlots(4);

    assertThat(planned(small, OptionalLong.of(0)).flashAttention()).isFalse();
  }

  @Test
  void takesTheLayersThatAreSetWhereThereIsAGpu() {
    LlamaCppSettings nine = settings.with(GpuSettings.NONE.withLayers(9));

    assertThat(planned(nine, OptionalLong.of(24 * GIB)).gpuLayers()).isEqualTo(9);
    assertThat(planned(nine, OptionalLong.empty()).gpuLayers()).isEqualTo(9);
    assertThat(planned(nine, OptionalLong.of(0)).gpuLayers()).isZero();
    assertThat(choice(planned(nine, OptionalLong.of(0)), "GPU layers").reason())
        .isEqualTo("not as set: the runtime can use no GPU");
    assertThat(
            planned(settings.with(GpuSettings.NONE.withLayers(0)), OptionalLong.of(24 * GIB))
                .gpuLayers())
        .isZero();
    assertThat(planned(settings, OptionalLong.empty()).gpuLayers()).isZero();
  }

  @Test
  void turnsFlashAttentionOnForSmallValuesAndForGpus() {
    LlamaCppSettings small =
        settings.with(settings.context().withCacheTypes(KvCacheType.Q8_0, KvCacheType.Q8_0));
    Machine machine = machine(8, 8, 32 * GIB, 30 * GIB);

    assertThat(plan(small, machine).flashAttention()).isTrue();
    assertThat(plan(settings.with(GpuSettings.NONE.withLayers(9)), machine).flashAttention())
        .isTrue();
    assertThatThrownBy(
            () ->
                plan(
                    small.with(ComputeSettings.DEFAULT.withFlashAttention(FlashAttention.OFF)),
                    machine))
        .hasMessageContaining("with flash attention only; use --flash-attn on");
  }

  @Test
  void refusesCacheTypesThatWouldEndTheProcess() throws IOException {
    Path odd = model().number("llama.attention.key_length", 80).write(folder.resolve("odd.gguf"));
    LlamaCppSettings small =
        LlamaCppSettings.of(odd)
            .with(ContextSettings.DEFAULT.withCacheTypes(KvCacheType.Q4_0, KvCacheType.F16));

    assertThatThrownBy(() -> plan(small, machine(8, 8, GIB, GIB)))
        .isInstanceOf(InferenceException.class)
        .hasMessageContaining("heads of 80 keys");
  }

  @Test
  void stretchesTheWindowByTheScaleOfTheFrequencies() throws IOException {
    Path file =
        new GgufBuilder()
            .text("general.architecture", "llama")
            .number("llama.context_length", 1024)
            .write(folder.resolve("short.gguf"));
    LlamaCppSettings shortOne = LlamaCppSettings.of(file);
    Machine machine = machine(8, 8, 32 * GIB, 30 * GIB);
    RopeSettings stretched = new RopeSettings(Optional.empty(), 0, 0.25, 0);

    assertThat(plan(shortOne, machine).window()).isEqualTo(1024);
    assertThatThrownBy(() -> plan(shortOne.withContextWindow(4096), machine))
        .hasMessageContaining("trained for a context window of 1024 tokens");
    assertThat(
            plan(
                    shortOne.with(ContextSettings.DEFAULT.withWindow(4096).withRope(stretched)),
                    machine)
                .window())
        .isEqualTo(4096);
  }

  @Test
  void saysSoIfMoreThreadsAreSetThanThereAreProcessors() {
    LoadPlan plan = plan(settings.withThreads(9), machine(4, 2, 32 * GIB, 30 * GIB));

    assertThat(plan.threads()).isEqualTo(9);
    assertThat(choice(plan, "threads").reason()).contains("more than the 4 processors");
  }
}
