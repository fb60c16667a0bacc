package dev.yiben.inference.server;

import dev.yiben.inference.InferenceEngine;

/** A server that is ready, and the engine that speaks to it. */
final class RunningServer {
  private final ServerProcess process;
  private final InferenceEngine engine;

  RunningServer(ServerProcess process, InferenceEngine engine) {
    this.process = process;
    this.engine = engine;
  }

  ServerProcess process() {
    return process;
  }

  InferenceEngine engine() {
    return engine;
  }

  void stop() {
    engine.close();
    process.stop();
  }
}
