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
 * @param office what of Word, Excel and PowerPoint files is translated
 * @param pdf how PDF files are written
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
    OfficeOptions office,
    PdfOptions pdf,
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
          OfficeOptions.DEFAULT,
          PdfOptions.DEFAULT,
          Optional.empty(),
          Optional.empty());

  /** Returns these options for translations into a language. */
  public FormatOptions into(String language) {
    Draft draft = new Draft(this);
    draft.targetLanguage = Optional.of(language);
    return draft.options();
  }

  /** Returns these options with another layout. */
  public FormatOptions with(Layout other) {
    Draft draft = new Draft(this);
    draft.layout = other;
    return draft.options();
  }

  /** Returns these options with another writing mode. */
  public FormatOptions with(WritingMode other) {
    Draft draft = new Draft(this);
    draft.writingMode = other;
    return draft.options();
  }

  /** Returns these options with other ruby readings. */
  public FormatOptions with(RubyReadings other) {
    Draft draft = new Draft(this);
    draft.ruby = other;
    return draft.options();
  }

  /** Returns these options with another way to wrap lines. */
  public FormatOptions with(LineWrap other) {
    Draft draft = new Draft(this);
    draft.lineWrap = other;
    return draft.options();
  }

  /** Returns these options with other limits of subtitles. */
  public FormatOptions with(SubtitleOptions other) {
    Draft draft = new Draft(this);
    draft.subtitles = other;
    return draft.options();
  }

  /** Returns these options with another choice for the names of speakers. */
  public FormatOptions with(SpeakerNames other) {
    Draft draft = new Draft(this);
    draft.speakerNames = other;
    return draft.options();
  }

  /** Returns these options with other choices for Office files. */
  public FormatOptions with(OfficeOptions other) {
    Draft draft = new Draft(this);
    draft.office = other;
    return draft.options();
  }

  /** Returns these options with other choices for PDF files. */
  public FormatOptions with(PdfOptions other) {
    Draft draft = new Draft(this);
    draft.pdf = other;
    return draft.options();
  }

  /** Returns these options for files in an encoding that is known. */
  public FormatOptions with(Charset known) {
    Draft draft = new Draft(this);
    draft.encoding = Optional.of(known);
    return draft.options();
  }

  /** Returns these options with the name of the folder of a project's translations. */
  public FormatOptions withTranslationFolder(String name) {
    Draft draft = new Draft(this);
    draft.translationFolder = Optional.of(name);
    return draft.options();
  }

  /** Options of which one is about to change. */
  private static final class Draft {
    private Optional<String> targetLanguage;
    private Layout layout;
    private WritingMode writingMode;
    private RubyReadings ruby;
    private LineWrap lineWrap;
    private SubtitleOptions subtitles;
    private SpeakerNames speakerNames;
    private OfficeOptions office;
    private PdfOptions pdf;
    private Optional<Charset> encoding;
    private Optional<String> translationFolder;

    Draft(FormatOptions options) {
      targetLanguage = options.targetLanguage();
      layout = options.layout();
      writingMode = options.writingMode();
      ruby = options.ruby();
      lineWrap = options.lineWrap();
      subtitles = options.subtitles();
      speakerNames = options.speakerNames();
      office = options.office();
      pdf = options.pdf();
      encoding = options.encoding();
      translationFolder = options.translationFolder();
    }

    FormatOptions options() {
      return new FormatOptions(
          targetLanguage,
          layout,
          writingMode,
          ruby,
          lineWrap,
          subtitles,
          speakerNames,
          office,
          pdf,
          encoding,
          translationFolder);
    }
  }
}
