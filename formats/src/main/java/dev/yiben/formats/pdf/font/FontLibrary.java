package dev.yiben.formats.pdf.font;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The fonts that there are to write in. */
public final class FontLibrary {
  private final List<FontFace> faces;

  private FontLibrary(List<FontFace> faces) {
    this.faces = faces;
  }

  /**
   * Finds the fonts there are.
   *
   * @param preferred font files that the user has named, best first
   */
  public static FontLibrary of(List<Path> preferred) {
    List<Path> files = new ArrayList<>(preferred);
    files.add(Path.of("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"));
    files.add(Path.of("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"));
    List<FontFace> faces = new ArrayList<>();
    for (Path file : files) {
      if (Files.exists(file)) {
        try {
          faces.add(new TrueTypeFace(file));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return new FontLibrary(faces);
  }

  /**
   * Parts a text by the fonts that it is to be written in.
   *
   * <p>Characters that no font has are in a run of the first font.
   *
   * @param text in the order in which its glyphs are drawn
   * @param style what the font is to look like
   * @param language of the text, as a BCP 47 tag, which decides between fonts of Han characters
   */
  public List<FaceRun> faces(String text, FontStyle style, String language) {
    List<FaceRun> runs = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    FontFace face = faces.get(0);
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      FontFace next = face(c, face);
      if (next != face && !run.isEmpty()) {
        runs.add(new FaceRun(run.toString(), face));
        run.setLength(0);
      }
      face = next;
      run.appendCodePoint(c);
      i += Character.charCount(c);
    }
    if (!run.isEmpty()) {
      runs.add(new FaceRun(run.toString(), face));
    }
    return runs;
  }

  private FontFace face(int codePoint, FontFace current) {
    for (FontFace face : faces) {
      if (face.covers(codePoint)) {
        return face;
      }
    }
    return current;
  }

  /** Returns whether some font has a glyph for a character. */
  public boolean covers(int codePoint) {
    return faces.stream().anyMatch(face -> face.covers(codePoint));
  }
}
