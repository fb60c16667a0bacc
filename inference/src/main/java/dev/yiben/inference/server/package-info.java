/**
 * The user's own {@code llama-server}, started, watched and ended by us, for models that the
 * embedded llama.cpp does not know: {@link dev.yiben.inference.server.LlamaServerEngine} is the way
 * in.
 */
package dev.yiben.inference.server;
