package dev.yiben.cli;

import dev.yiben.glossary.Glossary;
import dev.yiben.glossary.ProtectedPresets;
import dev.yiben.glossary.Style;
import dev.yiben.pipeline.TranslationSettings;
import dev.yiben.pipeline.check.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that say how to translate. */
final class TranslationOptions {
  @Option(
      names = {"-t", "--to"},
      paramLabel = "LANG",
      required = true,
      split = ",",
      converter = LanguageTag.Converter.class,
      description =
          "Language to translate into, such as zh, zh-Hant or pt-BR. Repeat it, or separate by"
              + " commas, for several.")
  private List<LanguageTag> to = List.of();

  @Option(
      names = {"-f", "--from"},
      paramLabel = "LANG",
      converter = LanguageTag.Converter.class,
      description = "Language of the files; default: what each declares, or is detected as.")
  private Optional<LanguageTag> from = Optional.empty();

  @Option(
      names = "--glossary",
      paramLabel = "FILE",
      split = "\n",
      splitSynopsisLabel = "",
      description = "Termbase in YAML; repeat it for several, of which later ones win.")
  private List<Path> glossaries = List.of();

  @Option(
      names = "--style",
      paramLabel = "TEXT",
      description =
          "How translations should sound, such as 'a fairy tale, told to children'; default: what"
              + " the glossary says.")
  private Optional<String> style = Optional.empty();

  @Option(
      names = "--register",
      paramLabel = "TEXT",
      description = "How readers are addressed, such as formal; default: what the glossary says.")
  private Optional<String> register = Optional.empty();

  @Option(
      names = "--protect",
      paramLabel = "PRESET|REGEX",
      split = "\n",
      splitSynopsisLabel = "",
      description =
          "What stays as it is within texts: the variables and commands of a game engine or"
              + " library, such as rpgmaker or printf, or a regular expression. Repeatable.")
  private List<String> protect = List.of();

  @Option(
      names = "--profile",
      paramLabel = "NAME|FILE",
      description =
          "Prompt profile, which words the requests as the model wants them: a name, such as"
              + " sakura-1.0, or a YAML file; default: by the model.")
  private Optional<String> profile = Optional.empty();

  @Option(
      names = "--context",
      paramLabel = "N",
      defaultValue = "" + TranslationSettings.DEFAULT_CONTEXT_SEGMENTS,
      description =
          "Preceding segments that the model sees with their translations; default:"
              + " ${DEFAULT-VALUE}.")
  private int context;

  @Option(
      names = "--batch-tokens",
      paramLabel = "N",
      defaultValue = "0",
      description = "Most source tokens asked at once; default: 0, what fits the context window.")
  private int batchTokens;

  @Option(
      names = "--checks",
      paramLabel = "ID=SEVERITY",
      split = ",",
      description =
          "Severity of a check: off, info, warning or error, such as NUM-001=off; error refuses"
              + " the translation of a segment.")
  private Map<String, Severity> checks = new LinkedHashMap<>();

  @Option(
      names = "--retranslate",
      description =
          "Translate anew what a file has a translation of already, such as the tl folder of a"
              + " game; default: keep it.")
  private boolean retranslate;

  @Option(
      names = "--review",
      description =
          "Let the model look again at each translation with findings or of low confidence, and"
              + " take what is better.")
  private boolean review;

  /** Throws a usage exception if a number is out of its range or a check is unknown. */
  void requireValid() {
    UsageException.requireAtLeast(0, "--context", context);
    UsageException.requireAtLeast(0, "--batch-tokens", batchTokens);
    CheckIds.requireKnown(checks.keySet());
  }

  List<LanguageTag> to() {
    return to.stream().distinct().toList();
  }

  Optional<LanguageTag> from() {
    return from;
  }

  List<Path> glossaries() {
    return glossaries;
  }

  /** Returns a glossary with what these options say besides it, or instead. */
  Glossary with(Glossary glossary) {
    List<String> patterns = new ArrayList<>(glossary.protectedPatterns());
    for (String named : protect) {
      patterns.addAll(
          ProtectedPresets.names().contains(named)
              ? ProtectedPresets.patterns(named)
              : List.of(named));
    }
    return new Glossary(
        glossary.terms(),
        glossary.personas(),
        new Style(
            style.orElse(glossary.style().text()), register.orElse(glossary.style().register())),
        glossary.forbidden(),
        glossary.before(),
        glossary.after(),
        patterns.stream().distinct().toList(),
        glossary.examples());
  }

  Optional<String> profile() {
    return profile;
  }

  int context() {
    return context;
  }

  int batchTokens() {
    return batchTokens;
  }

  Map<String, Severity> checks() {
    return checks;
  }

  boolean review() {
    return review;
  }

  boolean retranslate() {
    return retranslate;
  }
}
