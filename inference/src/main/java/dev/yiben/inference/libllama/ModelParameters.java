package dev.yiben.inference.libllama;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import dev.yiben.inference.libllama.ParameterLayout.ModelField;
import java.util.List;

/** How a model is loaded: llama.cpp's defaults but for what is set. */
public final class ModelParameters {
  private static final int LOAD_READ = 0;
  private static final int LOAD_MAPPED = 1;
  private static final int LOAD_LOCKED = 2;

  private final OpaqueParameters opaque;
  private final int mostDevices;
  // Held so long as native code may look at them.
  private Memory shares;
  private Memory noDevices;

  ModelParameters(OpaqueParameters opaque, int mostDevices) {
    this.opaque = opaque;
    this.mostDevices = mostDevices;
  }

  OpaqueParameters opaque() {
    return opaque;
  }

  /** Sets how many layers are computed on graphics processors. */
  public ModelParameters gpuLayers(int count) {
    ParameterLayout.set(opaque, ModelField.GPU_LAYERS, count);
    return this;
  }

  /** Leaves graphics processors alone, for prompts as well. */
  public ModelParameters processorOnly() {
    noDevices = new Memory(Native.POINTER_SIZE);
    noDevices.clear();
    ParameterLayout.set(opaque, ModelField.DEVICES, noDevices);
    return gpuLayers(0);
  }

  /** Sets how a model is split over several, by {@code llama_split_mode}. */
  public ModelParameters splitMode(int mode) {
    ParameterLayout.set(opaque, ModelField.SPLIT_MODE, mode);
    return this;
  }

  /** Sets the one for what is not split. */
  public ModelParameters mainGpu(int number) {
    ParameterLayout.set(opaque, ModelField.MAIN_GPU, number);
    return this;
  }

  /** Sets what part of the model each gets, in any unit. */
  public ModelParameters shares(List<Double> parts) {
    shares = new Memory((long) Float.BYTES * mostDevices);
    shares.clear();
    for (int i = 0; i < Math.min(parts.size(), mostDevices); i++) {
      shares.setFloat((long) Float.BYTES * i, parts.get(i).floatValue());
    }
    ParameterLayout.set(opaque, ModelField.TENSOR_SPLIT, shares);
    return this;
  }

  /** Sets whether the file is mapped and whether it is never swapped out. */
  public ModelParameters memory(boolean mapped, boolean locked) {
    ParameterLayout.set(
        opaque,
        ModelField.LOAD_MODE,
        mapped ? LOAD_MAPPED + (locked ? LOAD_LOCKED : 0) : locked ? LOAD_LOCKED : LOAD_READ);
    return this;
  }

  /** Sets that only the vocabulary is read. */
  public ModelParameters vocabularyOnly() {
    ParameterLayout.set(opaque, ModelField.VOCABULARY_ONLY, true);
    return this;
  }
}
