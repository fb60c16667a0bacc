package dev.yiben.formats.format.ass;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What kind of line an event is, by its style, its effect and its tags.
 *
 * @param karaokeTemplates whether the file has lines made from karaoke templates
 */
record EventRules(boolean karaokeTemplates) {
  private static final String SKIPPED = "karaoke-effect";
  private static final Pattern MADE = Pattern.compile("(?i)\\s*+(?:template|code|fx)(?:\\s.*+)?+");
  private static final Pattern KARAOKE = Pattern.compile("(?i)\\s*+karaoke\\s*+");
  private static final Pattern MADE_STYLE =
      Pattern.compile("(?i)(?:.*[^a-z])?(?:k?fx|template|furigana)(?:[^a-z].*)?");
  private static final Pattern SIGN_STYLE =
      Pattern.compile(
          "(?i)(?:.*[^a-z])?(?:signs?|ts|typeset|typesetting|titles?|captions?)(?:[^a-z].*)?"
              + "|.*(?:屏幕|画面|畫面|标题|標題|注释|註釋|看板|テロップ).*");
  private static final Pattern MOVING =
      Pattern.compile("(?i)\\s*+(?:banner|scroll (?:up|down))\\b.*");

  /** Returns whether an effect says that its line belongs to templates for karaoke. */
  static boolean isMade(String effect) {
    return MADE.matcher(effect).matches();
  }

  /**
   * Returns the rule that leaves a line as it is: what a program makes of syllables from templates,
   * and the templates.
   */
  Optional<String> skipRule(Event event) {
    boolean skipped =
        isMade(event.effect())
            || (karaokeTemplates && KARAOKE.matcher(event.effect()).matches())
            || MADE_STYLE.matcher(event.style()).matches();
    return skipped ? Optional.of(SKIPPED) : Optional.empty();
  }

  /**
   * Returns whether a line is no dialogue, but a text in the picture: its style says so, or it is
   * put in a place of its own, or it moves through the picture.
   */
  boolean isSign(Event event, String text) {
    return SIGN_STYLE.matcher(event.style()).matches()
        || MOVING.matcher(event.effect()).matches()
        || OverrideTags.isPositioned(text);
  }
}
