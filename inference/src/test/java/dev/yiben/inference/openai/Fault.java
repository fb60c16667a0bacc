package dev.yiben.inference.openai;

/** What a {@link StandInServer} does wrong when it is asked for an answer. */
public enum Fault {
  NONE,
  /** 429 with {@code Retry-After: 7}. */
  TOO_MANY_REQUESTS,
  /** 429 that says nothing of how long to wait. */
  TOO_MANY_REQUESTS_WITHOUT_WAIT,
  SERVER_ERROR,
  /** 503, as while a model is loaded. */
  UNAVAILABLE,
  /** No response. */
  HANG,
  /** Half of an answer, and then nothing. */
  HANG_MIDWAY,
  /** Half of an answer, and then the end of the connection. */
  CUT_BODY,
  /** Half of an answer, and then a proper end. */
  SHORT_BODY,
  WRONG_JSON,
  /** An error page of something in between, with status 200. */
  HTML_PAGE,
  /** An answer to a prompt of which most was left out. */
  TRUNCATED_CONTEXT,
  /** The prompt is refused as too long. */
  CONTEXT_TOO_LONG,
  /** An answer after a block of thinking in the text. */
  THINKING_BLOCK,
  /** An answer after thinking in a field of its own. */
  THINKING_FIELD,
  EMPTY_CHOICES,
  /** An error instead of the rest of an answer. */
  ERROR_MIDWAY,
  /** 401 that echoes what it was sent. */
  KEY_REFUSED,
  /** 429 that no waiting helps against. */
  QUOTA_USED_UP,
  /** The model was removed. */
  NO_SUCH_MODEL
}
