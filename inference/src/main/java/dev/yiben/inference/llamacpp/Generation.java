package dev.yiben.inference.llamacpp;

import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaIterator;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.LlamaOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * One answer in the making: a thread of its own waits for the native code, which cannot be
 * interrupted, and hands the pieces over.
 */
final class Generation implements Runnable {
  /** What the native code delivers; the last one has no text. */
  record Event(String text, boolean last, Optional<Throwable> failure) {}

  private final LlamaModel model;
  private final InferenceParameters parameters;
  // Holds at most as many events as tokens were asked for.
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final List<String> pieces = new ArrayList<>();
  private volatile boolean cancelled;

  Generation(LlamaModel model, InferenceParameters parameters) {
    this.model = model;
    this.parameters = parameters;
  }

  /** Waits for the next event. */
  Event next() throws InterruptedException {
    return events.take();
  }

  /** Returns what was generated, to be asked by the thread that ran this. */
  List<String> pieces() {
    return pieces;
  }

  /** Ends the generation at its next token. */
  void cancel() {
    cancelled = true;
  }

  @Override
  public void run() {
    if (cancelled) {
      events.add(new Event("", true, Optional.empty()));
      return;
    }
    try {
      LlamaIterator outputs = model.generate(parameters).iterator();
      while (outputs.hasNext()) {
        LlamaOutput output = outputs.next();
        if (!output.text.isEmpty()) {
          pieces.add(output.text);
          events.add(new Event(output.text, false, Optional.empty()));
        }
        if (cancelled && outputs.hasNext()) {
          outputs.cancel();
        }
      }
      events.add(new Event("", true, Optional.empty()));
    } catch (RuntimeException | Error e) {
      // The binding's own exception class is not public; whoever waits must hear of any end.
      events.add(new Event("", true, Optional.of(e)));
    }
  }
}
