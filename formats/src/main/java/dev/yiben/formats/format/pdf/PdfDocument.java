package dev.yiben.formats.format.pdf;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.format.Coverage;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.Tally;
import dev.yiben.formats.format.TargetLookup;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** An open PDF file. */
final class PdfDocument implements Document {
  private final Path file;
  private final FormatOptions options;
  private final List<Unit> units;
  private final Coverage coverage;
  private final Optional<String> language;
  private final List<String> notices;

  private PdfDocument(
      Path file,
      FormatOptions options,
      List<Unit> units,
      Coverage coverage,
      Optional<String> language,
      List<String> notices) {
    this.file = file;
    this.options = options;
    this.units = units;
    this.coverage = coverage;
    this.language = language;
    this.notices = notices;
  }

  static PdfDocument open(Path file, FormatOptions options) {
    try (PDDocument document = load(file)) {
      PageParts reader = new PageParts(document);
      List<List<Part>> pages = new ArrayList<>();
      Tally tally = new Tally();
      for (int i = 0; i < document.getNumberOfPages(); i++) {
        PageParts.Page page = reader.read(i);
        pages.add(page.parts());
        page.parts().forEach(part -> count(part.text().source(), tally));
        page.layout()
            .outside()
            .forEach(
                (rule, glyphs) ->
                    glyphs.forEach(
                        glyph -> {
                          tally.text(glyph.text());
                          tally.outside(rule, glyph.text());
                        }));
      }
      return new PdfDocument(
          file,
          options,
          Units.of(pages),
          tally.coverage(),
          Optional.ofNullable(document.getDocumentCatalog().getLanguage()),
          List.of());
    } catch (IOException e) {
      throw new DocumentException(file, "cannot be read as PDF: " + e.getMessage());
    }
  }

  /** Counts a text, of which the drawings are in no segment's plain text. */
  private static void count(CodedText text, Tally tally) {
    tally.text(text.visibleText());
    text.codes().forEach(code -> tally.outside("inline-code", code.text()));
  }

  private static PDDocument load(Path file) throws IOException {
    return Loader.loadPDF(file.toFile());
  }

  @Override
  public Optional<String> declaredLanguage() {
    return language;
  }

  @Override
  public List<Segment> segments() {
    return units.stream().map(Unit::segment).toList();
  }

  @Override
  public Coverage coverage() {
    return coverage;
  }

  @Override
  public List<String> notices() {
    return notices;
  }

  @Override
  public List<String> merge(TargetLookup targets, OutputStream out) throws IOException {
    Map<Unit, CodedText> changed = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    for (Unit unit : units) {
      Segment segment = unit.segment();
      Optional<CodedText> target =
          segment.skipRule().isPresent()
              ? Optional.empty()
              : targets.target(segment.id()).filter(text -> !text.equals(segment.source()));
      if (target.isPresent() && !target.get().keepsCodesOf(segment.source())) {
        problems.add(
            segment.id() + ": the translation has lost or crossed codes; the source is kept");
      } else {
        target.ifPresent(text -> changed.put(unit, text));
      }
    }
    if (changed.isEmpty()) {
      Files.copy(file, out);
      return problems;
    }
    try (PDDocument document = load(file)) {
      new PdfMerging(document, options, targets.targetLanguage(), problems).merge(changed);
      switch (options.pdf().save()) {
        case INCREMENTAL -> document.saveIncremental(out);
        case COMPACT -> document.save(out);
      }
    }
    return problems;
  }

  @Override
  public void close() {}
}
