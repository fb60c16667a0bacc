package dev.yiben.inference.libllama;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import dev.yiben.inference.runtime.RuntimeLibraries;

/** Has ggml give up, as it does where something is not as it must be. */
public final class GivingUp {
  private GivingUp() {}

  /** Gives up on a thread of its own, and returns when everybody knows. */
  public static void provoke(RuntimeLibraries libraries) throws InterruptedException {
    NativeLibrary base = NativeLibrary.getInstance(libraries.base().orElseThrow().toString());
    Function abort = base.getFunction("ggml_abort");
    Thread thread =
        new Thread(
            () -> abort.invokeVoid(new Object[] {"/src/odd.cpp", 7, "GGML_ASSERT(odd) failed"}));
    thread.setDaemon(true);
    thread.start();
    while (!GivenUp.OF_PROCESS.isSo()) {
      Thread.sleep(10);
    }
  }
}
