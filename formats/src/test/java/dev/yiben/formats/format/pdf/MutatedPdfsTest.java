package dev.yiben.formats.format.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.DocumentFormat;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.pdf.MadePdf;
import dev.yiben.formats.pdf.score.Trial;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Breaks PDF files in many ways: each is refused in a clear line, or comes back as it was, and is
 * written in a file that can be read.
 *
 * <p>{@code -Dyiben.mutants=5000} takes that many, {@code -Dyiben.mutants.first=N} begins with
 * another seed. What is found is written to {@code target/mutants}, by its seed.
 */
final class MutatedPdfsTest {
  private static final int LONGEST_FAULT = 600;
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Path FOUND = Path.of("target", "mutants");
  private static final DocumentFormat FORMAT = new PdfFormat();

  @TempDir private Path folder;

  /** What became of a file. */
  private enum Verdict {
    REFUSED,
    NOTHING_TO_TRANSLATE,
    /** A page could not be written, and that was told. */
    LEFT,
    TRANSLATED
  }

  private static List<byte[]> files() throws IOException {
    List<byte[]> files = new ArrayList<>();
    for (byte[] file :
        List.of(MadePdf.letter(), MadePdf.columns(), MadePdf.table(), MadePdf.links())) {
      files.add(file);
      files.add(opened(file));
    }
    return files;
  }

  /** Returns a file with content streams and objects in plain text, in which more can be broken. */
  private static byte[] opened(byte[] file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file)) {
      for (int i = 0; i < document.getNumberOfPages(); i++) {
        try (var in = document.getPage(i).getContents()) {
          byte[] content = in.readAllBytes();
          var plain = new PDStream(document, new ByteArrayInputStream(content));
          document.getPage(i).setContents(plain);
        }
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.setDocumentId(1L);
      document.save(out, CompressParameters.NO_COMPRESSION);
      return out.toByteArray();
    }
  }

  @Test
  void neitherCrashesNorHangs() throws Exception {
    int count = Integer.getInteger("yiben.mutants", 1000);
    long first = Long.getLong("yiben.mutants.first", 1);
    List<byte[]> files = files();
    Map<Verdict, Integer> verdicts = new TreeMap<>();
    List<String> faults = new ArrayList<>();
    ExecutorService thread = Executors.newCachedThreadPool();
    for (long seed = first; seed < first + count; seed++) {
      Random random = new Random(seed * 0x9E3779B97F4A7C15L);
      byte[] mutant = mutated(files.get(random.nextInt(files.size())), random);
      Path file = Files.write(folder.resolve("mutant.pdf"), mutant);
      Future<Verdict> verdict = thread.submit(() -> judge(file));
      String fault = "";
      try {
        verdicts.merge(verdict.get(LIMIT.toSeconds(), TimeUnit.SECONDS), 1, Integer::sum);
      } catch (ExecutionException e) {
        fault = fault(e.getCause());
      } catch (TimeoutException e) {
        fault = "takes over " + LIMIT;
      }
      if (!fault.isEmpty()) {
        faults.add(seed + ": " + fault);
        Files.write(Files.createDirectories(FOUND).resolve(seed + ".pdf"), mutant);
      }
    }
    thread.shutdownNow();
    assertThat(faults).as("seeds of the faults among %s", verdicts).isEmpty();
    // Mutants that are all refused would find nothing.
    assertThat(verdicts.get(Verdict.TRANSLATED)).as("%s", verdicts).isGreaterThan(count / 2);
    assertThat(verdicts.getOrDefault(Verdict.LEFT, 0)).isLessThan(count / 50);
  }

  private static String fault(Throwable failure) {
    String trace =
        failure
            + " "
            + Arrays.stream(failure.getStackTrace())
                .limit(12)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" "));
    return trace.substring(0, Math.min(trace.length(), LONGEST_FAULT)).replaceAll("\\R", " ");
  }

  private static byte[] mutated(byte[] file, Random random) {
    String text = new String(file, StandardCharsets.ISO_8859_1);
    String mutant =
        switch (random.nextInt(6)) {
          case 0 -> text.substring(0, random.nextInt(text.length()));
          case 1 -> bytes(text, random);
          case 2 -> numbers(text, random);
          case 3 -> moved(text, random);
          case 4 -> words(text, random);
          default -> words(numbers(text, random), random);
        };
    return mutant.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String bytes(String text, Random random) {
    StringBuilder mutant = new StringBuilder(text);
    for (int times = 1 + random.nextInt(20); times > 0; times--) {
      mutant.setCharAt(random.nextInt(text.length()), (char) random.nextInt(256));
    }
    return mutant.toString();
  }

  /** Puts other numbers in the places of some: huge, negative, of other objects. */
  private static String numbers(String text, Random random) {
    List<String> others =
        List.of("0", "-1", "1", "99999999999", "1e38", "-0.00001", "2147483648", "7", "NaN");
    return replaced(text, "[0-9.]+", others, random);
  }

  /** Puts other operators, names and brackets in the places of some. */
  private static String words(String text, Random random) {
    List<String> others =
        List.of(
            "q", "Q", "BT", "ET", "Tj", "TJ", "'", "cm", "Do", "/F1", "/Page", "/Pages", "<<", ">>",
            "[", "]", "(", ")", "obj", "endobj", "R", "null", "stream", "W n", "7 Tr", "/Kids");
    return replaced(text, "/?[A-Za-z]+\\*?|<<|>>|[\\[\\]()]", others, random);
  }

  private static String replaced(String text, String pattern, List<String> others, Random random) {
    var matches = Pattern.compile(pattern).matcher(text).results().toList();
    StringBuilder mutant = new StringBuilder(text);
    List<Integer> chosen = new ArrayList<>();
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      chosen.add(random.nextInt(matches.size()));
    }
    chosen.stream()
        .distinct()
        .sorted(Comparator.reverseOrder())
        .forEach(
            index ->
                mutant.replace(
                    matches.get(index).start(),
                    matches.get(index).end(),
                    others.get(random.nextInt(others.size()))));
    return mutant.toString();
  }

  private static String moved(String text, Random random) {
    int from = random.nextInt(text.length());
    int to = Math.min(text.length(), from + 1 + random.nextInt(300));
    String piece = text.substring(from, to);
    StringBuilder mutant = new StringBuilder(text);
    if (random.nextBoolean()) {
      mutant.delete(from, to);
    }
    return mutant.insert(random.nextInt(mutant.length() + 1), piece).toString();
  }

  private Verdict judge(Path file) throws IOException {
    Map<String, String> before = new LinkedHashMap<>();
    try (Document document = FORMAT.open(file, FormatOptions.DEFAULT.into("fr"))) {
      document.segments().forEach(s -> before.put(s.id().value(), s.source().marked()));
      assertThat(document.notices()).allMatch(notice -> notice.lines().count() <= 1);
    } catch (DocumentException e) {
      assertThat(e.getMessage()).startsWith(file.toString()).doesNotContainPattern("\\R");
      return Verdict.REFUSED;
    }
    Path written = folder.resolve("written.pdf");
    Trial.translate(file, written, source -> source);
    assertThat(Files.mismatch(file, written)).as("comes back as it was").isEqualTo(-1);
    var translated = Trial.translate(file, written, MutatedPdfsTest::accented);
    assertThat(translated.problems()).allMatch(problem -> problem.lines().count() == 1);
    if (Files.mismatch(file, written) < 0) {
      return Verdict.NOTHING_TO_TRANSLATE;
    }
    if (translated.problems().stream().anyMatch(problem -> problem.contains("left as it is"))) {
      return Verdict.LEFT;
    }
    try (Document again = FORMAT.open(written, FormatOptions.DEFAULT)) {
      assertThat(again.segments().stream().anyMatch(s -> s.source().plainText().contains("\u00E9")))
          .as("the translation can be read")
          .isTrue();
    }
    return Verdict.TRANSLATED;
  }

  private static CodedText accented(CodedText source) {
    return source.withMarked(source.marked().replace('e', '\u00E9').replace('a', '\u00E0'));
  }
}
