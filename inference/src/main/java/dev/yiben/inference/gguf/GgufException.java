package dev.yiben.inference.gguf;

import dev.yiben.inference.InferenceException;
import java.nio.file.Path;

/** A file is no sound GGUF model: the user must choose or fetch another. */
public final class GgufException extends InferenceException {
  private static final long serialVersionUID = 1L;

  private final boolean newer;

  GgufException(Path file, String problem) {
    this(file, problem, false);
  }

  private GgufException(Path file, String problem, boolean newer) {
    super(Category.USER, file + ": " + GgufHeader.printable(problem));
    this.newer = newer;
  }

  GgufException(Path file, String problem, Throwable cause) {
    super(Category.USER, file + ": " + GgufHeader.printable(problem), cause);
    this.newer = false;
  }

  static GgufException newer(Path file, String problem) {
    return new GgufException(file, problem, true);
  }

  /** Returns whether the file may be sound and merely newer than what can be read. */
  public boolean isNewer() {
    return newer;
  }
}
