package dev.yiben.cli;

import dev.yiben.pipeline.memory.MemoryLanguages;
import dev.yiben.pipeline.memory.MemoryPlace;
import dev.yiben.pipeline.memory.TranslationMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that choose memories. */
final class MemoryChoice {
  @Mixin private final MemoryPlaceOptions place = new MemoryPlaceOptions();

  @Option(
      names = {"-f", "--from"},
      paramLabel = "LANG",
      converter = LanguageTag.Converter.class,
      description = "Language of the sources.")
  private Optional<LanguageTag> from = Optional.empty();

  @Option(
      names = {"-t", "--to"},
      paramLabel = "LANG",
      converter = LanguageTag.Converter.class,
      description = "Language of the translations.")
  private Optional<LanguageTag> to = Optional.empty();

  MemoryPlace place(Environment environment) {
    return place.place(environment);
  }

  Optional<String> from() {
    return from.map(LanguageTag::tag);
  }

  Optional<String> to() {
    return to.map(LanguageTag::tag);
  }

  /** Passes on each memory of these languages that there is, open for reading. */
  void forEach(Environment environment, Consumer<TranslationMemory> use) {
    for (var file : place(environment).files()) {
      try (TranslationMemory memory = TranslationMemory.openReadOnly(file)) {
        if (isChosen(memory.languages())) {
          use.accept(memory);
        }
      }
    }
  }

  /**
   * Passes on the only memory of these languages, open for reading.
   *
   * @throws UsageException if there is none, or more than one
   */
  void only(Environment environment, Consumer<TranslationMemory> use) {
    List<MemoryLanguages> found = new ArrayList<>();
    forEach(environment, memory -> found.add(memory.languages()));
    if (found.size() == 1) {
      forEach(environment, use);
      return;
    }
    String where = place(environment).path().toString();
    throw new UsageException(
        found.isEmpty()
            ? where
                + ": there is no translation memory"
                + (from().or(this::to).isEmpty() ? "" : " of these languages")
            : where
                + ": there are several translation memories ("
                + String.join(", ", found.stream().map(MemoryLanguages::toString).toList())
                + "); choose one with --from and --to");
  }

  private boolean isChosen(MemoryLanguages languages) {
    return from().map(languages::isSource).orElse(true)
        && to().map(languages::isTarget).orElse(true);
  }
}
