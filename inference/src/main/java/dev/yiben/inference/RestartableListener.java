package dev.yiben.inference;

/** Passes pieces on, and knows whether there is something to forget when an answer breaks off. */
public final class RestartableListener implements GenerationListener {
  private final GenerationListener listener;
  private boolean begun;

  /** Creates a listener that passes on to another one. */
  public RestartableListener(GenerationListener listener) {
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
