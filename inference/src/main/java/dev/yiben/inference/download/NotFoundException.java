package dev.yiben.inference.download;

import dev.yiben.inference.InferenceException;

/** The server has no such file: look for what it has, or give up. */
public final class NotFoundException extends InferenceException {
  private static final long serialVersionUID = 1L;

  NotFoundException(String message) {
    super(Category.USER, message);
  }
}
