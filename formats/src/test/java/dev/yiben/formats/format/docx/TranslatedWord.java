package dev.yiben.formats.format.docx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.Coverage;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.OfficeOptions;
import dev.yiben.formats.format.TargetLookup;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What a Word document was read as, and the parts of its translation. */
record TranslatedWord(
    List<Segment> segments,
    List<String> notices,
    List<String> problems,
    Coverage coverage,
    Optional<String> declaredLanguage,
    Map<String, String> parts) {

  /** Reads a document, and writes it with all texts changed. */
  static TranslatedWord of(
      Path file, OfficeOptions options, String language, UnaryOperator<String> translation)
      throws IOException {
    try (Document document =
        new DocxFormat().open(file, FormatOptions.DEFAULT.into(language).with(options))) {
      Map<SegmentId, CodedText> targets = new HashMap<>();
      long characters = 0;
      for (Segment segment : document.segments()) {
        String target = translation.apply(segment.source().marked());
        targets.put(segment.id(), segment.source().withMarked(target));
        characters += Coverage.characters(segment.source().plainText());
      }
      Coverage coverage = document.coverage();
      assertThat(coverage.total())
          .isEqualTo(
              characters + coverage.outside().values().stream().mapToLong(Long::longValue).sum());
      assertThat(written(document, Map.of(), language)).isEqualTo(Files.readAllBytes(file));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      List<String> problems = document.merge(lookup(targets, language), out);
      return new TranslatedWord(
          document.segments(),
          document.notices(),
          problems,
          coverage,
          document.declaredLanguage(),
          parts(out.toByteArray()));
    }
  }

  /** Reads a document, and writes it with its texts in brackets. */
  static TranslatedWord of(Path file, String language) throws IOException {
    return of(file, OfficeOptions.DEFAULT, language, text -> "[" + text + "]");
  }

  private static byte[] written(
      Document document, Map<SegmentId, CodedText> targets, String language) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.merge(lookup(targets, language), out);
    return out.toByteArray();
  }

  private static TargetLookup lookup(Map<SegmentId, CodedText> targets, String language) {
    return new TargetLookup() {
      @Override
      public String targetLanguage() {
        return language;
      }

      @Override
      public Optional<CodedText> target(SegmentId id) {
        return Optional.ofNullable(targets.get(id));
      }
    };
  }

  private static Map<String, String> parts(byte[] bytes) throws IOException {
    Map<String, String> parts = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
      }
    }
    return parts;
  }

  /** Returns the texts in order, codes as placeholders. */
  List<String> sources() {
    return segments.stream().map(segment -> segment.source().marked()).toList();
  }

  /** Returns the body of the main part as it was written. */
  String body() {
    String document = parts.get("word/document.xml");
    return document.substring(document.indexOf("<w:body>") + 8, document.indexOf("<w:sectPr/>"));
  }
}
