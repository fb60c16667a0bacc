package dev.yiben.formats.format.renpy;

import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells of a game whose only font is the engine's own, which lacks the letters of a language. */
final class FontAdvice {
  /** What DejaVu Sans, the engine's own font, has the letters of. */
  private static final Set<String> SCRIPTS =
      Set.of("Latn", "Cyrl", "Grek", "Armn", "Geor", "Arab", "Hebr");

  private static final Pattern OTHER_FONT =
      Pattern.compile("(?<![\\w-])(?!DejaVu)[\\w-]{1,80}+\\.(?:ttf|otf|ttc)\\b");

  private FontAdvice() {}

  /**
   * Returns what to do about the fonts, if anything.
   *
   * @param folder name of the folder of the translations
   * @param language of the translations, as a BCP 47 tag
   */
  static Optional<String> of(Game game, String folder, String language) {
    ULocale locale = ULocale.addLikelySubtags(ULocale.forLanguageTag(language));
    if (SCRIPTS.contains(locale.getScript())
        || game.mentions(".ttf", OTHER_FONT)
        || game.mentions(".otf", OTHER_FONT)
        || game.mentions(".ttc", OTHER_FONT)
        || game.folder().translations(folder).stream().anyMatch(FontAdvice::namesFont)) {
      return Optional.empty();
    }
    return Optional.of(
        "no script names a font but the engine's own, which has no letters of %s: players will see"
                .formatted(locale.getDisplayLanguage(ULocale.ENGLISH))
            + " boxes until one does (docs/documents.md, Fonts)");
  }

  private static boolean namesFont(Path script) {
    try {
      String text = Files.readString(script, StandardCharsets.ISO_8859_1);
      return OTHER_FONT.matcher(text).find();
    } catch (IOException e) {
      // Whoever reads it for its text tells of it.
      return false;
    }
  }
}
