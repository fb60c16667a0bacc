package dev.yiben.inference.server;

import java.util.List;

/** Hears how a server gets on. */
public interface ServerListener {
  /** Hears nothing. */
  ServerListener NONE =
      new ServerListener() {
        @Override
        public void onProgress(String line) {}

        @Override
        public void onDeath(String line, List<String> lastLines) {}
      };

  /** Starting takes its time. */
  void onProgress(String line);

  /**
   * The server has ended by itself.
   *
   * @param line says so
   * @param lastLines what it wrote last
   */
  void onDeath(String line, List<String> lastLines);
}
