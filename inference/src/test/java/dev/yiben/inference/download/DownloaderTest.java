package dev.yiben.inference.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class DownloaderTest {
  private static final int SIZE = 5_000_000;
  private static final byte[] MODEL = FileServer.model(SIZE);
  private static final String HASH = FileServer.sha256(MODEL);

  @TempDir Path folder;
  private final FileServer server = new FileServer();
  private final List<String> notices = new ArrayList<>();
  private Path target;

  @BeforeEach
  void chooseTarget() {
    target = folder.resolve("models/m.gguf");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void fetch(URI uri) throws InterruptedException {
    fetch(RemoteAddress.open(uri), Optional.empty(), 1L << 40);
  }

  private void fetch(RemoteAddress address, Optional<String> sha256, long space)
      throws InterruptedException {
    Pace pace = new Pace(4, Duration.ofSeconds(2), Duration.ofMillis(1), Duration.ofSeconds(1), 6);
    new Downloader(
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(),
            pace,
            any -> space,
            new DownloadListener() {
              @Override
              public void onNotice(String notice) {
                notices.add(notice);
              }
            })
        .fetch(address, target, new Wanted("GGUF", sha256, file -> {}));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(f -> f.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  private void assertComplete() throws IOException {
    assertThat(target).hasBinaryContent(MODEL);
    assertThat(files()).containsExactly("m.gguf");
  }

  @Test
  void fetchesInSeveralConnections() throws Exception {
    server.serve("/m.gguf", MODEL);

    fetch(server.uri("/m.gguf"));

    assertComplete();
    assertThat(notices).isEmpty();
    assertThat(server.requests().stream().filter(r -> r.contains("Range=bytes="))).hasSize(6);
  }

  @Test
  void goesOnWhenConnectionsAreDropped() throws Exception {
    server.serve("/m.gguf", MODEL).drop(5, 300_000);

    fetch(server.uri("/m.gguf"));

    assertComplete();
    assertThat(server.dropsLeft()).isZero();
    assertThat(notices).hasSize(5).allMatch(notice -> notice.contains("; trying again in "));
  }

  @Test
  void keepsWhatIsThereWhenItGivesUpAndGoesOnNextTime() throws Exception {
    server.serve("/m.gguf", MODEL).drop(1000, 20_000);
    assertThatThrownBy(() -> fetch(server.uri("/m.gguf")))
        .isInstanceOf(InferenceException.class)
        .hasMessageContaining("6 times; what is there stays, and the same command goes on");
    assertThat(files()).containsExactly("m.gguf.part", "m.gguf.part.json");

    server.drop(0, 0);
    server.requests().clear();
    fetch(server.uri("/m.gguf"));

    assertComplete();
    assertThat(server.requests())
        .as("goes on within a part")
        .anyMatch(
            request ->
                request.matches(
                    ".*Range=bytes=[1-9][02468]0000-1048575.*|.*Range=bytes=[1-9]0000-1048575.*"));
  }

  @Test
  void throwsAwayAWrongFileAndFetchesItOnceMore() throws Exception {
    AtomicInteger probes = new AtomicInteger();
    server.serve("/cdn", FileServer.spoiled(MODEL));
    server.answer(
        "/m.gguf",
        exchange -> {
          if ("bytes=0-3".equals(exchange.getRequestHeaders().getFirst("Range"))
              && probes.incrementAndGet() == 2) {
            server.content(MODEL).etag("\"two\"");
          }
          redirect("/cdn").handle(exchange);
        });

    fetch(server.uri("/m.gguf"));

    assertComplete();
    assertThat(notices).hasSize(1);
    assertThat(notices.get(0))
        .contains("the checksum is wrong")
        .contains("thrown away and fetched once more");
  }

  @Test
  void keepsNothingOfAFileThatIsWrongTwice() throws Exception {
    server.serve("/cdn", FileServer.spoiled(MODEL)).answer("/m.gguf", redirect("/cdn"));

    assertThatThrownBy(() -> fetch(server.uri("/m.gguf")))
        .isInstanceOf(InferenceException.class)
        .hasMessageContaining("the checksum is wrong")
        .hasMessageContaining("for the second time; nothing of it was kept");
    assertThat(files()).isEmpty();
  }

  /** As Hugging Face does: the redirection names the hash and the size. */
  private static FileServer.Handler redirect(String where) {
    return FileServer.status(
        302, "", "Location", where, "X-Linked-ETag", '"' + HASH + '"', "X-Linked-Size", "" + SIZE);
  }

  @Test
  void takesTheChecksumOfTheUserWhereTheServerNamesNone() throws Exception {
    server.serve("/m.gguf", MODEL);
    RemoteAddress address = RemoteAddress.open(server.uri("/m.gguf"));

    fetch(address, Optional.of(HASH), 1L << 40);
    assertComplete();

    Files.delete(target);
    assertThatThrownBy(() -> fetch(address, Optional.of("0".repeat(64)), 1L << 40))
        .hasMessageContaining("the checksum is wrong");
    assertThat(files()).isEmpty();
  }

  @Test
  void refusesAtOnceWhenTheServerNamesAnotherChecksumThanTheUser() {
    server.serve("/cdn", MODEL).answer("/m.gguf", redirect("/cdn"));

    assertThatThrownBy(
            () ->
                fetch(
                    RemoteAddress.open(server.uri("/m.gguf")),
                    Optional.of("0".repeat(64)),
                    1L << 40))
        .hasMessageContaining("another file than the checksum names");
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void beginsAnewWhenTheFileChangesBetweenItsParts() throws Exception {
    AtomicInteger parts = new AtomicInteger();
    server.serve("/unused", FileServer.spoiled(MODEL));
    server.answer(
        "/m.gguf",
        exchange -> {
          if (parts.incrementAndGet() == 4) {
            server.content(MODEL).etag("\"two\"");
          }
          server.file(exchange);
        });

    fetch(server.uri("/m.gguf"));

    assertComplete();
    assertThat(notices).hasSize(1);
    assertThat(notices.get(0)).contains("has changed; it is fetched anew");
  }

  @Test
  void beginsAnewWhenTheFileHasChangedSinceTheLastAttempt() throws Exception {
    server.serve("/m.gguf", FileServer.spoiled(MODEL)).drop(1000, 20_000);
    assertThatThrownBy(() -> fetch(server.uri("/m.gguf"))).isInstanceOf(InferenceException.class);
    server.content(MODEL).etag("\"two\"").drop(0, 0);

    fetch(server.uri("/m.gguf"));

    assertComplete();
  }

  @Test
  void takesAFileWholeFromAServerWithoutRanges() throws Exception {
    server.serve("/m.gguf", MODEL).withoutRanges().drop(2, 300_000);

    fetch(server.uri("/m.gguf"));

    assertComplete();
  }

  @Test
  void takesAFileOfUnknownLength() throws Exception {
    server.serve("/m.gguf", MODEL).withoutRanges().withoutLengths().drop(1, 300_000);

    fetch(server.uri("/m.gguf"));

    assertComplete();
  }

  @Test
  void leavesNothingWhereNoLaterRunCouldGoOn() throws Exception {
    server.serve("/m.gguf", MODEL).etag(null).drop(1000, 20_000);

    assertThatThrownBy(() -> fetch(server.uri("/m.gguf"))).isInstanceOf(InferenceException.class);

    assertThat(files()).isEmpty();
  }

  @Test
  void tellsAWebPageFromAModel() throws Exception {
    server.answer(
        "/m.gguf", FileServer.status(200, "<html>Log in</html>", "Content-Type", "text/html"));

    assertThatThrownBy(() -> fetch(server.uri("/m.gguf")))
        .isInstanceOf(InferenceException.class)
        .hasMessageContaining("web page instead of a model");
    server.answer("/text", FileServer.status(200, "some other file"));
    assertThatThrownBy(() -> fetch(server.uri("/text"))).hasMessageContaining("no GGUF model file");
    assertThat(files()).isEmpty();
  }

  @Test
  void saysWhatToDoWhereAccessIsRefused() throws Exception {
    server.answer("/m.gguf", FileServer.status(401, "", "X-Error-Code", "GatedRepo"));

    assertThatThrownBy(
            () ->
                fetch(
                    new RemoteAddress(
                        server.uri("/m.gguf"), Optional.empty(), "accept the licence"),
                    Optional.empty(),
                    1L << 40))
        .hasMessageContaining("access is refused (401, GatedRepo); accept the licence")
        .extracting(e -> ((InferenceException) e).category())
        .isEqualTo(Category.USER);
    assertThat(server.requests()).hasSize(1);
    assertThat(files()).isEmpty();
  }

  @Test
  void knowsAFileThatIsNotThere() {
    server.answer("/", FileServer.status(404, "no"));

    assertThatThrownBy(() -> fetch(server.uri("/m.gguf"))).isInstanceOf(NotFoundException.class);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void waitsAsLongAsTheServerAsks() throws Exception {
    AtomicInteger count = new AtomicInteger();
    server.serve("/file", MODEL);
    server.answer(
        "/m.gguf",
        exchange -> {
          if (count.incrementAndGet() == 3) {
            FileServer.status(429, "", "Retry-After", "1").handle(exchange);
          } else {
            server.file(exchange);
          }
        });
    long start = System.nanoTime();

    fetch(server.uri("/m.gguf"));

    assertComplete();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(950));
    assertThat(notices).anyMatch(notice -> notice.contains("(too many requests); trying again"));
  }

  @Test
  void doesNotWaitForHours() {
    server.answer("/m.gguf", FileServer.status(503, "", "Retry-After", "7200"));

    assertThatThrownBy(() -> fetch(server.uri("/m.gguf")))
        .hasMessageContaining("asks to wait 120 minutes");
  }

  @Test
  void givesUpAConnectionThatGoesSilent() throws Exception {
    AtomicInteger count = new AtomicInteger();
    server.serve("/file", MODEL);
    server.answer(
        "/m.gguf",
        exchange -> {
          if (count.incrementAndGet() == 3) {
            exchange.getResponseHeaders().set("ETag", "\"one\"");
            String asked = exchange.getRequestHeaders().getFirst("Range").substring(6);
            exchange.getResponseHeaders().set("Content-Range", "bytes " + asked + "/" + SIZE);
            exchange.sendResponseHeaders(206, 1_000_000);
            exchange.getResponseBody().write(new byte[0]);
            exchange.getResponseBody().flush();
            sleep();
          } else {
            server.file(exchange);
          }
        });

    fetch(server.uri("/m.gguf"));

    assertComplete();
    assertThat(notices).anyMatch(notice -> notice.contains("has gone silent; trying again"));
  }

  private static void sleep() {
    try {
      Thread.sleep(30_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void asksForRoomBeforeItBegins() throws Exception {
    server.serve("/m.gguf", MODEL);

    assertThatThrownBy(
            () -> fetch(RemoteAddress.open(server.uri("/m.gguf")), Optional.empty(), 1_000_000))
        .hasMessageContaining("5 MB are missing and the disk has room for 1 MB")
        .extracting(e -> ((InferenceException) e).category())
        .isEqualTo(Category.RESOURCE);
    assertThat(files()).isEmpty();
  }

  @Test
  void keepsTheTokenFromOtherServers() throws Exception {
    try (FileServer other = new FileServer()) {
      other.serve("/cdn", MODEL);
      server.answer(
          "/start", FileServer.status(307, "", "Location", "/m.gguf", "X-Linked-Size", "" + SIZE));
      server.answer("/m.gguf", redirect(other.uri("/cdn").toString()));
      RemoteAddress address =
          new RemoteAddress(server.uri("/start"), AccessToken.of("hf_secret"), "");

      fetch(address, Optional.empty(), 1L << 40);

      assertComplete();
      assertThat(server.requests()).allMatch(r -> r.contains("Authorization=Bearer hf_secret"));
      assertThat(other.requests()).isNotEmpty().noneMatch(r -> r.contains("Authorization"));
      assertThat(address.toString() + address.token()).doesNotContain("hf_secret");
    }
  }

  @Test
  void boundsRedirections() {
    server.answer("/m.gguf", FileServer.status(302, "", "Location", "/m.gguf"));
    assertThatThrownBy(() -> fetch(server.uri("/m.gguf"))).hasMessageContaining("in circles");

    server.answer("/file", FileServer.status(302, "", "Location", "file:///etc/passwd"));
    assertThatThrownBy(() -> fetch(server.uri("/file")))
        .hasMessageContaining("only http and https addresses can be fetched");
  }

  @Test
  void takesWebAddressesOnly() {
    for (String bad :
        List.of(
            "file:///m.gguf", "ftp://host/m.gguf", "m.gguf", "https:/m", "https://u:p@host/m")) {
      assertThatThrownBy(() -> RemoteAddress.open(URI.create(bad)))
          .isInstanceOf(InferenceException.class)
          .hasMessageNotContaining("u:p");
    }
  }

  @Test
  void stopsWhenInterruptedAndGoesOnNextTime() throws Exception {
    server.serve("/file", MODEL);
    AtomicInteger count = new AtomicInteger();
    Thread caller = Thread.currentThread();
    server.answer(
        "/m.gguf",
        exchange -> {
          if (count.incrementAndGet() == 6) {
            caller.interrupt();
            sleep();
          }
          server.file(exchange);
        });

    assertThatThrownBy(() -> fetch(server.uri("/m.gguf"))).isInstanceOf(InterruptedException.class);
    assertThat(files()).containsExactly("m.gguf.part", "m.gguf.part.json");
    fetch(server.uri("/m.gguf"));

    assertComplete();
  }

  @Test
  void doesNotTakePartInWhatAnotherRunFetches() throws Exception {
    server.serve("/m.gguf", MODEL);
    try (PartialFile other = PartialFile.open(target)) {
      assertThat(other.done()).isZero();
      assertThatThrownBy(() -> fetch(server.uri("/m.gguf")))
          .hasMessageContaining("is being fetched already");
    }
  }

  @Test
  void doesNotTrustAnAccountThatMakesNoSense() throws Exception {
    server.serve("/m.gguf", MODEL);
    Files.createDirectories(target.getParent());
    for (String account :
        List.of(
            "{",
            "[]",
            "null",
            "{\"content\":\"\\\"one\\\"\",\"size\":5000000,\"chunk\":0,\"done\":[]}",
            "{\"content\":\"\\\"one\\\"\",\"size\":5000000,\"chunk\":5000000,\"done\":[null]}",
            "{\"content\":\"\\\"one\\\"\",\"size\":5000000,\"chunk\":5000000,\"done\":[9000000]}",
            "{\"content\":\"\\\"one\\\"\",\"size\":5000000,\"chunk\":5000000,\"done\":[5000000]}")) {
      Files.writeString(target.resolveSibling("m.gguf.part"), "short");
      Files.writeString(target.resolveSibling("m.gguf.part.json"), account, StandardCharsets.UTF_8);

      fetch(server.uri("/m.gguf"));

      assertComplete();
      Files.delete(target);
    }
  }

  @Test
  void tellsOfItsProgress() throws Exception {
    server.serve("/m.gguf", MODEL);
    List<Long> heard = new ArrayList<>();
    new Downloader(
            HttpClient.newHttpClient(),
            Pace.usual(2),
            any -> 1L << 40,
            new DownloadListener() {
              @Override
              public void onStart(String host, long done, OptionalLong size) {
                assertThat(host).isEqualTo("127.0.0.1");
                heard.add(size.orElseThrow());
              }

              @Override
              public void onProgress(long done, OptionalLong size) {
                heard.add(done);
              }
            })
        .fetch(
            RemoteAddress.open(server.uri("/m.gguf")),
            target,
            new Wanted("GGUF", Optional.empty(), file -> {}));

    assertThat(heard).startsWith((long) SIZE).endsWith((long) SIZE);
  }
}
