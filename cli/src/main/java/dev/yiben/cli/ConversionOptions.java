package dev.yiben.cli;

import dev.yiben.formats.format.FormatOptions;
import dev.yiben.pipeline.convert.ChineseConversion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What is done to Chinese translations before they are written. */
final class ConversionOptions {
  @Option(
      names = "--convert",
      paramLabel = "s2t|s2tw|s2twp|s2hk|t2s",
      description =
          "Convert Chinese translations before they are written: simplified characters to"
              + " traditional ones (s2t), to those of Taiwan (s2tw; s2twp with its words) or Hong"
              + " Kong (s2hk), or traditional to simplified ones (t2s). A conversion by"
              + " dictionaries, after the checks.")
  private Optional<ChineseConversion.Kind> kind = Optional.empty();

  /** Throws a usage exception if there is something to convert that is not Chinese. */
  void requireValid(List<LanguageTag> languages) {
    if (kind.isPresent()) {
      for (LanguageTag language : languages) {
        if (!Locale.forLanguageTag(language.tag()).getLanguage().equals("zh")) {
          throw new UsageException(
              "--convert " + kind.get() + ": --to " + language + " is not Chinese; leave one out");
        }
      }
    }
  }

  /** Returns the conversion, if one is wanted. */
  Optional<ChineseConversion> conversion() {
    return kind.map(ChineseConversion::new);
  }

  /** Returns how documents are read and written whose translations are in that language. */
  FormatOptions into(LanguageTag language, FormatOptions options) {
    return options.into(kind.map(ChineseConversion.Kind::language).orElse(language.tag()));
  }
}
