package dev.yiben.formats.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.Segment;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.epub.BookMutator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Breaks documents in many ways, and holds what becomes of each to what holds for every document.
 *
 * <p>{@code -Dyiben.mutants=5000} takes that many, real small documents among those that are
 * broken, and {@code -Dyiben.mutants.first=N} begins with another seed. What is found is written to
 * {@code target/mutants}, by its seed.
 */
final class MutatedDocumentsTest {
  private static final int MANY = 1000;
  private static final int LONGEST_FAULT = 600;
  private static final long SMALL = 12_000;
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Path CORPUS = Path.of("../../shared/corpus/docx");
  private static final Path LETTER = Path.of("../samples/letter.docx");
  private static final Path FOUND = Path.of("target", "mutants");

  @TempDir private Path folder;

  /** What became of a document. */
  private enum Verdict {
    REFUSED,
    /** Elements where no schema allows them may be read in another way once they are written. */
    READ_DIFFERENTLY,
    OPENED
  }

  private static Map<String, byte[]> documents(boolean real) throws IOException {
    Map<String, byte[]> documents = new LinkedHashMap<>(PoiDocuments.all());
    documents.put("letter.docx", Files.readAllBytes(LETTER));
    if (real && Files.isDirectory(CORPUS)) {
      try (Stream<Path> files = Files.list(CORPUS)) {
        for (Path file : files.filter(path -> path.toFile().length() < SMALL).sorted().toList()) {
          if (isSound(file)) {
            documents.put(file.getFileName().toString(), Files.readAllBytes(file));
          }
        }
      }
    }
    return documents;
  }

  private static boolean isSound(Path file) {
    try {
      DocumentJudge.open(file).close();
      return true;
    } catch (DocumentException e) {
      return false;
    }
  }

  @Test
  void neitherCrashesNorHangsNorLosesText() throws Exception {
    int count = Integer.getInteger("yiben.mutants", MANY);
    long first = Long.getLong("yiben.mutants.first", 1);
    Map<String, byte[]> documents = documents(count > MANY);
    List<String> names = List.copyOf(documents.keySet());
    Map<String, Integer> verdicts = new TreeMap<>();
    List<String> faults = new ArrayList<>();
    ExecutorService thread = Executors.newCachedThreadPool();
    for (long seed = first; seed < first + count; seed++) {
      Random random = new Random(seed * 0x9E3779B97F4A7C15L);
      String name = names.get(random.nextInt(names.size()));
      byte[] mutant = mutated(documents.get(name), random);
      Path file = Files.write(folder.resolve(name), mutant);
      Future<Verdict> verdict = thread.submit(() -> judge(file));
      String fault = "";
      try {
        Verdict found = verdict.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        verdicts.merge(name + " " + found, 1, Integer::sum);
      } catch (ExecutionException e) {
        fault = String.valueOf(e.getCause()).lines().limit(20).collect(Collectors.joining(" "));
        fault = fault.substring(0, Math.min(fault.length(), LONGEST_FAULT));
      } catch (TimeoutException e) {
        fault = "takes over " + LIMIT;
      }
      if (!fault.isEmpty()) {
        faults.add(seed + " " + name + ": " + fault);
        Files.write(Files.createDirectories(FOUND).resolve(seed + "-" + name), mutant);
      }
    }
    thread.shutdownNow();
    Files.writeString(Files.createDirectories(FOUND).resolve("documents.txt"), verdicts.toString());
    assertThat(faults).as("seeds of the faults among %s", verdicts).isEmpty();
    // Mutants that are all refused would find nothing.
    for (String name : PoiDocuments.all().keySet()) {
      int opened = verdicts.get(name + " " + Verdict.OPENED);
      assertThat(opened).as(name).isGreaterThan(verdicts.get(name + " " + Verdict.REFUSED));
      assertThat(verdicts.getOrDefault(name + " " + Verdict.READ_DIFFERENTLY, 0))
          .as("of %s, %d of which were read again as they were written", name, opened)
          .isLessThan(opened / 20);
    }
  }

  private static byte[] mutated(byte[] document, Random random) throws IOException {
    PackedParts parts = PackedParts.of(document);
    int kind = random.nextInt(10);
    if (kind == 0) {
      return BookMutator.torn(parts.byName(), random);
    }
    if (kind < 3) {
      return new BookMutator(List.of(parts.byName())).restructured(parts.byName(), random);
    }
    List<String> names =
        parts.byName().keySet().stream().filter(name -> name.matches(".*\\.(xml|rels)")).toList();
    XmlMutator xml = new XmlMutator(random);
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      // Most of a document is in few parts, which are the longest.
      String one = names.get(random.nextInt(names.size()));
      String other = names.get(random.nextInt(names.size()));
      String name = parts.byName().get(one).length > parts.byName().get(other).length ? one : other;
      byte[] part = parts.byName().get(name);
      parts
          .byName()
          .put(name, kind == 3 ? BookMutator.brokenMarkup(part, random) : xml.mutated(part));
    }
    return parts.pack();
  }

  private Verdict judge(Path file) throws IOException {
    try (Document document = DocumentJudge.open(file)) {
      assertThat(document.notices()).allMatch(notice -> notice.lines().count() == 1);
    } catch (DocumentException e) {
      assertThat(e.getMessage()).startsWith(file.toString()).doesNotContainPattern("\\R");
      return Verdict.REFUSED;
    }
    DocumentJudge.assertIdentity(file);
    Path written = folder.resolve("translated-" + file.getFileName());
    List<Segment> segments = DocumentJudge.write(file, written);
    try (Document again = DocumentJudge.open(written)) {
      List<Segment> others = again.segments();
      return DocumentJudge.isTranslation(segments, others)
          ? Verdict.OPENED
          : Verdict.READ_DIFFERENTLY;
    }
  }
}
