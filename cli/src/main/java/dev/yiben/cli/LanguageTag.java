package dev.yiben.cli;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A language as the user named it, in its canonical BCP 47 form. */
record LanguageTag(String tag) {
  private static final Set<String> KNOWN = Set.of(Locale.getISOLanguages());
  private static final Set<String> UNDETERMINED = Set.of("", "und", "mul", "zxx");

  /**
   * Returns the language of a tag such as {@code zh}, {@code zh-Hant} or {@code pt_BR}.
   *
   * @throws IllegalArgumentException if it is none
   */
  static LanguageTag of(String text) {
    try {
      Locale locale = new Locale.Builder().setLanguageTag(text.strip().replace('_', '-')).build();
      String language = locale.getLanguage();
      boolean known =
          language.length() == 3
              ? !locale.getDisplayLanguage(Locale.ENGLISH).equals(language)
              : KNOWN.contains(language);
      if (known && !UNDETERMINED.contains(language)) {
        return new LanguageTag(locale.toLanguageTag());
      }
    } catch (IllformedLocaleException e) {
      throw new IllegalArgumentException(problem(text), e);
    }
    throw new IllegalArgumentException(problem(text));
  }

  /** Returns whether a text names a language. */
  static boolean isLanguage(String text) {
    try {
      of(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String problem(String text) {
    return "'" + text + "' is not a language tag such as zh, zh-Hant, ja or pt-BR";
  }

  @Override
  public String toString() {
    return tag;
  }

  /** Reads tags from the command line. */
  static final class Converter implements ITypeConverter<LanguageTag> {
    @Override
    public LanguageTag convert(String value) {
      try {
        return of(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
