package dev.yiben.cli;

import dev.yiben.pipeline.prompt.ModelPattern;
import dev.yiben.pipeline.report.Price;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What models cost, so that reports can tell what a run did. */
final class PriceOptions {
  @Option(
      names = "--prices",
      paramLabel = "MODEL=PRICE",
      split = "\n",
      splitSynopsisLabel = "",
      converter = {NameConverter.class, PriceConverter.class},
      description =
          "What a million tokens of a model cost, such as 'deepseek-*=input:0.27 cached:0.07"
              + " output:1.10 currency:USD', for the cost in reports; * stands for anything; repeat"
              + " it for several models.")
  private Map<String, Price> prices = new LinkedHashMap<>();

  /** Returns the price of a model: of several patterns that fit its name, that of the longest. */
  Optional<Price> of(String model) {
    return prices.entrySet().stream()
        .filter(entry -> new ModelPattern(entry.getKey()).fits(model))
        .max(Comparator.comparingInt(entry -> new ModelPattern(entry.getKey()).weight()))
        .map(Map.Entry::getValue);
  }

  /** Reads a name with wildcards. */
  static final class NameConverter implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
      if (value.isBlank()) {
        throw new TypeConversionException("the name of a model is missing");
      }
      return value.strip();
    }
  }

  /** Reads a price. */
  static final class PriceConverter implements ITypeConverter<Price> {
    @Override
    public Price convert(String value) {
      try {
        return Price.parse(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
