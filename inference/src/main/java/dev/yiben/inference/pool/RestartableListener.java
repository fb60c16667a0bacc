package dev.yiben.inference.pool;

import dev.yiben.inference.GenerationListener;

/** Passes pieces on, and knows whether there is something to forget when an answer breaks off. */
final class RestartableListener implements GenerationListener {
  private final GenerationListener listener;
  private boolean begun;

  RestartableListener(GenerationListener listener) {
    this.listener = listener;
  }

  @Override
  public boolean onText(String piece) {
    begun = true;
    return listener.onText(piece);
  }

  @Override
  public void onRestart() {
    if (begun) {
      begun = false;
      listener.onRestart();
    }
  }
}
