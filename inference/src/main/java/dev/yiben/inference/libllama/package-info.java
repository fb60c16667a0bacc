/**
 * llama.cpp's C interface (include/llama.h) through JNA: libraries, models, contexts, batches, and
 * nothing of how answers are made; {@link dev.yiben.inference.libllama.LlamaLibrary} is the way in.
 * No other package imports JNA.
 *
 * <p>All objects of a model belong to one thread at a time. Each is freed exactly once, by {@code
 * close}, after what was made from it.
 */
package dev.yiben.inference.libllama;
