package dev.yiben.formats.format.pdf;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.Coverage;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.Layout;
import dev.yiben.formats.format.PdfSave;
import dev.yiben.formats.format.Tally;
import dev.yiben.formats.format.TargetLookup;
import dev.yiben.formats.format.TargetSelection;
import dev.yiben.formats.pdf.beside.BesideText;
import dev.yiben.formats.pdf.beside.BesideTexts;
import dev.yiben.formats.pdf.twin.PageTwins;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** An open PDF file. */
final class PdfDocument implements Document {
  private static final String BETWEEN = " · ";

  private final Path file;
  private final FormatOptions options;
  private final PdfContent content;

  private PdfDocument(Path file, FormatOptions options, PdfContent content) {
    this.file = file;
    this.options = options;
    this.content = content;
  }

  static PdfDocument open(Path file, FormatOptions options) {
    try (PDDocument document = PdfFile.open(file)) {
      PdfContent content = PdfContent.read(document, PdfFile.pages(document, file));
      return new PdfDocument(file, options, content);
    } catch (IOException e) {
      throw DocumentException.unreadable(file, e);
    }
  }

  @Override
  public Optional<String> declaredLanguage() {
    return content.language();
  }

  @Override
  public List<Segment> segments() {
    return content.segments();
  }

  @Override
  public Coverage coverage() {
    return content.coverage();
  }

  @Override
  public List<String> notices() {
    return content.notices();
  }

  @Override
  public List<String> merge(TargetLookup targets, OutputStream out) throws IOException {
    TargetSelection selection = TargetSelection.of(segments(), targets);
    Map<SegmentId, CodedText> changed = selection.targets();
    List<String> problems = new ArrayList<>(selection.problems());
    if (changed.isEmpty()) {
      Files.copy(file, out);
      return problems;
    }
    try (PDDocument document = PdfFile.open(file)) {
      List<PDPage> pages = PdfFile.pages(document, file);
      for (BesideText text : BesideTexts.read(document, new Tally())) {
        CodedText target = changed.get(text.segment().id());
        if (target != null) {
          text.write(written(text.segment(), target));
        }
      }
      Map<Unit, CodedText> units = new LinkedHashMap<>();
      for (Unit unit : content.units()) {
        CodedText target = changed.get(unit.segment().id());
        if (target != null) {
          units.put(unit, target);
        }
      }
      if (!units.isEmpty()) {
        write(document, pages, units, targets.targetLanguage(), problems);
      }
      Edition.mark(document, changed);
      save(document, problems, out);
    } catch (DocumentException e) {
      throw e;
    } catch (RuntimeException e) {
      // The library trusts that objects are of the kinds they should be.
      throw new DocumentException(
          file, "pages", "cannot be written (" + PdfFile.reason(e) + "); it may be damaged", e);
    }
    return problems;
  }

  private void write(
      PDDocument document,
      List<PDPage> pages,
      Map<Unit, CodedText> units,
      String language,
      List<String> problems)
      throws IOException {
    if (options.layout().isBilingual()) {
      PageTwins twins = PageTwins.of(document, pages);
      new PdfMerging(document, twins.copies(), options, language, problems).merge(units);
      if (options.layout() == Layout.BILINGUAL_SIDE) {
        twins.stand();
      } else {
        twins.face(options.layout() == Layout.BILINGUAL_ABOVE);
      }
    } else {
      new PdfMerging(document, pages, options, language, problems).merge(units);
      Language.declare(document, content, units, language);
    }
  }

  /** Returns what is written beside the pages: in a file of two languages, both. */
  private String written(Segment segment, CodedText target) {
    String written = BesideText.written(target);
    return options.layout().isBilingual()
        ? BesideText.written(segment.source()) + BETWEEN + written
        : written;
  }

  private void save(PDDocument document, List<String> problems, OutputStream out)
      throws IOException {
    if (Peculiarities.isSigned(document)) {
      problems.add("is digitally signed; the signature does not hold for the translation");
    }
    PdfSave save = options.pdf().save();
    if (document.isEncrypted() && save == PdfSave.COMPACT) {
      problems.add("is encrypted and so cannot be saved anew; what changes is behind the original");
      save = PdfSave.INCREMENTAL;
    } else if (!document.isEncrypted()
        && save == PdfSave.INCREMENTAL
        && !CrossReferences.areSound(file)) {
      problems.add("its table of objects is damaged; saved anew, without the old text");
      save = PdfSave.COMPACT;
    }
    switch (save) {
      case INCREMENTAL -> saveBehind(document, problems, out);
      case COMPACT -> document.save(out);
    }
  }

  /** Saves what changes behind the original, if what comes of it can be read. */
  private void saveBehind(PDDocument document, List<String> problems, OutputStream out)
      throws IOException {
    Path trial = Files.createTempFile("yiben", ".pdf");
    try {
      try (OutputStream behind = Files.newOutputStream(trial)) {
        document.saveIncremental(behind);
      }
      if (document.isEncrypted() || CrossReferences.lead(trial, document.getNumberOfPages())) {
        Files.copy(trial, out);
      } else {
        problems.add("its table of objects is damaged; saved anew, without the old text");
        document.save(out);
      }
    } finally {
      Files.deleteIfExists(trial);
    }
  }

  @Override
  public void close() {}
}
