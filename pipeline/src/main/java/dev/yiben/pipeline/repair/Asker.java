package dev.yiben.pipeline.repair;

import dev.yiben.pipeline.prompt.ParsedResponse;
import java.util.Map;

/** Sends a request and reads the answer. */
@FunctionalInterface
public interface Asker {
  /**
   * Asks for the segments of an exchange.
   *
   * @param accepted what the ladder has accepted so far, by segment index; it may serve as context
   * @throws InterruptedException if the thread is interrupted
   */
  ParsedResponse ask(Exchange exchange, Map<Integer, Answer> accepted) throws InterruptedException;
}
