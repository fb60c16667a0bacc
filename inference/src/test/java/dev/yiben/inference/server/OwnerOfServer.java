package dev.yiben.inference.server;

import java.nio.file.Files;
import java.nio.file.Path;

/** A program that starts a server in a folder and is killed then. */
public final class OwnerOfServer {
  private OwnerOfServer() {}

  /** Starts the server and waits. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    try (LlamaServerEngine engine =
        LlamaServerEngine.open(new StandInProgram(folder).settings(), ServerListener.NONE)) {
      Files.writeString(folder.resolve("owned"), engine.capabilities().model());
      Thread.sleep(120_000);
    }
  }
}
