package dev.yiben.cli;

import dev.yiben.formats.format.FormatOptions;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Options that say how games are translated. */
final class GameOptions implements OptionSection {
  /** The names that a language may have in a script. */
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]{0,63}");

  @Option(
      names = "--tl",
      paramLabel = "NAME",
      description =
          "Name that the game has for the language, which is a folder in its tl/; default: the"
              + " one that is there, else the usual one, such as schinese for zh.")
  private Optional<String> translationFolder = Optional.empty();

  /**
   * Throws a usage exception if the name cannot be one.
   *
   * @param languages how many languages there are to translate into or to check
   */
  void requireValid(int languages) {
    translationFolder.ifPresent(
        name -> {
          if (!NAME.matcher(name).matches()) {
            throw new UsageException(
                "--tl " + name + ": a name of letters, digits and _ is needed, such as schinese");
          }
          if (languages > 1) {
            throw new UsageException(
                "--tl names the folder of one language; translate one at once");
          }
        });
  }

  /** Returns format options with these in them. */
  FormatOptions in(FormatOptions options) {
    return translationFolder.map(options::withTranslationFolder).orElse(options);
  }

  @Override
  public String heading() {
    return "Games:";
  }
}
