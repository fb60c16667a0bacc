package dev.yiben.inference.template;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a model answer at once where its template would have it think aloud first.
 *
 * <p>Most templates can be told not to ask for thoughts; these here open the thought by themselves
 * or leave it to the model which channel it speaks on.
 */
final class AnswerStart {
  private static final Pattern OPEN_THOUGHT =
      Pattern.compile("<(think|thought|seed:think)>\\s{0,9}$");
  private static final Pattern OPEN_THOUGHT_IN_BRACKETS = Pattern.compile("\\[THINK\\]\\s{0,9}$");
  // Of the harmony format, in which an answer is what is said on the channel named final.
  private static final String TURN = "<|start|>assistant";
  private static final String CHANNEL = "<|channel|>";

  private AnswerStart() {}

  /** Returns the prompt with what leads to the answer. */
  static String answering(String prompt, String template) {
    if (prompt.endsWith(TURN) && template.contains(CHANNEL)) {
      return prompt + CHANNEL + "final<|message|>";
    }
    Matcher thought = OPEN_THOUGHT.matcher(prompt);
    if (thought.find()) {
      String name = thought.group(1);
      return prompt.substring(0, thought.start()) + "<" + name + ">\n\n</" + name + ">\n\n";
    }
    Matcher inBrackets = OPEN_THOUGHT_IN_BRACKETS.matcher(prompt);
    return inBrackets.find() ? prompt.substring(0, inBrackets.start()) + "[THINK][/THINK]" : prompt;
  }
}
