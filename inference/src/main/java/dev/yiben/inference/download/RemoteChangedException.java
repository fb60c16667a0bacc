package dev.yiben.inference.download;

import java.io.IOException;

/** The file on the server is another than when its download began: begin anew. */
final class RemoteChangedException extends IOException {
  private static final long serialVersionUID = 1L;

  RemoteChangedException() {
    super("the file on the server has changed");
  }
}
