/**
 * The shared libraries of llama.cpp on this machine: found, installed, removed; {@link
 * dev.yiben.inference.runtime.Runtimes} is the way in.
 */
package dev.yiben.inference.runtime;
