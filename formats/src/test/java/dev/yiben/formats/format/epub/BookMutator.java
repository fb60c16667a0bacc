package dev.yiben.formats.format.epub;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.yiben.formats.format.epub.RawZip.Entry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Makes broken books of sound ones: the same book for the same seed, on every machine. */
public final class BookMutator {
  private static final int BOMB_BYTES = 80 << 20;
  private static final List<String> NAMES =
      List.of(
          "../outside.txt",
          "..\\outside.txt",
          "/etc/passwd",
          "C:\\windows\\x",
          "OEBPS/../../x",
          "./a//b",
          "OEBPS/",
          "",
          "\0",
          "a\nb\u001B[31m",
          "CON",
          "\u202Etxt.exe",
          "n".repeat(5000),
          "d/".repeat(2000) + "f",
          "META-INF/rights.xml",
          "META-INF/encryption.xml",
          "META-INF/container.xml",
          "mimetype",
          "OEBPS/ch1.xhtml",
          "oebps/CH1.XHTML");

  private final List<Map<String, byte[]>> books;

  /** Built only where it is needed: it is large. */
  private byte[] bomb;

  /**
   * Creates a mutator.
   *
   * @param books entries by name, in order
   */
  public BookMutator(List<Map<String, byte[]>> books) {
    this.books = books;
  }

  /** Returns a mutated book. */
  byte[] book(long seed) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L);
    MarkupMutator markup = new MarkupMutator(random);
    Map<String, byte[]> entries = new LinkedHashMap<>(books.get(random.nextInt(books.size())));
    int kind = random.nextInt(10);
    if (kind < 6) {
      List<String> texts =
          entries.keySet().stream()
              .filter(name -> !name.equals("mimetype") || random.nextInt(10) == 0)
              .toList();
      for (String name : markup.some(texts)) {
        entries.put(name, markup.mutated(entries.get(name)));
      }
      return zip(entries).pack();
    }
    return kind < 9 ? restructured(entries, random) : torn(entries, random);
  }

  /** Returns an archive whose structure is broken. */
  public byte[] restructured(Map<String, byte[]> entries, Random random) {
    RawZip zip = zip(entries);
    for (int times = 1 + random.nextInt(2); times > 0; times--) {
      restructure(zip, random);
    }
    return zip.pack();
  }

  /** Returns an archive of which bytes are other ones, or missing. */
  public static byte[] torn(Map<String, byte[]> entries, Random random) {
    byte[] packed = zip(entries).pack();
    return random.nextInt(4) == 0
        ? Arrays.copyOf(packed, random.nextInt(packed.length))
        : new MarkupMutator(random).bytesMutated(packed);
  }

  /** Returns markup that is broken as that of books is. */
  public static byte[] brokenMarkup(byte[] markup, Random random) {
    return new MarkupMutator(random).mutated(markup);
  }

  /** Returns a sound archive. */
  static RawZip zip(Map<String, byte[]> entries) {
    RawZip zip = new RawZip();
    entries.forEach(
        (name, content) ->
            zip.add(name, content, name.equals("mimetype") ? RawZip.STORED : RawZip.DEFLATED));
    return zip;
  }

  private void restructure(RawZip zip, Random random) {
    List<Entry> entries = zip.entries();
    if (entries.isEmpty()) {
      return;
    }
    Entry entry = entries.get(random.nextInt(entries.size()));
    switch (random.nextInt(24)) {
      case 0 -> entry.method = entry.method == RawZip.STORED ? RawZip.DEFLATED : RawZip.STORED;
      case 1 -> entry.method = List.of(1, 9, 12, 14, 93, 99).get(random.nextInt(6));
      case 2 -> entry.size = lie(entry.size, random);
      case 3 -> entry.localSize = lie(entry.localSize, random);
      case 4 -> entry.crc ^= 1L << random.nextInt(32);
      case 5 -> entry.localCrc ^= 1L << random.nextInt(32);
      case 6 -> entry.offsetLie = random.nextInt(200) - 100;
      case 7 -> entry.descriptor = true;
      case 8 -> entries.forEach(each -> describe(each, random));
      case 9 -> entry.zip64 = true;
      case 10 -> entries.forEach(each -> each.zip64 = true);
      case 11 -> entry.flags ^= 1 << random.nextInt(16);
      case 12 -> entry.extra = noise(random, 64);
      case 13 -> zip.comment("PK\5\6 comment " + "x".repeat(random.nextInt(2000)));
      case 14 -> zip.surroundedBy(noise(random, 300), new byte[0]);
      case 15 -> zip.surroundedBy(new byte[0], noise(random, 300));
      case 16 -> zip.lyingAboutDirectory(random.nextInt(5) - 2, random.nextInt(60) - 30);
      case 17 -> entry.missingInDirectory = true;
      case 18 -> entries.remove(entry);
      case 19 -> rename(entry, any(NAMES, random));
      case 20 -> zip.add(any(NAMES, random), noise(random, 500), RawZip.DEFLATED);
      case 21 -> zip.add(new String(entry.name, UTF_8), noise(random, 50), RawZip.STORED);
      case 22 -> entry.localName = any(NAMES, random).getBytes(UTF_8);
      default -> rearrange(entries, entry, random);
    }
  }

  private void rearrange(List<Entry> entries, Entry entry, Random random) {
    switch (random.nextInt(4)) {
      case 0 -> Collections.shuffle(entries, random);
      case 1 -> entry.packed = packedBomb();
      case 2 -> {
        entry.packed = packedBomb();
        entry.size = BOMB_BYTES;
        entry.localSize = BOMB_BYTES;
      }
      default -> {
        entry.name = noise(random, 20);
        entry.localName = entry.name;
        entry.flags = 0;
      }
    }
  }

  private static void describe(Entry entry, Random random) {
    entry.descriptor = true;
    entry.descriptorSignature = random.nextBoolean();
  }

  private static void rename(Entry entry, String name) {
    entry.name = name.getBytes(UTF_8);
    entry.localName = entry.name;
  }

  private static long lie(long size, Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> size + 1 + random.nextInt(100);
      case 1 -> Math.max(0, size - 1 - random.nextInt(100));
      case 2 -> 0xFFFF_FFF0L;
      default -> 0;
    };
  }

  private static String any(List<String> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static byte[] noise(Random random, int most) {
    byte[] noise = new byte[1 + random.nextInt(most)];
    random.nextBytes(noise);
    return noise;
  }

  private byte[] packedBomb() {
    if (bomb == null) {
      bomb = RawZip.deflated(new byte[BOMB_BYTES]);
    }
    return bomb;
  }

  /** Returns the entries of a book for {@link BookMutator}, those of folders left out. */
  static Map<String, byte[]> entries(byte[] book) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(book))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!entry.isDirectory()) {
          entries.put(entry.getName(), zip.readAllBytes());
        }
      }
    }
    return entries;
  }
}
