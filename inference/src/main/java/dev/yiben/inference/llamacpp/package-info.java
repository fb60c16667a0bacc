/**
 * The engine that runs a GGUF model inside the process, on the llama.cpp of {@code
 * de.kherud:llama}; {@link dev.yiben.inference.llamacpp.LlamaCppEngine} is the way in. No other
 * package imports the binding.
 */
package dev.yiben.inference.llamacpp;
