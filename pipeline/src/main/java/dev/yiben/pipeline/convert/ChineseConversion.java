package dev.yiben.pipeline.convert;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Inline;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.TextRun;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * A conversion between simplified and traditional Chinese by the dictionaries of OpenCC, which
 * knows words but no meaning: not a translation.
 */
public final class ChineseConversion {
  /** From which characters to which. */
  public enum Kind {
    /** Simplified to traditional, in OpenCC's own standard. */
    S2T("zh-Hant", "simplified to traditional characters"),
    /** Simplified to traditional as written in Taiwan. */
    S2TW("zh-TW", "simplified to traditional characters of Taiwan"),
    /** The same, with words of Taiwan. */
    S2TWP("zh-TW", "simplified to traditional characters and words of Taiwan"),
    /** Simplified to traditional as written in Hong Kong. */
    S2HK("zh-HK", "simplified to traditional characters of Hong Kong"),
    /** Traditional to simplified. */
    T2S("zh-Hans", "traditional to simplified characters");

    private final String language;
    private final String words;

    Kind(String language, String words) {
      this.language = language;
      this.words = words;
    }

    /** Returns the BCP 47 tag of converted text. */
    public String language() {
      return language;
    }

    /** Returns what users call it, such as {@code s2tw}. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Kind kind;
  private final List<ConversionDictionary> steps;

  /** Creates a conversion, which reads its dictionaries. */
  public ChineseConversion(Kind kind) {
    this.kind = kind;
    this.steps = ConversionDictionary.of(kind);
  }

  /** Returns from which characters to which. */
  public Kind kind() {
    return kind;
  }

  /** Returns what was done, as a notice for users. */
  public String notice() {
    return "converted from "
        + kind.words
        + " ("
        + kind
        + ", by OpenCC's dictionaries) after it was translated and checked";
  }

  /** Returns a converted text. */
  public String convert(String text) {
    String converted = text;
    for (ConversionDictionary step : steps) {
      converted = step.convert(converted);
    }
    return converted;
  }

  /** Returns a converted text with all its codes in their places. */
  public CodedText convert(CodedText text) {
    String plain = text.plainText();
    String whole = convert(plain);
    if (whole.equals(plain)) {
      return text;
    }
    if (whole.length() == plain.length()) {
      // A code may stand within a word.
      int[] place = {0};
      return withRuns(text, run -> whole.substring(place[0], place[0] += run.length()));
    }
    return withRuns(text, this::convert);
  }

  private static CodedText withRuns(CodedText text, UnaryOperator<String> change) {
    StringBuilder marked = new StringBuilder();
    for (Inline inline : text.content()) {
      marked.append(
          inline instanceof TextRun run
              ? change.apply(run.text())
              : ((InlineCode) inline).placeholder());
    }
    return text.withMarked(marked.toString());
  }
}
