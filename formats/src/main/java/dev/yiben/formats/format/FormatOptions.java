package dev.yiben.formats.format;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * How documents are read and written where a format leaves the choice; a format that knows nothing
 * of a choice ignores it, but for {@link Layout}s that it cannot write.
 *
 * @param targetLanguage language of the translation as a BCP 47 tag, where it decides how much room
 *     there is or which files are written; empty if a file is only read
 * @param layout what a translated document shows
 * @param writingMode how lines run in a translated document
 * @param ruby what becomes of ruby readings over translated text
 * @param lineWrap how lines of translated plain text end
 * @param subtitles how much of a translated subtitle is shown at once
 * @param speakerNames what becomes of the names of speakers
 * @param encoding of texts that do not say themselves how they are encoded; empty if it is to be
 *     found out
 * @param translationFolder name of the folder in which a {@link Project} keeps its translations
 *     into the language, such as {@code schinese}; empty to find it
 */
public record FormatOptions(
    Optional<String> targetLanguage,
    Layout layout,
    WritingMode writingMode,
    RubyReadings ruby,
    LineWrap lineWrap,
    SubtitleOptions subtitles,
    SpeakerNames speakerNames,
    Optional<Charset> encoding,
    Optional<String> translationFolder) {
  /** The target alone, in the way of its language. */
  public static final FormatOptions DEFAULT =
      new FormatOptions(
          Optional.empty(),
          Layout.TARGET,
          WritingMode.AUTO,
          RubyReadings.DROP,
          LineWrap.AUTO,
          SubtitleOptions.DEFAULT,
          SpeakerNames.TRANSLATE,
          Optional.empty(),
          Optional.empty());

  /** Returns these options for translations into a language. */
  public FormatOptions into(String language) {
    return new FormatOptions(
        Optional.of(language),
        layout,
        writingMode,
        ruby,
        lineWrap,
        subtitles,
        speakerNames,
        encoding,
        translationFolder);
  }

  /** Returns these options with another layout. */
  public FormatOptions with(Layout other) {
    return new FormatOptions(
        targetLanguage,
        other,
        writingMode,
        ruby,
        lineWrap,
        subtitles,
        speakerNames,
        encoding,
        translationFolder);
  }

  /** Returns these options with another writing mode. */
  public FormatOptions with(WritingMode other) {
    return new FormatOptions(
        targetLanguage,
        layout,
        other,
        ruby,
        lineWrap,
        subtitles,
        speakerNames,
        encoding,
        translationFolder);
  }

  /** Returns these options with other ruby readings. */
  public FormatOptions with(RubyReadings other) {
    return new FormatOptions(
        targetLanguage,
        layout,
        writingMode,
        other,
        lineWrap,
        subtitles,
        speakerNames,
        encoding,
        translationFolder);
  }

  /** Returns these options with another way to wrap lines. */
  public FormatOptions with(LineWrap other) {
    return new FormatOptions(
        targetLanguage,
        layout,
        writingMode,
        ruby,
        other,
        subtitles,
        speakerNames,
        encoding,
        translationFolder);
  }

  /** Returns these options with other limits of subtitles. */
  public FormatOptions with(SubtitleOptions other) {
    return new FormatOptions(
        targetLanguage,
        layout,
        writingMode,
        ruby,
        lineWrap,
        other,
        speakerNames,
        encoding,
        translationFolder);
  }

  /** Returns these options with another choice for the names of speakers. */
  public FormatOptions with(SpeakerNames other) {
    return new FormatOptions(
        targetLanguage,
        layout,
        writingMode,
        ruby,
        lineWrap,
        subtitles,
        other,
        encoding,
        translationFolder);
  }

  /** Returns these options for files in an encoding that is known. */
  public FormatOptions with(Charset known) {
    return new FormatOptions(
        targetLanguage,
        layout,
        writingMode,
        ruby,
        lineWrap,
        subtitles,
        speakerNames,
        Optional.of(known),
        translationFolder);
  }

  /** Returns these options with the name of the folder of a project's translations. */
  public FormatOptions withTranslationFolder(String name) {
    return new FormatOptions(
        targetLanguage,
        layout,
        writingMode,
        ruby,
        lineWrap,
        subtitles,
        speakerNames,
        encoding,
        Optional.of(name));
  }
}
