package dev.yiben.formats.format.docx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.Coverage;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.FormatOptions;
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

/**
 * A Word document as it was read, and what becomes of it.
 *
 * @param sources the texts, as they are marked
 * @param notices of the reading
 * @param coverage of the reading
 * @param parts what was written
 */
record WordMerge(
    List<String> sources, List<String> notices, Coverage coverage, Map<String, String> parts) {

  /**
   * Translates a file.
   *
   * @param translation from marked source to marked target; those it leaves as they are have none
   */
  static WordMerge of(Path file, FormatOptions options, UnaryOperator<String> translation)
      throws IOException {
    return of(file, options, "fr", translation);
  }

  /** Translates a file into another language than French. */
  static WordMerge of(
      Path file, FormatOptions options, String language, UnaryOperator<String> translation)
      throws IOException {
    try (Document document = new DocxFormat().open(file, options)) {
      assertSameBytes(file, document);
      Map<SegmentId, CodedText> targets = new HashMap<>();
      for (Segment segment : document.segments()) {
        String marked = segment.source().marked();
        String target = translation.apply(marked);
        if (!target.equals(marked)) {
          targets.put(segment.id(), segment.source().withMarked(target));
        }
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      assertThat(document.merge(lookup(targets, language), out)).isEmpty();
      return new WordMerge(
          document.segments().stream().map(segment -> segment.source().marked()).toList(),
          document.notices(),
          document.coverage(),
          parts(out.toByteArray()));
    }
  }

  private static Map<String, String> parts(byte[] written) throws IOException {
    Map<String, String> parts = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(written))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
      }
    }
    return parts;
  }

  private static void assertSameBytes(Path file, Document document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.merge(lookup(Map.of(), "fr"), out);
    assertThat(out.toByteArray()).isEqualTo(Files.readAllBytes(file));
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

  /** Returns what is in the body, without the languages of runs, which other tests see to. */
  String body() {
    String document = parts.get("word/document.xml");
    return bare(
        document.substring(
            document.indexOf("<w:body>") + 8, document.indexOf("<w:sectPr/></w:body>")));
  }

  /** Returns markup without the languages of runs. */
  static String bare(String markup) {
    return markup
        .replaceAll("<w:lang [^>]*/>", "")
        .replace("<w:rPr></w:rPr>", "")
        .replace(" xml:space=\"preserve\"", "");
  }
}
