package dev.yiben.formats.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Inline;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.document.TextRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every format; its test extends this class and gives sample files. */
public abstract class DocumentFormatContract {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int HUGE = 100 << 20;

  @TempDir protected Path folder;

  /** Returns the format to test. */
  protected abstract DocumentFormat format();

  /**
   * Returns files that together show all that the format can read, by file name.
   *
   * <p>Each is well-formed, of at most some ten kilobytes, named with the format's extension, and
   * has segments to translate.
   */
  protected abstract Map<String, byte[]> samples() throws IOException;

  /** A change to a text that keeps its codes. */
  protected interface Translation {
    /** Returns the target of a source. */
    CodedText of(CodedText source);
  }

  /** Returns accented and bracketed text with every code of the source, in its order. */
  protected static CodedText pseudo(CodedText source) {
    StringBuilder marked = new StringBuilder("«");
    for (Inline inline : source.content()) {
      if (inline instanceof TextRun run) {
        marked.append(run.text().replace('a', 'å').replace('e', 'é').replace('o', 'ø'));
      } else {
        marked.append(((InlineCode) inline).placeholder());
      }
    }
    return source.withMarked(marked.append('»').toString());
  }

  /** Returns targets for all segments that the format does not skip. */
  protected static TargetLookup targets(Document document, Translation translation) {
    Map<SegmentId, CodedText> targets = new HashMap<>();
    for (Segment segment : document.segments()) {
      if (segment.skipRule().isEmpty()) {
        targets.put(segment.id(), translation.of(segment.source()));
      }
    }
    return lookup(targets);
  }

  /** Returns these targets, and none for other segments. */
  protected static TargetLookup lookup(Map<SegmentId, CodedText> targets) {
    return new TargetLookup() {
      @Override
      public String targetLanguage() {
        return "zh";
      }

      @Override
      public Optional<CodedText> target(SegmentId id) {
        return Optional.ofNullable(targets.get(id));
      }
    };
  }

  /** Writes a file into the test's folder. */
  protected Path file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  /** Returns what merging writes. */
  protected static byte[] merged(Document document, TargetLookup targets) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.merge(targets, out);
    return out.toByteArray();
  }

  /** Returns the codes of a text as they stand in the file, sorted. */
  protected static List<String> originals(CodedText text) {
    return text.codes().stream().map(code -> code.kind() + " " + code.original()).sorted().toList();
  }

  private Stream<DynamicTest> each(Check check) throws IOException {
    return samples().entrySet().stream()
        .map(
            sample ->
                DynamicTest.dynamicTest(
                    sample.getKey(),
                    () -> {
                      Path file = file(sample.getKey(), sample.getValue());
                      check.run(file);
                      assertThat(Files.readAllBytes(file)).isEqualTo(sample.getValue());
                    }));
  }

  /** What to verify about a sample. */
  private interface Check {
    void run(Path file) throws IOException;
  }

  @Test
  void isFoundByIdAndHasExtensionsInLowerCase() {
    assertThat(FormatRegistry.load().byId(format().id())).get().hasSameClassAs(format());
    assertThat(format().extensions()).isNotEmpty().allMatch(name -> name.matches("[a-z0-9]+"));
  }

  @TestFactory
  Stream<DynamicTest> recognisesItsFiles() throws IOException {
    FormatRegistry registry = new FormatRegistry(List.of(format()));
    return each(
        file -> {
          byte[] content = Files.readAllBytes(file);
          byte[] head = Arrays.copyOf(content, Math.min(content.length, FormatRegistry.HEAD_BYTES));
          assertThat(format().matches(head)).isTrue();
          assertThat(registry.detect(file)).hasSameClassAs(format());
          if (format().isToldByName()) {
            return;
          }
          Path renamed = Files.copy(file, folder.resolve("renamed.bin"));
          assertThat(registry.detect(renamed)).hasSameClassAs(format());
          Files.delete(renamed);
        });
  }

  @TestFactory
  Stream<DynamicTest> writesTheSameBytesWithoutTargets() throws IOException {
    return each(
        file -> {
          try (Document document = format().open(file)) {
            assertThat(document.segments()).isNotEmpty();
            assertThat(merged(document, lookup(Map.of()))).isEqualTo(Files.readAllBytes(file));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> writesTheSameBytesWhereTargetsEqualSources() throws IOException {
    return each(
        file -> {
          try (Document document = format().open(file)) {
            assertThat(merged(document, targets(document, source -> source)))
                .isEqualTo(Files.readAllBytes(file));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> readsWhatItWroteWithEveryCodeInPlace() throws IOException {
    return each(
        file -> {
          try (Document document = format().open(file)) {
            TargetLookup targets = targets(document, DocumentFormatContract::pseudo);
            byte[] written = merged(document, targets);
            assertThat(written).isNotEqualTo(Files.readAllBytes(file));
            try (Document again = format().open(file("written-" + file.getFileName(), written))) {
              assertThat(ids(again)).isEqualTo(ids(document));
              for (int i = 0; i < document.segments().size(); i++) {
                Segment before = document.segments().get(i);
                Segment after = again.segments().get(i);
                CodedText expected = targets.target(before.id()).orElse(before.source());
                assertThat(originals(after.source()))
                    .as("codes of %s", before.id())
                    .isEqualTo(originals(before.source()));
                assertThat(after.source().plainText())
                    .as("text of %s", before.id())
                    .isEqualTo(expected.plainText());
                assertThat(after.stream()).isEqualTo(before.stream());
                assertThat(after.role()).isEqualTo(before.role());
                assertThat(after.skipRule()).isEqualTo(before.skipRule());
              }
            }
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> changesOnlyTheSegmentsThatHaveATarget() throws IOException {
    return each(
        file -> {
          try (Document document = format().open(file)) {
            Segment only =
                document.segments().stream()
                    .filter(segment -> segment.skipRule().isEmpty())
                    .findFirst()
                    .orElseThrow();
            byte[] written = merged(document, lookup(Map.of(only.id(), pseudo(only.source()))));
            try (Document again = format().open(file("written-" + file.getFileName(), written))) {
              for (int i = 0; i < document.segments().size(); i++) {
                Segment before = document.segments().get(i);
                assertThat(again.segments().get(i).source())
                    .isEqualTo(before.equals(only) ? pseudo(only.source()) : before.source());
              }
            }
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> givesEverySegmentItsOwnIdOnEveryRead() throws IOException {
    return each(
        file -> {
          try (Document first = format().open(file);
              Document second = format().open(file)) {
            assertThat(ids(first)).doesNotHaveDuplicates();
            assertThat(second.segments()).isEqualTo(first.segments());
            assertThat(second.coverage()).isEqualTo(first.coverage());
            assertThat(second.notices()).isEqualTo(first.notices());
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> writesTheSameBytesEachTime() throws IOException {
    return each(
        file -> {
          try (Document first = format().open(file);
              Document second = format().open(file)) {
            TargetLookup targets = targets(first, DocumentFormatContract::pseudo);
            byte[] written = merged(first, targets);
            assertThat(merged(first, targets)).isEqualTo(written);
            assertThat(merged(second, targets)).isEqualTo(written);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> accountsForAllText() throws IOException {
    return each(
        file -> {
          try (Document document = format().open(file)) {
            Coverage coverage = document.coverage();
            long inside =
                document.segments().stream()
                    .mapToLong(segment -> Coverage.characters(segment.source().plainText()))
                    .sum();
            long outside = coverage.outside().values().stream().mapToLong(Long::longValue).sum();
            assertThat(inside + outside).isEqualTo(coverage.total());
            assertThat(coverage.outside().values()).allMatch(count -> count > 0);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> keepsStreamsTogetherAndLineEndsOutOfText() throws IOException {
    return each(
        file -> {
          try (Document document = format().open(file)) {
            Set<String> seen = new HashSet<>();
            String current = "";
            for (Segment segment : document.segments()) {
              assertThat(segment.source().plainText()).doesNotContainPattern("\\R");
              if (!segment.stream().equals(current)) {
                current = segment.stream();
                assertThat(seen.add(current)).as("stream %s begins once", current).isTrue();
              }
            }
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> opensOrRefusesTruncatedFiles() throws IOException {
    return each(
        file -> {
          byte[] content = Files.readAllBytes(file);
          int step = Math.max(1, content.length / rounds(content, 24));
          for (int length = 0; length < content.length; length += step) {
            opensOrRefuses("truncated-" + file.getFileName(), Arrays.copyOf(content, length));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> opensOrRefusesDamagedFiles() throws IOException {
    return each(
        file -> {
          byte[] content = Files.readAllBytes(file);
          Random random = new Random(7);
          for (int round = 0; round < rounds(content, 40); round++) {
            byte[] damaged = content.clone();
            for (int i = 0; i <= round % 10; i++) {
              damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            opensOrRefuses("damaged-" + file.getFileName(), damaged);
          }
        });
  }

  @Test
  void opensOrRefusesRandomBytes() throws IOException {
    Random random = new Random(11);
    for (int round = 0; round < 50; round++) {
      byte[] garbage = new byte[random.nextInt(5000)];
      random.nextBytes(garbage);
      opensOrRefuses("garbage." + extension(), garbage);
    }
  }

  @Test
  void refusesAnEmptyFile() throws IOException {
    Path file = file("empty." + extension(), new byte[0]);
    assertRefused(file);
  }

  @Test
  void refusesAFileThatCannotBeRead() throws IOException {
    assertRefused(folder.resolve("missing." + extension()));
    assertRefused(Files.createDirectory(folder.resolve("folder." + extension())));
  }

  @ParameterizedTest
  @ValueSource(bytes = {'a', '\n', 0})
  void opensOrRefusesHugeFilesInBoundedTimeAndMemory(byte filler) throws IOException {
    byte[] block = new byte[1 << 20];
    Arrays.fill(block, filler);
    Path huge = folder.resolve("huge." + extension());
    try (OutputStream out = Files.newOutputStream(huge)) {
      out.write(samples().values().iterator().next());
      for (int size = 0; size < HUGE; size += block.length) {
        out.write(block);
      }
    }
    assertTimeoutPreemptively(LIMIT, () -> opensOrRefuses(huge));
  }

  /** Large files tell no more than small ones, but take longer. */
  private static int rounds(byte[] content, int atMost) {
    return content.length > 20_000 ? atMost / 8 : atMost;
  }

  private void opensOrRefuses(String name, byte[] content) throws IOException {
    opensOrRefuses(file(name, content));
  }

  /** Opens a file that need not be sound: what opens must also come back byte for byte. */
  protected final void opensOrRefuses(Path file) throws IOException {
    try (Document document = format().open(file)) {
      document.segments().forEach(segment -> assertThat(segment.source().marked()).isNotNull());
      byte[] written = merged(document, targets(document, source -> source));
      assertThat(Arrays.equals(written, Files.readAllBytes(file)))
          .as("the file comes back as it was")
          .isTrue();
      merged(document, targets(document, DocumentFormatContract::pseudo));
    } catch (DocumentException e) {
      assertOneLine(e, file);
    }
  }

  private void assertRefused(Path file) {
    assertThatThrownBy(() -> format().open(file).close())
        .isInstanceOfSatisfying(DocumentException.class, e -> assertOneLine(e, file));
  }

  private static void assertOneLine(DocumentException e, Path file) {
    assertThat(e.getMessage()).startsWith(file.toString()).doesNotContainPattern("\\R");
  }

  private String extension() {
    return format().extensions().stream().sorted().findFirst().orElseThrow();
  }

  private static List<SegmentId> ids(Document document) {
    return document.segments().stream().map(Segment::id).toList();
  }
}
