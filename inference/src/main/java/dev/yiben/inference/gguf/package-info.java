/**
 * Reads the header of a GGUF model file, so that a wrong, cut-off or unsuitable file is refused
 * with a clear line before native code sees it; {@link dev.yiben.inference.gguf.GgufHeader} is the
 * way in.
 */
package dev.yiben.inference.gguf;
