package dev.yiben.formats.pdf.font;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FontFileTest {
  @TempDir private Path folder;

  private static byte[] bundled(String name) throws IOException {
    try (InputStream in = FontFile.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }

  /** Returns a collection of two fonts. */
  private static byte[] collection(byte[] first, byte[] second) {
    ByteBuffer all = ByteBuffer.allocate(20 + first.length + second.length);
    all.putInt(0x74746366).putInt(0x10000).putInt(2).putInt(20).putInt(20 + first.length);
    int offset = 20;
    for (byte[] font : new byte[][] {first, second}) {
      ByteBuffer shifted = ByteBuffer.wrap(font.clone());
      for (int i = 0; i < shifted.getShort(4); i++) {
        int at = 12 + 16 * i + 8;
        shifted.putInt(at, shifted.getInt(at) + offset);
      }
      all.put(shifted.array());
      offset += font.length;
    }
    return all.array();
  }

  @Test
  void readsTheFirstOfACollectionOrOneByItsName() throws IOException {
    Path file =
        Files.write(
            folder.resolve("two.ttc"),
            collection(bundled("Cousine-Bold.ttf"), bundled("Tinos-Italic.ttf")));
    assertThat(FontFile.read(file).name()).isEqualTo("Cousine-Bold");
    FontFace named = FontFile.read(file, "Tinos-Italic").orElseThrow();
    assertThat(named.covers('a')).isTrue();
    assertThat(named.advance('W')).isPositive();
    assertThat(FontFile.read(file, "Arimo")).isEmpty();
  }

  @Test
  void saysThatAFontMayNotBeEmbedded() throws IOException {
    byte[] font = bundled("Cousine-Bold.ttf");
    ByteBuffer bytes = ByteBuffer.wrap(font);
    for (int i = 0; i < bytes.getShort(4); i++) {
      if (bytes.getInt(12 + 16 * i) == 0x4F532F32) {
        bytes.putShort(bytes.getInt(12 + 16 * i + 8) + 8, (short) 2);
      }
    }
    Path file = Files.write(folder.resolve("own.ttf"), font);
    assertThatThrownBy(() -> FontFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessage("the font " + file + " cannot be used: it says that it may not be embedded");
  }

  @Test
  void readsBrokenFontsOrSaysWhatIsWrong() throws IOException {
    byte[] font = bundled("Cousine-Bold.ttf");
    Random random = new Random(1);
    for (int i = 0; i < 60; i++) {
      byte[] broken = Arrays.copyOf(font, i % 3 == 0 ? random.nextInt(font.length) : font.length);
      for (int k = 0; k < 20 && broken.length > 0; k++) {
        broken[random.nextInt(Math.min(broken.length, 600))] = (byte) random.nextInt();
      }
      Path file = Files.write(folder.resolve("broken.ttf"), broken);
      try {
        assertThat(FontFile.read(file).ascent()).isNotNaN();
      } catch (IOException e) {
        assertThat(e).hasMessageContaining("broken.ttf cannot be used: ");
      }
    }
  }
}
