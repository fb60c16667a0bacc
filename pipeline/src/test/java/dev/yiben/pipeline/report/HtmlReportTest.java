package dev.yiben.pipeline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.yiben.pipeline.check.Finding;
import dev.yiben.pipeline.check.Severity;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader meets in a real browser; without one only what the page is made of is tested. */
class HtmlReportTest {
  private static final Path PICTURES = Path.of("target", "report");

  @TempDir static Path folder;
  private static Chromium chromium;

  @BeforeAll
  static void startBrowser() throws IOException {
    Optional<Path> program = Chromium.program();
    if (program.isPresent()) {
      chromium = Chromium.start(program.get());
    }
  }

  @AfterAll
  static void stopBrowser() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  void isOneFileThatAsksForNothing() throws IOException {
    String page = written(SampleJobs.book());

    assertThat(page).startsWith("<!doctype html>").contains("default-src 'none'");
    assertThat(page).doesNotContain("@STYLE", "@SCRIPT", "@DATA", "http://", "https://");
    assertThat(page).doesNotContain("innerHTML", "document.write", "eval(", "unsafe-inline");
    assertThat(page.split("</script>", -1)).hasSize(3);
  }

  @Test
  void isTheSameForTheSameJob() throws IOException {
    assertThat(written(SampleJobs.book())).isEqualTo(written(SampleJobs.book()));
  }

  @Test
  void halfOfACharacterDoesNotSpoilIt() throws IOException {
    assertThat(written(SampleJobs.single("#1", "a\ud83d", "b"))).contains("</html>");
  }

  @Test
  void tellsWhatCameOfAJob() throws Exception {
    BrowserPage page = opened("book.html", SampleJobs.book());

    assertThat(page.text("document.title")).isEqualTo("Translation report: 3 files → zh");
    assertThat(page.text("document.querySelector('.verdict').textContent"))
        .isEqualTo("1 file failed, 1 segment kept its source, 2 warnings.");
    assertThat(page.text("document.querySelector('#summary').innerText"))
        .contains("Files\n3\n", "Segments\n10\n", "2 min 42 s", "Requests\n24\n")
        .contains("47.2 k")
        .contains("Where every character went");
    assertThat(page.text("document.querySelector('#files').innerText"))
        .contains("00:61", "2 pictures have no description");
    assertThat(page.text("document.querySelector('#made').innerText"))
        .contains("qwen2.5-7b-instruct", "4.7 GB");
    assertThat(page.requests()).hasSize(1);
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void showsFirstWhatNeedsAttention() throws Exception {
    BrowserPage page = opened("book.html", SampleJobs.book());

    assertThat(count(page)).isEqualTo("1–3 of 3 segments that fit, of 10");
    assertThat(page.text("document.querySelectorAll('article').length")).isEqualTo("3");
    assertThat(page.text("document.querySelector('#s0-1 .target').textContent"))
        .contains("马罗")
        .contains("↵\n");
    assertThat(page.text("document.querySelector('#s0-1 .target mark.hit').textContent"))
        .isEqualTo("马罗");
    assertThat(page.text("document.querySelector('#s0-1 .source .chip:nth-of-type(2)').title"))
        .contains("noteref");
    assertThat(page.text("document.querySelector('#s0-1 .target').lang")).isEqualTo("zh");
    page.click("[data-show=all]");
    assertThat(page.text("document.querySelectorAll('article').length")).isEqualTo("10");
    assertThat(page.text("document.querySelectorAll('.file-heading').length")).isEqualTo("2");
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void filtersBySeverityCheckFateAndFile() throws Exception {
    BrowserPage page = opened("book.html", SampleJobs.book());

    page.select("#check", "NUM-001");
    assertThat(shown(page)).isEqualTo("s0-3");
    page.click("#reset");
    page.select("#fate", "reused/tm-context");
    assertThat(shown(page)).isEqualTo("s0-4");
    page.click("#reset");
    page.select("#file", "1");
    assertThat(shown(page)).isEqualTo("s0-7 s0-8 s0-9");
    page.select("#severity", "suppressed");
    assertThat(count(page)).isEqualTo("No segment fits");
    page.select("#file", "");
    assertThat(shown(page)).isEqualTo("s0-4");
    page.click("#reset");
    page.click("#findings tbody tr button");
    assertThat(shown(page)).isIn("s0-1", "s0-3");
    assertThat(page.text("location.hash")).startsWith("#?check=");
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void findsTextWithTheKeyboardAlone() throws Exception {
    BrowserPage page = opened("book.html", SampleJobs.book());

    page.click("#reset");
    page.press("/");
    page.type("GULL");
    page.await("document.querySelectorAll('article').length === 2");
    assertThat(shown(page)).isEqualTo("s0-1 s0-6");
    assertThat(page.text("document.querySelector('#s0-6 mark.found').textContent"))
        .isEqualTo("gull");
    page.text("document.activeElement.blur()");
    page.press("j");
    page.press("j");
    assertThat(page.text("document.activeElement.id")).isEqualTo("s0-6");
  }

  @Test
  void leadsFromTermsAndLinksToSegments() throws Exception {
    BrowserPage page = opened("book.html", SampleJobs.book());

    page.click("#terms tbody a");
    page.await("document.activeElement.id === 's0-1'");
    page.open(address("book.html") + "#s0-6");
    assertThat(page.text("document.activeElement.id")).isEqualTo("s0-6");
    page.open(address("book.html") + "#?fate=skipped");
    assertThat(shown(page)).isEqualTo("s0-2");
    page.click("#terms .tools button:nth-of-type(3)");
    assertThat(page.text("document.querySelector('#terms tbody').innerText")).contains("harbour");
  }

  @Test
  void writesEveryScriptInItsDirection() throws Exception {
    BrowserPage page = opened("book.html", SampleJobs.book());

    page.click("[data-show=all]");
    assertThat(page.text("getComputedStyle(document.querySelector('#s0-7 .source')).direction"))
        .isEqualTo("rtl");
    assertThat(page.text("getComputedStyle(document.querySelector('#s0-8 .source')).writingMode"))
        .isEqualTo("vertical-lr");
    assertThat(page.text("document.querySelector('#s0-7 .source').lang")).isEqualTo("ar");
  }

  @Test
  void isDarkWhereThatIsPreferredOrChosen() throws Exception {
    BrowserPage page = opened("book.html", SampleJobs.book());
    String light = page.text("getComputedStyle(document.body).backgroundColor");

    page.prefersDark(true);
    String dark = page.text("getComputedStyle(document.body).backgroundColor");
    assertThat(dark).isNotEqualTo(light);
    page.click("#theme");
    assertThat(page.text("getComputedStyle(document.body).backgroundColor")).isEqualTo(light);
    page.prefersDark(false);
    page.click("#theme");
    assertThat(page.text("getComputedStyle(document.body).backgroundColor")).isEqualTo(dark);
    page.click("#theme");
    assertThat(page.text("document.querySelector('#theme').textContent")).isEqualTo("Theme: auto");
  }

  @Test
  void isReadableOnNarrowScreensAndInPrint() throws Exception {
    BrowserPage page = opened("book.html", SampleJobs.book());

    page.click("[data-show=all]");
    page.width(1280);
    page.screenshot(PICTURES.resolve("light.png"), 2400);
    page.prefersDark(true);
    page.screenshot(PICTURES.resolve("dark.png"), 2400);
    page.width(390);
    assertThat(page.text("document.documentElement.scrollWidth")).isEqualTo("390");
    page.screenshot(PICTURES.resolve("narrow.png"), 3200);
    assertThat(page.call("Page.printToPDF", Map.of()).get("data").asString().length())
        .isGreaterThan(10_000);
  }

  @Test
  void hostileTextStaysText() throws Exception {
    String hostile =
        "</script><script>document.title='owned'</script><img src=x onerror=alert(1)>"
            + "<!--\u2028${'a'}\u0000";
    BrowserPage page =
        opened(
            "hostile.html",
            SampleJobs.single(
                hostile, hostile, hostile, new Finding("X-<b>", Severity.WARNING, hostile)));

    assertThat(page.text("document.title")).isEqualTo("Translation report: a.txt → ja");
    assertThat(page.text("document.querySelector('.source').textContent")).isEqualTo(hostile);
    assertThat(page.text("document.images.length + document.scripts.length")).isEqualTo("2");
    assertThat(page.requests()).hasSize(1);
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void fiftyThousandSegmentsOpenAtOnce() throws Exception {
    long begin = System.nanoTime();
    BrowserPage page = opened("large.html", SampleJobs.large(50_000));
    double seconds = (System.nanoTime() - begin) / 1e9;

    assertThat(count(page)).isEqualTo("1–50 of 50 segments that fit, of 50,000");
    page.click("[data-show=all]");
    assertThat(page.text("document.querySelectorAll('article').length")).isEqualTo("100");
    long search = System.nanoTime();
    page.text("document.querySelector('#query').focus()");
    page.type("第49999句");
    page.await("document.querySelectorAll('article').length === 1");
    assertThat((System.nanoTime() - search) / 1e9).isLessThan(5);
    assertThat(shown(page)).isEqualTo("s0-49998");
    assertThat(seconds).isLessThan(20);
  }

  @Test
  void languagesAreChosenAbove() throws Exception {
    BrowserPage page =
        opened("two.html", SampleJobs.book(), SampleJobs.single("#1", "Good morning.", "おはよう。"));

    page.click("#jobs button:nth-of-type(2)");
    assertThat(page.text("document.title")).isEqualTo("Translation report: a.txt → ja");
    assertThat(page.text("document.querySelector('.verdict').textContent"))
        .contains("the checks found nothing");
    page.click("#jobs button:nth-of-type(1)");
    assertThat(page.text("document.title")).contains("zh");
  }

  private static String written(JobReport... jobs) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new HtmlReport().write(List.of(jobs), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static BrowserPage opened(String name, JobReport... jobs) throws Exception {
    assumeTrue(
        chromium != null, "No browser: install the package chromium to test reports as pages");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      new HtmlReport().write(List.of(jobs), out);
    }
    BrowserPage page = chromium.page();
    page.open(address(name));
    return page;
  }

  private static String address(String name) {
    return folder.resolve(name).toUri().toString();
  }

  private static String count(BrowserPage page) {
    return page.text("document.querySelector('#count').textContent");
  }

  private static String shown(BrowserPage page) {
    return page.text("[...document.querySelectorAll('article')].map(each => each.id).join(' ')");
  }
}
