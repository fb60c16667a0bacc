package dev.yiben.pipeline.work;

import com.ibm.icu.util.ULocale;
import dev.yiben.formats.document.Segment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Detects the language of a document that declares none, with the model of Apache OpenNLP (103
 * languages).
 *
 * <p>Says nothing where the text is short or two languages are about as likely: no language is
 * better than a wrong one, since the prompt can leave it to the model.
 */
public final class LanguageDetection {
  private static final String MODEL = "/langdetect-183.bin";
  private static final int FEWEST_LETTERS = 40;
  private static final int SAMPLE_CHARACTERS = 20_000;
  private static final double CLEAR_LEAD = 1.25;

  private LanguageDetectorME detector;

  /** Returns the language of the segments as a BCP 47 tag, if it is clear. */
  public Optional<String> detect(List<Segment> segments) {
    StringBuilder sample = new StringBuilder();
    for (Segment segment : segments) {
      if (sample.length() < SAMPLE_CHARACTERS) {
        sample.append(segment.source().plainText()).append('\n');
      }
    }
    if (sample.codePoints().filter(Character::isLetter).count() < FEWEST_LETTERS) {
      return Optional.empty();
    }
    Language[] languages = detector().predictLanguages(sample);
    boolean clear =
        languages.length == 1
            || languages[0].getConfidence() > CLEAR_LEAD * languages[1].getConfidence();
    return clear ? Optional.of(tag(languages[0])) : Optional.empty();
  }

  /** The detector speaks ISO 639-3, such as {@code cmn} for {@code zh}. */
  private static String tag(Language language) {
    return ULocale.createCanonical(language.getLang()).getLanguage();
  }

  private LanguageDetectorME detector() {
    if (detector == null) {
      try (InputStream model = LanguageDetection.class.getResourceAsStream(MODEL)) {
        detector = new LanguageDetectorME(new LanguageDetectorModel(model));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return detector;
  }
}
