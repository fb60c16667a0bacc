package dev.yiben.inference.libllama;

/**
 * What all objects of a library share.
 *
 * @param llama the functions
 * @param calls where long or deep calls are made
 * @param givenUp whether native code may still be called
 * @param log what llama.cpp says
 */
record NativeRoom(LlamaApi llama, NativeCalls calls, GivenUp givenUp, NativeLog log) {}
