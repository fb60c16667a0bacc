/**
 * The engine that runs a GGUF model inside the process on llama.cpp's own shared libraries, as they
 * are installed on the machine; {@link dev.yiben.inference.llamanative.LlamaNativeEngine} is the
 * way in.
 *
 * <p>One thread makes all calls that compute. Each of its turns hands over one batch with the next
 * tokens of all answers in the making and pieces of the prompts that wait, and then chooses a token
 * for each answer.
 */
package dev.yiben.inference.llamanative;
