package dev.yiben.formats.pdf.font;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.fontbox.ttf.OS2WindowsMetricsTable;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Reads font files, of which some hold several fonts, and of each only what is written of it; see
 * the OpenType specification, <em>OpenType font file</em>.
 */
final class FontFile {
  private static final int COLLECTION = 0x74746366;
  private static final int POSTSCRIPT_NAME = 6;
  private static final int MOST_FONTS = 256;
  private static final int MOST_TABLES = 128;
  private static final int MOST_BYTES = 200_000_000;
  private static final Set<String> TABLES =
      Set.of(
          "CFF ", "OS/2", "cmap", "cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp",
          "name", "post", "prep");

  private FontFile() {}

  /** A table of a font. */
  private record Table(String tag, long offset, int length) {}

  /**
   * Reads a font, of a collection its first.
   *
   * @throws IOException if it cannot be used; the message says why
   */
  static FontFace read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      return font(channel, fonts(channel).get(0));
    } catch (IOException | RuntimeException e) {
      throw new IOException("the font " + file + " cannot be used: " + e.getMessage(), e);
    }
  }

  /**
   * Reads a font by its PostScript name; nothing if the file has no such font, or none that can be
   * used.
   */
  static Optional<FontFace> read(Path file, String name) {
    try (FileChannel channel = FileChannel.open(file)) {
      for (long offset : fonts(channel)) {
        if (name.equals(postScriptName(channel, offset))) {
          return Optional.of(font(channel, offset));
        }
      }
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static List<Long> fonts(FileChannel channel) throws IOException {
    ByteBuffer head = bytes(channel, 0, 12);
    if (head.getInt(0) != COLLECTION) {
      return List.of(0L);
    }
    int count = head.getInt(8);
    if (count < 1 || count > MOST_FONTS) {
      throw new IOException("it says to hold " + count + " fonts");
    }
    ByteBuffer offsets = bytes(channel, 12, 4 * count);
    List<Long> fonts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      fonts.add(offsets.getInt(4 * i) & 0xFFFFFFFFL);
    }
    return fonts;
  }

  private static List<Table> tables(FileChannel channel, long offset) throws IOException {
    int count = bytes(channel, offset, 12).getShort(4);
    if (count < 1 || count > MOST_TABLES) {
      throw new IOException("it is not a TrueType or OpenType font");
    }
    ByteBuffer entries = bytes(channel, offset + 12, 16 * count);
    List<Table> tables = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] tag = new byte[4];
      entries.get(16 * i, tag);
      tables.add(
          new Table(
              new String(tag, StandardCharsets.ISO_8859_1),
              entries.getInt(16 * i + 8) & 0xFFFFFFFFL,
              entries.getInt(16 * i + 12)));
    }
    return tables;
  }

  private static String postScriptName(FileChannel channel, long offset) throws IOException {
    for (Table table : tables(channel, offset)) {
      if (table.tag().equals("name")) {
        ByteBuffer names = bytes(channel, table.offset(), table.length());
        int strings = names.getShort(4) & 0xFFFF;
        for (int i = 0; i < names.getShort(2); i++) {
          int entry = 6 + 12 * i;
          if (names.getShort(entry + 6) == POSTSCRIPT_NAME) {
            byte[] name = new byte[names.getShort(entry + 8) & 0xFFFF];
            names.get(strings + (names.getShort(entry + 10) & 0xFFFF), name);
            // In UTF-16 or in one byte each, and always ASCII.
            return new String(name, StandardCharsets.ISO_8859_1).replace("\0", "");
          }
        }
      }
    }
    return "";
  }

  private static FontFace font(FileChannel channel, long offset) throws IOException {
    List<Table> tables =
        tables(channel, offset).stream().filter(table -> TABLES.contains(table.tag())).toList();
    OpenTypeFont font =
        new OTFParser().parse(new RandomAccessReadBuffer(alone(channel, offset, tables)));
    if (tables.stream()
        .noneMatch(table -> table.tag().equals("glyf") || table.tag().equals("CFF "))) {
      throw new IOException("it has neither TrueType nor PostScript outlines");
    }
    OS2WindowsMetricsTable os2 = font.getOS2Windows();
    if (os2 != null && (os2.getFsType() & 0xF) == OS2WindowsMetricsTable.FSTYPE_RESTRICTED) {
      throw new IOException("it says that it may not be embedded");
    }
    return new ProgramFace(font);
  }

  /** Returns a font file with some tables of one font. */
  private static byte[] alone(FileChannel channel, long offset, List<Table> tables)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteBuffer directory = ByteBuffer.allocate(12 + 16 * tables.size());
    directory.put(bytes(channel, offset, 4)).putShort((short) tables.size()).position(12);
    long place = directory.capacity();
    for (Table table : tables) {
      directory.put(table.tag().getBytes(StandardCharsets.ISO_8859_1)).putInt(0);
      directory.putInt((int) place).putInt(table.length());
      place += table.length();
      if (table.length() < 0 || place > MOST_BYTES) {
        throw new IOException("its tables are too large");
      }
    }
    out.write(directory.array());
    for (Table table : tables) {
      out.write(bytes(channel, table.offset(), table.length()).array());
    }
    return out.toByteArray();
  }

  private static ByteBuffer bytes(FileChannel channel, long offset, int length) throws IOException {
    if (length < 0 || offset > channel.size() - length) {
      throw new EOFException("it ends too early");
    }
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, offset + bytes.position()) < 0) {
        throw new EOFException("it ends too early");
      }
    }
    return bytes.flip();
  }
}
