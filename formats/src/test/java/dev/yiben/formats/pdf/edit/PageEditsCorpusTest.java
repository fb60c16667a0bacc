package dev.yiben.formats.pdf.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.yiben.formats.pdf.page.Glyph;
import dev.yiben.formats.pdf.page.PageContent;
import dev.yiben.formats.pdf.page.PageReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.junit.jupiter.api.Test;

/** Takes text out of real documents, and looks whether all else stays. */
class PageEditsCorpusTest {
  private static final Path CORPUS = Path.of("../../shared/corpus/pdf");
  private static final int PAGES = 2;

  @Test
  void leavesAllElseOfRealPagesInPlace() throws IOException {
    assumeTrue(Files.isDirectory(CORPUS), "There is no folder " + CORPUS);
    List<String> faults = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> all = Files.list(CORPUS)) {
      files = all.filter(file -> file.toString().endsWith(".pdf")).sorted().toList();
    }
    for (Path file : files) {
      check(file, faults);
    }
    assertThat(faults).isEmpty();
  }

  private static void check(Path file, List<String> faults) throws IOException {
    try (PDDocument source = Loader.loadPDF(file.toFile());
        PDDocument document = Loader.loadPDF(file.toFile())) {
      int pages = Math.min(PAGES, document.getNumberOfPages());
      List<List<Glyph>> kept = new ArrayList<>();
      PageReader reader = new PageReader(document);
      DocumentEdits edits = new DocumentEdits(document);
      for (int i = 0; i < pages; i++) {
        kept.add(edit(reader.read(document.getPage(i), i), edits));
      }
      edits.finish();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.saveIncremental(bytes);
      try (PDDocument saved = Loader.loadPDF(bytes.toByteArray())) {
        PageReader again = new PageReader(saved);
        for (int i = 0; i < pages; i++) {
          int different =
              Drawn.difference(
                  Drawn.withoutText(source, i, 0.5f), Drawn.withoutText(saved, i, 0.5f));
          List<Glyph> left = all(again.read(saved.getPage(i), i));
          long lost = lost(kept.get(i), left);
          if (different > 0 || lost > 0 || left.size() != kept.get(i).size()) {
            faults.add(
                "%s page %d: %d pixels, %d of %d glyphs moved, %d there"
                    .formatted(
                        file.getFileName(),
                        i + 1,
                        different,
                        lost,
                        kept.get(i).size(),
                        left.size()));
          }
        }
      }
    } catch (InvalidPasswordException e) {
      assertThat(file.toString()).contains("password");
    }
  }

  /** Takes every other handful of glyphs out, and returns those that stay. */
  private static List<Glyph> edit(PageContent content, DocumentEdits document) throws IOException {
    PageEdits edits = document.of(content);
    Set<Glyph> removed = new HashSet<>();
    for (Glyph glyph : content.glyphs()) {
      if (glyph.index() / 7 % 2 == 0) {
        edits.remove(glyph);
        removed.add(glyph);
        removed.addAll(content.twins().getOrDefault(glyph.index(), List.of()));
      }
    }
    edits.apply();
    List<Glyph> kept = all(content);
    kept.removeAll(removed);
    return kept;
  }

  private static List<Glyph> all(PageContent content) {
    List<Glyph> all = new ArrayList<>(content.glyphs());
    content.outside().values().forEach(all::addAll);
    return all;
  }

  /** Returns how many glyphs are not where they were, to a thousandth of a point. */
  private static long lost(List<Glyph> kept, List<Glyph> left) {
    Map<String, List<Glyph>> byFont = new HashMap<>();
    left.forEach(
        glyph -> byFont.computeIfAbsent(glyph.font().name(), name -> new ArrayList<>()).add(glyph));
    return kept.stream()
        .filter(
            glyph ->
                byFont.getOrDefault(glyph.font().name(), List.of()).stream()
                    .noneMatch(other -> isSame(glyph, other)))
        .count();
  }

  private static boolean isSame(Glyph one, Glyph other) {
    double x = one.pose().getTranslateX() - other.pose().getTranslateX();
    double y = one.pose().getTranslateY() - other.pose().getTranslateY();
    return Math.abs(x) < 0.001
        && Math.abs(y) < 0.001
        && one.pose().getScaleX() == other.pose().getScaleX()
        && one.paint().rgb() == other.paint().rgb();
  }
}
