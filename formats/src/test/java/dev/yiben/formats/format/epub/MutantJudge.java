package dev.yiben.formats.format.epub;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.Coverage;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.TargetLookup;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Holds what becomes of a book to what holds for every book, however broken. */
final class MutantJudge {
  private final Path folder;

  MutantJudge(Path folder) {
    this.folder = folder;
  }

  /** What became of a book. */
  enum Verdict {
    REFUSED,
    WITHOUT_TEXT,
    TRANSLATED
  }

  /**
   * Judges a book, and returns what became of it.
   *
   * @param thorough whether EPUBCheck, which takes its time, is to compare the translation with it
   */
  Verdict judge(byte[] book, boolean thorough) throws IOException {
    Path file = Files.write(folder.resolve("mutant.epub"), book);
    byte[] translated;
    List<Segment> segments;
    try (Document document = new EpubFormat().open(file)) {
      segments = document.segments();
      assertThat(segments.stream().map(Segment::id)).doesNotHaveDuplicates();
      assertThat(characters(document)).isEqualTo(document.coverage().total());
      assertThat(document.notices()).allMatch(notice -> notice.lines().count() == 1);
      assertThat(merged(document, source -> source)).as("the file as it was").isEqualTo(book);
      translated = merged(document, Pseudo::of);
      assertThat(merged(document, Pseudo::of)).as("written again").isEqualTo(translated);
    } catch (DocumentException e) {
      assertThat(e.getMessage())
          .startsWith(file.toString())
          .doesNotContainPattern("\\R|\\p{Cntrl}");
      return Verdict.REFUSED;
    }
    if (segments.stream().allMatch(segment -> segment.skipRule().isPresent())) {
      assertThat(translated).isEqualTo(book);
      return Verdict.WITHOUT_TEXT;
    }
    Path written = Files.write(folder.resolve("written.epub"), translated);
    try (Document again = new EpubFormat().open(written)) {
      assertThat(again.segments()).hasSameSizeAs(segments);
      for (int i = 0; i < segments.size(); i++) {
        assertSame(segments.get(i), again.segments().get(i));
      }
    }
    assertEntriesAreNotWorse(file, written, translatedEntries(segments));
    if (thorough) {
      long before = errors(file);
      if (before >= 0) {
        assertThat(errors(written)).as("errors of EPUBCheck").isBetween(0L, before);
      }
    }
    return Verdict.TRANSLATED;
  }

  /** Returns how many errors EPUBCheck finds, or -1 for a book that it cannot read. */
  private static long errors(Path book) {
    try {
      Map<String, Long> errors = EpubChecker.errors(book);
      return errors.containsKey("RSC-016")
          ? -1
          : errors.values().stream().mapToLong(Long::longValue).sum();
    } catch (IllegalStateException e) {
      // EPUBCheck's own fault with some packages that it cannot parse.
      return -1;
    }
  }

  private static long characters(Document document) {
    Coverage coverage = document.coverage();
    return coverage.outside().values().stream().mapToLong(Long::longValue).sum()
        + document.segments().stream()
            .mapToLong(segment -> Coverage.characters(segment.source().plainText()))
            .sum();
  }

  private static void assertSame(Segment before, Segment after) {
    assertThat(after.id()).isEqualTo(before.id());
    assertThat(after.role()).as("role of %s", before.id()).isEqualTo(before.role());
    assertThat(after.skipRule()).as("rule of %s", before.id()).isEqualTo(before.skipRule());
    CodedText expected =
        before.skipRule().isPresent() ? before.source() : Pseudo.of(before.source());
    if (before.id().value().contains(".opf#")) {
      // Torn metadata may take in the elements in which an edition tells of itself.
      assertThat(plain(after.source())).as("text of %s", before.id()).isEqualTo(plain(expected));
      if (!kinds(expected).isEmpty()) {
        assertThat(kinds(after.source()))
            .as("codes of %s", before.id())
            .containsSubsequence(kinds(expected));
      }
      return;
    }
    assertThat(allowed(after.source())).as("text of %s", before.id()).isEqualTo(allowed(expected));
    assertThat(kinds(after.source())).as("codes of %s", before.id()).isEqualTo(kinds(expected));
  }

  private static String plain(CodedText text) {
    return allowed(CodedText.of(text.plainText())).replaceAll("\\s+", "");
  }

  /** Characters that XML does not allow cannot be written. */
  private static String allowed(CodedText text) {
    return text.marked().replaceAll("[^\t\n\r\\x20-\uD7FF\uE000-\uFFFD\\x{10000}-\\x{10FFFF}]", "");
  }

  private static List<String> kinds(CodedText text) {
    return text.codes().stream().map(MutantJudge::kind).toList();
  }

  /** The attributes of a code may hold text and languages of their own. */
  private static String kind(InlineCode code) {
    return code.kind() + " " + code.original().replaceAll("[\\s>].*", "");
  }

  private static Set<String> translatedEntries(List<Segment> segments) {
    Set<String> names = new HashSet<>();
    for (Segment segment : segments) {
      if (segment.skipRule().isEmpty()) {
        names.add(segment.id().value().replaceFirst("#[^#]*$", ""));
      }
    }
    return names;
  }

  private static void assertEntriesAreNotWorse(Path file, Path written, Set<String> translated)
      throws IOException {
    Map<String, byte[]> before = entries(file);
    Map<String, byte[]> after = entries(written);
    Set<String> names = new HashSet<>(before.keySet());
    names.add("mimetype");
    assertThat(after.keySet()).isEqualTo(names);
    assertThat(new String(after.get("mimetype"), ISO_8859_1))
        .isIn(
            "application/epub+zip",
            new String(before.getOrDefault("mimetype", new byte[0]), ISO_8859_1));
    before.remove("mimetype");
    before.forEach(
        (name, content) -> {
          // A book's package says in which language it is.
          if (!translated.contains(name) && !name.endsWith(".opf")) {
            assertThat(after.get(name)).as(name).isEqualTo(content);
          }
          if (WellFormed.check(content).isEmpty()) {
            assertThat(WellFormed.check(after.get(name))).as(name).isEmpty();
          }
        });
  }

  /** Returns the entries as they can be read; a damaged one as it is packed. */
  private static Map<String, byte[]> entries(Path file) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        // Other methods than those of books need libraries that are not there.
        boolean known =
            entry.getMethod() == ZipEntry.STORED || entry.getMethod() == ZipEntry.DEFLATED;
        try (InputStream in = known ? zip.getInputStream(entry) : zip.getRawInputStream(entry)) {
          entries.put(entry.getName(), in.readAllBytes());
        } catch (IOException e) {
          try (InputStream raw = zip.getRawInputStream(entry)) {
            entries.put(entry.getName(), raw.readAllBytes());
          }
        }
      }
    }
    return entries;
  }

  private static byte[] merged(Document document, UnaryOperator<CodedText> translation)
      throws IOException {
    Map<SegmentId, CodedText> targets = new HashMap<>();
    for (Segment segment : document.segments()) {
      if (segment.skipRule().isEmpty()) {
        targets.put(segment.id(), translation.apply(segment.source()));
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TargetLookup lookup =
        new TargetLookup() {
          @Override
          public String targetLanguage() {
            return "zh";
          }

          @Override
          public Optional<CodedText> target(SegmentId id) {
            return Optional.ofNullable(targets.get(id));
          }
        };
    assertThat(document.merge(lookup, out)).as("notices of the writing").isEmpty();
    return out.toByteArray();
  }
}
