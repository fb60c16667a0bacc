package dev.yiben.formats.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatRegistryTest {
  @TempDir Path folder;

  private final DocumentFormat apple = new NamedFormat("apple", Set.of("app", "apl"), "APPLE");
  private final DocumentFormat pear = new NamedFormat("pear", Set.of("pea"), "PEAR");
  private final DocumentFormat fruit = new NamedFormat("fruit", Set.of("fru"), "");
  private final FormatRegistry registry = new FormatRegistry(List.of(apple, pear));

  /** A format whose files begin with its word. */
  private record NamedFormat(String id, Set<String> extensions, String word)
      implements DocumentFormat {
    @Override
    public boolean matches(byte[] head) {
      return new String(head, UTF_8).startsWith(word);
    }

    @Override
    public Document open(Path file, FormatOptions options) {
      throw new DocumentException(file, "not to be opened");
    }
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  @Test
  void findsTheFormatByContentWhateverTheName() throws IOException {
    assertThat(registry.detect(file("a.app", "APPLE 1"))).isEqualTo(apple);
    assertThat(registry.detect(file("b.pea", "APPLE 1"))).isEqualTo(apple);
    assertThat(registry.detect(file("c.txt", "PEAR 1"))).isEqualTo(pear);
    assertThat(registry.detect(file("noextension", "PEAR 1"))).isEqualTo(pear);
  }

  @Test
  void prefersTheNamedFormatAmongThoseThatMatch() throws IOException {
    FormatRegistry both = new FormatRegistry(List.of(fruit, apple));
    assertThat(both.detect(file("a.app", "APPLE 1"))).isEqualTo(apple);
    assertThat(both.detect(file("a.fru", "APPLE 1"))).isEqualTo(fruit);
    assertThat(both.detect(file("a.txt", "APPLE 1"))).isEqualTo(fruit);
  }

  @Test
  void leavesItToTheNamedFormatToSayWhatIsWrong() throws IOException {
    assertThat(registry.detect(file("a.APL", "???"))).isEqualTo(apple);
  }

  @Test
  void showsFormatsTheBeginningOfAFileOnly() throws IOException {
    String word = "x".repeat(FormatRegistry.HEAD_BYTES);
    FormatRegistry longest = new FormatRegistry(List.of(new NamedFormat("x", Set.of("x"), word)));
    FormatRegistry longer =
        new FormatRegistry(List.of(new NamedFormat("x", Set.of("x"), word + "x")));
    Path file = file("long.txt", word + word);
    assertThat(longest.detect(file).id()).isEqualTo("x");
    assertThatThrownBy(() -> longer.detect(file)).isInstanceOf(DocumentException.class);
  }

  @Test
  void refusesUnknownFormatsAndNamesTheKnownOnes() throws IOException {
    Path file = file("a.txt", "some text");
    assertThatThrownBy(() -> registry.detect(file))
        .isInstanceOf(DocumentException.class)
        .hasMessage(file + ": not a format that can be translated; known: apple, pear");
  }

  /** A format that any text would be of. */
  private record AnyText(String id, Set<String> extensions) implements DocumentFormat {
    @Override
    public boolean matches(byte[] head) {
      return head[0] != 0;
    }

    @Override
    public boolean isToldByName() {
      return true;
    }

    @Override
    public Document open(Path file, FormatOptions options) {
      throw new DocumentException(file, "not to be opened");
    }
  }

  @Test
  void takesOnlyByNameWhatAnyTextWouldMatch() throws IOException {
    AnyText text = new AnyText("any", Set.of("txt"));
    FormatRegistry all = new FormatRegistry(List.of(text, apple));
    assertThat(all.detect(file("a.txt", "some text"))).isEqualTo(text);
    assertThat(all.detect(file("a.txt", "APPLE"))).isEqualTo(text);
    assertThat(all.detect(file("a.app", "some text"))).isEqualTo(apple);
    assertThat(all.detect(file("a", "APPLE"))).isEqualTo(apple);
    Path other = file("a.json", "{}");
    assertThatThrownBy(() -> all.detect(other))
        .isInstanceOf(DocumentException.class)
        .hasMessageEndingWith("known: any, apple; for text by another name, add --format any");
  }

  @Test
  void refusesAnEmptyFileWhateverItsName() throws IOException {
    Path file = file("a.app", "");
    assertThatThrownBy(() -> registry.detect(file))
        .isInstanceOf(DocumentException.class)
        .hasMessage(file + ": the file is empty");
  }

  @Test
  void saysThatAFileIsNotThere() {
    Path file = folder.resolve("none.app");
    assertThatThrownBy(() -> registry.detect(file))
        .isInstanceOf(DocumentException.class)
        .hasMessage(file + ": there is no such file; check its path");
  }

  @Test
  void saysThatAFolderCannotBeRead() {
    assertThatThrownBy(() -> registry.detect(folder))
        .isInstanceOf(DocumentException.class)
        .hasMessageStartingWith(folder + ": the file cannot be read");
  }

  @Test
  void saysThatAFileMayNotBeRead() throws IOException {
    Path file = file("secret.app", "APPLE");
    assumeFalse(
        System.getProperty("os.name").startsWith("Windows"), "permissions differ on Windows");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(file), "this user may read everything");
    assertThatThrownBy(() -> registry.detect(file))
        .isInstanceOf(DocumentException.class)
        .hasMessage(file + ": no permission to read the file");
  }

  @Test
  void knowsExtensionsInAnyCase() {
    assertThat(registry.hasKnownExtension(Path.of("x", "a.App"))).isTrue();
    assertThat(registry.hasKnownExtension(Path.of("x", "a.txt"))).isFalse();
    assertThat(registry.hasKnownExtension(Path.of("x", "a"))).isFalse();
    assertThat(registry.hasKnownExtension(Path.of("/"))).isFalse();
  }

  @Test
  void findsFormatsById() {
    assertThat(registry.byId("pear")).contains(pear);
    assertThat(registry.byId("plum")).isEmpty();
  }

  @Test
  void loadsTheFormatsOfTheClassPathInTheOrderOfTheirIds() {
    assertThat(FormatRegistry.load().formats())
        .extracting(DocumentFormat::id)
        .contains("srt")
        .isSorted();
  }
}
