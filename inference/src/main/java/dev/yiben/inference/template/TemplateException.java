package dev.yiben.inference.template;

import dev.yiben.inference.InferenceException;

/** A chat template cannot be used: take another one for the model, or another model. */
public final class TemplateException extends InferenceException {
  private static final long serialVersionUID = 1L;

  TemplateException(String message) {
    super(Category.USER, message);
  }

  TemplateException(String message, Throwable cause) {
    super(Category.USER, message, cause);
  }
}
