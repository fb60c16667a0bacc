package dev.yiben.inference.runtime;

import java.util.Locale;

/** What a runtime can compute on, as llama.cpp calls it. */
public enum Backend {
  CPU,
  CUDA,
  VULKAN,
  METAL,
  HIP,
  SYCL,
  OPENCL;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns whether this is a graphics processor. */
  public boolean isGpu() {
    return this != CPU;
  }
}
