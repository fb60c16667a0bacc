package dev.yiben.inference.libllama;

/** A file that llama.cpp's log goes to. */
public interface NativeLogFile extends AutoCloseable {
  @Override
  void close();
}
