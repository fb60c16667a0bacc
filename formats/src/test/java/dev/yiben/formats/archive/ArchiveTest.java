package dev.yiben.formats.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiben.formats.format.DocumentException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {
  private static final ArchiveLimits SMALL = new ArchiveLimits(3, 1000, 6_000_000, 100);

  private static final Optional<FirstEntry> TYPE = Optional.of(new FirstEntry("mimetype", "type"));

  @TempDir Path folder;

  private Path zip(String... namesAndContents) throws IOException {
    Path file = folder.resolve("test.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      out.setComment("comment of the archive");
      for (int i = 0; i < namesAndContents.length; i += 2) {
        ZipEntry entry = new ZipEntry(namesAndContents[i]);
        entry.setTime(1_600_000_000_000L + i * 10_000_000L);
        entry.setComment("comment " + i);
        entry.setExtra(new byte[] {(byte) 0xFE, (byte) 0xCA, 2, 0, 7, 8});
        out.putNextEntry(entry);
        out.write(namesAndContents[i + 1].getBytes(UTF_8));
      }
    }
    return file;
  }

  private void assertRefused(Path file, ArchiveLimits limits, String problem) {
    assertThatThrownBy(() -> Archive.open(file, limits).close())
        .isInstanceOf(DocumentException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(problem);
  }

  @Test
  void readsEntriesInTheirOrder() throws IOException {
    try (Archive archive = Archive.open(zip("z", "last", "a", "first"), SMALL)) {
      assertThat(archive.names()).containsExactly("z", "a");
      assertThat(archive.read("a")).contains("first".getBytes(UTF_8));
      assertThat(archive.read("none")).isEmpty();
    }
  }

  @Test
  void writesTheSameBytesWithoutReplacements() throws IOException {
    Path file = zip("a", "first");
    Files.write(file, concat("preamble".getBytes(UTF_8), Files.readAllBytes(file)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Archive archive = Archive.open(file, SMALL)) {
      archive.write(Map.of(), TYPE, out);
    }
    assertThat(out.toByteArray()).isEqualTo(Files.readAllBytes(file));
  }

  @Test
  void replacesOneEntryAndCopiesTheRest() throws IOException {
    Path file = zip("a", "first".repeat(50), "b", "second", "mimetype", "type");
    Path written = folder.resolve("written.zip");
    try (Archive archive = Archive.open(file, SMALL);
        var out = Files.newOutputStream(written)) {
      archive.write(Map.of("b", PackedEntry.of("new".getBytes(UTF_8))), TYPE, out);
    }
    try (ZipFile before = new ZipFile(file.toFile());
        ZipFile after = new ZipFile(written.toFile())) {
      assertThat(after.stream().map(ZipEntry::getName)).containsExactly("mimetype", "a", "b");
      assertThat(after.getComment()).isEqualTo("comment of the archive");
      for (String name : List.of("a", "b")) {
        assertThat(after.getEntry(name).getTime()).isEqualTo(before.getEntry(name).getTime());
        assertThat(after.getEntry(name).getComment()).startsWith("comment ");
        assertThat(after.getEntry(name).getExtra()).isEqualTo(before.getEntry(name).getExtra());
      }
      assertThat(after.getEntry("a").getCompressedSize())
          .isEqualTo(before.getEntry("a").getCompressedSize());
      assertThat(after.getInputStream(after.getEntry("b")).readAllBytes())
          .isEqualTo("new".getBytes(UTF_8));
      assertThat(after.getEntry("mimetype").getMethod()).isEqualTo(ZipEntry.STORED);
    }
    assertThat(new String(Files.readAllBytes(written), 26, 16, ISO_8859_1))
        .isEqualTo("\10\0\0\0mimetypetype");
  }

  @Test
  void addsNewEntriesAtTheEnd() throws IOException {
    Path file = zip("a", "first".repeat(50), "b", "second");
    ByteArrayOutputStream copy = new ByteArrayOutputStream();
    Path written = folder.resolve("written.zip");
    try (Archive archive = Archive.open(file, SMALL);
        var out = Files.newOutputStream(written)) {
      archive.write(Map.of("新.css", PackedEntry.of("p{}".getBytes(UTF_8))), TYPE, out);
      archive.write(Map.of("新.css", PackedEntry.of("p{}".getBytes(UTF_8))), TYPE, copy);
    }
    assertThat(Files.readAllBytes(written)).isEqualTo(copy.toByteArray());
    try (ZipFile before = new ZipFile(file.toFile());
        ZipFile after = new ZipFile(written.toFile())) {
      assertThat(after.stream().map(ZipEntry::getName))
          .containsExactly("mimetype", "a", "b", "新.css");
      ZipEntry added = after.getEntry("新.css");
      assertThat(added.getTime()).isEqualTo(before.getEntry("a").getTime());
      assertThat(added.getExtra()).isNull();
      assertThat(after.getInputStream(added).readAllBytes()).isEqualTo("p{}".getBytes(UTF_8));
    }
  }

  @Test
  void writesTheFirstEntryWhereTheArchiveHasNoSoundOne() throws IOException {
    byte[] torn = Files.readAllBytes(zip("a", "text", "mimetype", "UNIQUE"));
    int place = new String(torn, ISO_8859_1).lastIndexOf("mimetype");
    // The least byte of the checksum in the directory.
    torn[place - 30]++;
    Path file = Files.write(folder.resolve("torn.zip"), torn);
    Path written = folder.resolve("written.zip");
    try (Archive archive = Archive.open(file, SMALL);
        var out = Files.newOutputStream(written)) {
      assertThatThrownBy(() -> archive.read("mimetype")).isInstanceOf(IOException.class);
      archive.write(Map.of("a", PackedEntry.of(new byte[] {1})), TYPE, out);
    }
    assertThat(new String(Files.readAllBytes(written), 26, 16, ISO_8859_1))
        .isEqualTo("\10\0\0\0mimetypetype");
    try (ZipFile after = new ZipFile(written.toFile())) {
      assertThat(after.stream().map(ZipEntry::getName)).containsExactly("mimetype", "a");
    }
  }

  @Test
  void keepsNamesThatAreNotUnicode() throws IOException {
    Path file = folder.resolve("legacy.zip");
    Charset legacy = Charset.forName("GBK");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file), legacy)) {
      out.putNextEntry(new ZipEntry("中文.png"));
      out.putNextEntry(new ZipEntry("a"));
    }
    Path written = folder.resolve("written.zip");
    try (Archive archive = Archive.open(file, SMALL);
        var out = Files.newOutputStream(written)) {
      archive.write(Map.of("a", PackedEntry.of(new byte[] {1})), Optional.empty(), out);
    }
    try (ZipFile after = new ZipFile(written.toFile(), legacy)) {
      assertThat(after.stream().map(ZipEntry::getName)).containsExactly("中文.png", "a");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../a", "a/../../b", "/etc/passwd", "..\\a", "C:\\a", "\\\\host\\a", "c:a"})
  void refusesNamesThatLeadOut(String name) throws IOException {
    assertRefused(zip(name, "x"), SMALL, "leads out of the archive");
  }

  @Test
  void acceptsDotsWithinNames() throws IOException {
    Archive.open(zip("a..b/..c/d..", "x"), SMALL).close();
  }

  @Test
  void refusesRepeatedNames() throws IOException {
    Path file = folder.resolve("twice.zip");
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(file.toFile())) {
      for (int i = 0; i < 2; i++) {
        out.putArchiveEntry(new ZipArchiveEntry("same"));
        out.closeArchiveEntry();
      }
    }
    assertRefused(file, SMALL, "same: the archive has this entry twice");
  }

  @Test
  void refusesTooManyEntries() throws IOException {
    assertRefused(zip("a", "", "b", "", "c", "", "d", ""), SMALL, "more than 3 entries");
  }

  @Test
  void refusesEntriesThatUnpackToFarMore() throws IOException {
    assertRefused(zip("a", "0".repeat(5_000_000)), SMALL, "over 100 times its size");
    ArchiveLimits total = new ArchiveLimits(9, 9_000_000, 4_999_999, 100_000);
    assertRefused(zip("a", "0".repeat(5_000_000)), total, "more than 4999999 bytes");
  }

  @Test
  void refusesToReadALargeEntry() throws IOException {
    try (Archive archive = Archive.open(zip("a", "0".repeat(1001)), SMALL)) {
      assertThatThrownBy(() -> archive.read("a"))
          .isInstanceOf(DocumentException.class)
          .hasMessageContaining("a: the entry unpacks to more");
    }
  }

  @Test
  void refusesAnEntryThatHidesItsSize() throws IOException {
    Path file = zip("a", "0".repeat(900));
    byte[] bytes = Files.readAllBytes(file);
    // The size in the central directory: 24 bytes after its signature.
    int directory = new String(bytes, ISO_8859_1).indexOf("PK\1\2");
    bytes[directory + 24] = 10;
    bytes[directory + 25] = 0;
    Files.write(file, bytes);
    try (Archive archive = Archive.open(file, SMALL)) {
      assertThatThrownBy(() -> archive.read("a")).isInstanceOf(DocumentException.class);
    }
  }

  @Test
  void refusesEntriesThatShareTheirBytes() throws IOException {
    StringBuilder noise = new StringBuilder();
    new Random(1).ints(900, 33, 127).forEach(noise::appendCodePoint);
    Path file = zip("a", noise.toString(), "b", "", "c", "");
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, ISO_8859_1);
    int first = text.indexOf("PK\1\2");
    int second = text.indexOf("PK\1\2", first + 4);
    int third = text.indexOf("PK\1\2", second + 4);
    // Checksum, sizes and place of the others become those of the first.
    for (int other : new int[] {second, third}) {
      System.arraycopy(bytes, first + 16, bytes, other + 16, 12);
      System.arraycopy(bytes, first + 42, bytes, other + 42, 4);
    }
    Files.write(file, bytes);
    assertRefused(file, SMALL, "entries overlap");
  }

  @Test
  void refusesEncryptedEntries() throws IOException {
    Path file = zip("a", "x");
    byte[] bytes = Files.readAllBytes(file);
    int directory = new String(bytes, ISO_8859_1).indexOf("PK\1\2");
    bytes[directory + 8] |= 1;
    bytes[6] |= 1;
    Files.write(file, bytes);
    assertRefused(file, SMALL, "a: the entry is encrypted");
  }

  /** Copied as it is, such an entry would make the archive unreadable. */
  @Test
  void refusesEntriesThatAreNotPackedButHaveTwoSizes() throws IOException {
    Path file = zip("a", "0".repeat(900));
    byte[] bytes = Files.readAllBytes(file);
    int directory = new String(bytes, ISO_8859_1).indexOf("PK\1\2");
    bytes[directory + 10] = ZipEntry.STORED;
    Files.write(file, bytes);
    assertRefused(file, SMALL, "a: the entry is not packed, and yet its two sizes differ");
  }

  @Test
  void refusesATruncatedArchive() throws IOException {
    Path file = zip("a", "first", "b", "second");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    assertRefused(file, SMALL, "damaged or cut short");
  }

  @Test
  void tellsAnEntryPackedByAnUnknownMethod() throws IOException {
    Path file = zip("a", "x");
    byte[] bytes = Files.readAllBytes(file);
    int directory = new String(bytes, ISO_8859_1).indexOf("PK\1\2");
    bytes[directory + 10] = 93;
    Files.write(file, bytes);
    try (Archive archive = Archive.open(file, SMALL)) {
      assertThatThrownBy(() -> archive.read("a"))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("unknown method");
    }
  }

  @Test
  void tellsADamagedEntry() throws IOException {
    Path file = folder.resolve("stored.zip");
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(file.toFile())) {
      out.setMethod(ZipEntry.STORED);
      ZipArchiveEntry entry = new ZipArchiveEntry("a");
      out.putArchiveEntry(entry);
      out.write("UNIQUE".getBytes(UTF_8));
      out.closeArchiveEntry();
    }
    byte[] bytes = Files.readAllBytes(file);
    bytes[new String(bytes, ISO_8859_1).indexOf("UNIQUE")] = 'X';
    Files.write(file, bytes);
    try (Archive archive = Archive.open(file, SMALL)) {
      assertThatThrownBy(() -> archive.read("a"))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("checksum");
    }
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
