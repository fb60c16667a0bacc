package dev.yiben.inference.gguf;

import dev.yiben.inference.InferenceException;
import java.nio.file.Path;

/** A file is no sound GGUF model: the user must choose or fetch another. */
public final class GgufException extends InferenceException {
  private static final long serialVersionUID = 1L;

  GgufException(Path file, String problem) {
    super(Category.USER, file + ": " + GgufHeader.printable(problem));
  }

  GgufException(Path file, String problem, Throwable cause) {
    super(Category.USER, file + ": " + GgufHeader.printable(problem), cause);
  }
}
