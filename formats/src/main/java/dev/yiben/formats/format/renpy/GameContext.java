package dev.yiben.formats.format.renpy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.yiben.formats.encoding.DetectedText;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.splice.Patch;
import dev.yiben.formats.splice.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Opens the translation files of a game.
 *
 * @param table the statements that its scripts may use
 * @param language name of the language
 * @param sources its dialogue
 * @param percent whether its dialogue has substitutions by percent signs
 * @param cast who speaks in it
 * @param options how files are read and written
 */
record GameContext(
    StatementTable table,
    String language,
    SourceLines sources,
    boolean percent,
    Cast cast,
    FormatOptions options) {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** Returns a file that is not there, as the engine would generate it. */
  Document generate(String fileName, TranslationPlan.Missing missing) {
    SourceText text = utf8(BYTE_ORDER_MARK + missing.text(language, "\n"));
    TranslationFile file = TranslationFile.of(sure(text), fileName, table);
    return new RenpyDocument(file.text(), units(file), List.of());
  }

  /**
   * Returns a file that is there with what is missing at its end.
   *
   * @throws dev.yiben.formats.format.DocumentException if it cannot be read
   */
  Document complete(Path path, Optional<TranslationPlan.Missing> missing) {
    TranslationFile original = TranslationFile.read(path, table, options);
    SourceText before = original.text().source();
    List<String> notices = new ArrayList<>();
    List<CatalogueFault> faults = original.catalogue().faults();
    if (!faults.isEmpty()) {
      CatalogueFault first = faults.get(0);
      String more = faults.size() > 1 ? "; and %d more faults".formatted(faults.size() - 1) : "";
      notices.add(
          "line %d: %s%s".formatted(first.line(), first.check().message(first.subject()), more));
    }
    if (missing.isEmpty()) {
      return new RenpyDocument(original.text(), units(original), notices);
    }
    String added = missing.get().text(language, before.lineEnd());
    DetectedText detected = new DetectedText(append(before, added), original.text().doubt());
    TranslationFile file = TranslationFile.of(detected, String.valueOf(path.getFileName()), table);
    return new CompletedDocument(before, new RenpyDocument(detected, units(file), notices));
  }

  private List<TextUnit> units(TranslationFile file) {
    return new CatalogueUnits(sources, new Speakers(cast), options.speakerNames(), percent)
        .units(file.catalogue().into(language));
  }

  private static SourceText append(SourceText before, String added) {
    SourceText writable = before.canEncode(added) ? before : before.in(UTF_8, true);
    int end = before.text().length();
    byte[] whole = writable.splice(List.of(new Patch(end, end, added)));
    return SourceText.decode(whole, writable.charset())
        .orElseThrow(() -> new IllegalStateException("What was encoded can be decoded"));
  }

  private static DetectedText sure(SourceText text) {
    return new DetectedText(text, Optional.empty());
  }

  private static SourceText utf8(String text) {
    return SourceText.decode(text.getBytes(UTF_8), UTF_8)
        .orElseThrow(() -> new IllegalStateException("UTF-8 has all characters"));
  }
}
