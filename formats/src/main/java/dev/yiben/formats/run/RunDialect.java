package dev.yiben.formats.run;

/** How an Office format writes runs. */
public interface RunDialect {

  /** Returns text as the content of a run. */
  String text(String text);

  /**
   * Returns a run.
   *
   * @param properties those of a {@link RunStyle}
   * @param content what {@link #text} returned, and standalone codes
   * @param translated whether translated text is in it, so that it is in the target language
   */
  String run(String properties, String content, boolean translated);
}
