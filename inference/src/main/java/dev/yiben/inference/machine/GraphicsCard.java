package dev.yiben.inference.machine;

/**
 * A graphics processor with memory of its own.
 *
 * @param totalMemory bytes
 * @param availableMemory bytes that nobody uses now
 */
public record GraphicsCard(String name, long totalMemory, long availableMemory) {}
