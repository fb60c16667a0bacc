package dev.yiben.formats.format;

/**
 * How documents are read and written where a format leaves the choice; a format that knows nothing
 * of a choice ignores it, but for {@link Layout}s that it cannot write.
 *
 * @param layout what a translated document shows
 * @param writingMode how lines run in a translated document
 * @param ruby what becomes of ruby readings over translated text
 * @param lineWrap how lines of translated plain text end
 */
public record FormatOptions(
    Layout layout, WritingMode writingMode, RubyReadings ruby, LineWrap lineWrap) {
  /** The target alone, in the way of its language. */
  public static final FormatOptions DEFAULT =
      new FormatOptions(Layout.TARGET, WritingMode.AUTO, RubyReadings.DROP, LineWrap.AUTO);

  /** Returns these options with another layout. */
  public FormatOptions with(Layout other) {
    return new FormatOptions(other, writingMode, ruby, lineWrap);
  }

  /** Returns these options with another writing mode. */
  public FormatOptions with(WritingMode other) {
    return new FormatOptions(layout, other, ruby, lineWrap);
  }

  /** Returns these options with other ruby readings. */
  public FormatOptions with(RubyReadings other) {
    return new FormatOptions(layout, writingMode, other, lineWrap);
  }

  /** Returns these options with another way to wrap lines. */
  public FormatOptions with(LineWrap other) {
    return new FormatOptions(layout, writingMode, ruby, other);
  }
}
