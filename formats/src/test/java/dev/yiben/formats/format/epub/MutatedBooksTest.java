package dev.yiben.formats.format.epub;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.format.epub.MutantJudge.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Breaks books in many ways, and holds what becomes of each to what holds for every book.
 *
 * <p>{@code -Dyiben.mutants=2000} takes that many, real small books among those that are broken,
 * and {@code -Dyiben.mutants.first=N} begins with another seed. What is found is written to {@code
 * target/mutants}, by its seed.
 */
class MutatedBooksTest {
  private static final int FEW = 300;

  /** EPUBCheck looks at one of so many. */
  private static final int SAMPLE = 15;

  private static final long SMALL = 5_000;
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Path CORPUS = Path.of("..", "..", "shared", "corpus", "epub");
  private static final Path FOUND = Path.of("target", "mutants");

  private static final String BODY =
      """
      <h1 id="top">A <em>heading</em></h1>
      <p id="p1">Text with a <a href="#p2">link</a>, a note<a epub:type="noteref" href="#n1">\
      <sup>1</sup></a>, a break<br/>and &amp; &#169; &lt; <span lang="fr">mots</span>.</p>
      <p><b><i>All bold</i></b> <img src="a.png" alt="A cat"/></p>
      <div>Loose <span>text</span><p>in a block</p>and after</div>
      <p><ruby>\u6F22\u5B57<rp>(</rp><rt>\u304B\u3093\u3058</rt><rp>)</rp></ruby>\u306E\u8A71</p>
      <table><caption>Rows</caption><tr><th>Head</th><td>Cell <code>x = 1</code></td></tr></table>
      <dl><dt>Term</dt><dd>What it <strong>means</strong></dd></dl>
      <pre>int a = 1;</pre>
      <p translate="no">Kept</p>
      <svg xmlns="http://www.w3.org/2000/svg"><text>drawn</text></svg>
      <blockquote><p>Verse<br/>second line<br/><br/>third</p></blockquote>
      <aside epub:type="footnote" id="n1"><p title="A note">Note <a href="#p1">back</a></p></aside>
      """;

  @TempDir Path folder;

  private static List<Map<String, byte[]>> books(boolean real) throws IOException {
    List<Map<String, byte[]>> books = new ArrayList<>();
    books.add(BookMutator.entries(Books.epub3(BODY).pack()));
    String legacy =
        BODY.replace(" epub:type=\"noteref\"", "").replace(" epub:type=\"footnote\"", "");
    books.add(BookMutator.entries(Books.epub2(legacy).pack()));
    byte[] utf16 = Books.xhtml(BODY).replace("UTF-8", "UTF-16").getBytes(UTF_16);
    books.add(BookMutator.entries(Books.epub3("").with("OEBPS/ch1.xhtml", utf16).pack()));
    if (real && Files.isDirectory(CORPUS)) {
      try (var files = Files.list(CORPUS)) {
        for (Path file : files.filter(path -> path.toFile().length() < SMALL).sorted().toList()) {
          books.add(BookMutator.entries(Files.readAllBytes(file)));
        }
      }
    }
    return books;
  }

  @Test
  void writesAMimetypeThatTheDirectoryLeavesOut() throws IOException {
    RawZip zip = BookMutator.zip(BookMutator.entries(Books.epub3(BODY).pack()));
    RawZip.Entry mimetype = zip.entries().get(0);
    assertThat(new String(mimetype.name, UTF_8)).isEqualTo("mimetype");
    mimetype.missingInDirectory = true;
    MutantJudge judge = new MutantJudge(folder);
    assertThat(judge.judge(zip.pack(), true)).isEqualTo(Verdict.TRANSLATED);
    mimetype.missingInDirectory = false;
    mimetype.crc++;
    assertThat(judge.judge(zip.pack(), true)).isEqualTo(Verdict.TRANSLATED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>\u306E<ruby>%s</ruby>\u3060</p>",
        "<p>\u306E<ruby>\u6F22<rt><div>\u304B\u3093</div></rt></ruby>\u3060</p>",
        "<p>\u306E<ruby><p>\u6F22</p>%s</ruby>\u3060</p>",
        "<p>\u306E<span style='display:none'>%s</span>\u3060</p>",
        "<p>\u306E<span translate='no'>%s<i translate='yes'>\u5B57</i></span>\u3060</p>"
      })
  void readsRubyOfAnySizeTheSameWithoutItsReadings(String body) throws IOException {
    String readings = "<rb>\u6F22</rb><rt>\u304B\u3093</rt>".repeat(500);
    byte[] book = Books.epub3(body.formatted(readings)).pack();
    assertThat(new MutantJudge(folder).judge(book, false)).isEqualTo(Verdict.TRANSLATED);
  }

  @Test
  void neitherCrashesNorHangsNorMakesBooksWorse() throws Exception {
    int count = Integer.getInteger("yiben.mutants", FEW);
    long first = Long.getLong("yiben.mutants.first", 1);
    BookMutator mutator = new BookMutator(books(count > FEW));
    MutantJudge judge = new MutantJudge(folder);
    Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    List<String> faults = new ArrayList<>();
    ExecutorService thread = Executors.newCachedThreadPool();
    for (long seed = first; seed < first + count; seed++) {
      byte[] book = mutator.book(seed);
      boolean thorough = seed % SAMPLE == 0;
      Future<Verdict> verdict = thread.submit(() -> judge.judge(book, thorough));
      try {
        verdicts.merge(verdict.get(LIMIT.toSeconds(), TimeUnit.SECONDS), 1, Integer::sum);
      } catch (ExecutionException e) {
        faults.add(seed + ": " + e.getCause());
        Files.write(Files.createDirectories(FOUND).resolve(seed + ".epub"), book);
      } catch (TimeoutException e) {
        faults.add(seed + ": takes over " + LIMIT);
        Files.write(Files.createDirectories(FOUND).resolve(seed + ".epub"), book);
        break;
      }
    }
    thread.shutdownNow();
    Files.writeString(Files.createDirectories(FOUND).resolve("verdicts.txt"), verdicts.toString());
    assertThat(faults).as("seeds of the faults among %s", verdicts).isEmpty();
    // A mutator that only makes books that are refused would find nothing.
    assertThat(verdicts.get(Verdict.TRANSLATED)).isGreaterThan(count / 2);
  }
}
