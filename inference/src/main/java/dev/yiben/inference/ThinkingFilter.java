package dev.yiben.inference;

import java.util.Map;
import java.util.Optional;

/**
 * Takes thinking out of an answer, piece by piece, where an engine finds it in the text.
 *
 * <p>A block counts at the beginning only. Some templates open it themselves, so that the text
 * holds no more than its end: all before that was thinking then, and is taken back.
 */
public final class ThinkingFilter {
  private static final Map<String, String> TAGS =
      Map.of(
          "<think>", "</think>",
          "<thinking>", "</thinking>",
          "<thought>", "</thought>",
          "<reasoning>", "</reasoning>",
          "<seed:think>", "</seed:think>",
          "[THINK]", "[/THINK]");
  private static final String UNOPENED = "</think>";

  /**
   * What becomes of a piece.
   *
   * @param restart whether all text so far was thinking and is to be forgotten
   * @param text what is to be added then
   */
  public record Result(boolean restart, String text) {}

  private enum State {
    BEGINNING,
    THINKING,
    TEXT
  }

  private final boolean watchesUnopened;
  private final StringBuilder held = new StringBuilder();
  private State state = State.BEGINNING;
  private String closing = "";
  private boolean thought;
  private long thinkingCharacters;
  private long textCharacters;

  /**
   * Creates a filter.
   *
   * @param watchesUnopened whether the end of a block that was not opened counts; false where the
   *     text itself may hold one
   */
  public ThinkingFilter(boolean watchesUnopened) {
    this.watchesUnopened = watchesUnopened;
  }

  /** Takes a piece. */
  public Result accept(String piece) {
    held.append(piece);
    StringBuilder text = new StringBuilder();
    boolean restart = false;
    boolean moved = true;
    while (moved) {
      moved =
          switch (state) {
            case BEGINNING -> beginning();
            case THINKING -> thinking();
            case TEXT -> {
              int end = watchesUnopened ? held.indexOf(UNOPENED) : -1;
              if (end < 0) {
                text.append(emit(held.length() - (watchesUnopened ? tail(UNOPENED) : 0)));
                yield false;
              }
              thinkingCharacters += textCharacters + end;
              textCharacters = 0;
              held.delete(0, end + UNOPENED.length());
              text.setLength(0);
              restart = true;
              begin();
              yield true;
            }
          };
    }
    return new Result(restart, text.toString());
  }

  private void begin() {
    state = State.BEGINNING;
    thought = true;
  }

  private boolean beginning() {
    String start = held.toString().stripLeading();
    if (start.isEmpty()) {
      return false;
    }
    Optional<String> tag = TAGS.keySet().stream().filter(start::startsWith).findFirst();
    if (tag.isPresent()) {
      held.setLength(0);
      held.append(start, tag.get().length(), start.length());
      closing = TAGS.get(tag.get());
      state = State.THINKING;
      return true;
    }
    if (TAGS.keySet().stream().anyMatch(known -> known.startsWith(start))) {
      return false;
    }
    if (thought) {
      held.setLength(0);
      held.append(start);
    }
    state = State.TEXT;
    return true;
  }

  private boolean thinking() {
    int end = held.indexOf(closing);
    if (end < 0) {
      int length = held.length() - tail(closing);
      thinkingCharacters += length;
      held.delete(0, length);
      return false;
    }
    thinkingCharacters += end;
    held.delete(0, end + closing.length());
    begin();
    return true;
  }

  /** Returns how many of the last characters may be the beginning of a tag. */
  private int tail(String tag) {
    for (int length = Math.min(tag.length() - 1, held.length()); length > 0; length--) {
      if (tag.startsWith(held.substring(held.length() - length))) {
        return length;
      }
    }
    return 0;
  }

  private String emit(int length) {
    String text = held.substring(0, length);
    held.delete(0, length);
    textCharacters += length;
    return text;
  }

  /** Returns the text that was held back in case it was a tag; to be called at the end. */
  public String finish() {
    return switch (state) {
      case BEGINNING -> thought ? "" : emit(held.length());
      case THINKING -> "";
      case TEXT -> emit(held.length());
    };
  }

  /** Returns whether what came so far is thinking, with no text after it. */
  public boolean isThinking() {
    return state == State.THINKING || (state == State.BEGINNING && thought);
  }

  /** Counts thinking that a server delivered apart from the text. */
  public void addThinking(String piece) {
    thinkingCharacters += piece.length();
  }

  /** Returns how much of an answer of so many tokens was thinking, by its characters. */
  public long thinkingTokens(long generated) {
    long all = thinkingCharacters + textCharacters;
    return all == 0 ? 0 : generated * thinkingCharacters / all;
  }
}
