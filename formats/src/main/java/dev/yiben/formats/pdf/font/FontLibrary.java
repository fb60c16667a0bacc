package dev.yiben.formats.pdf.font;

import com.ibm.icu.lang.UScript;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The fonts that there are to write in. */
public final class FontLibrary {
  /** Characters that are as wide as a Han character in Chinese and Japanese, and narrow else. */
  private static final String WIDE_IN_HAN = "‘’“”—…";

  private final List<FontFace> preferred;
  private final BundledFonts bundled = new BundledFonts();
  private final Map<FontStyle, List<FontFace>> byStyle = new HashMap<>();

  private FontLibrary(List<FontFace> preferred) {
    this.preferred = preferred;
  }

  /**
   * Finds the fonts there are.
   *
   * @param preferred font files that the user has named, best first
   * @throws IOException if one of them cannot be used; the message says why
   */
  public static FontLibrary of(List<Path> preferred) throws IOException {
    List<FontFace> faces = new ArrayList<>();
    for (Path file : preferred) {
      faces.add(FontFile.read(file));
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
    List<FontFace> faces = byStyle.computeIfAbsent(style, this::ofStyle);
    boolean wide = writesInHan(language);
    List<FaceRun> runs = new ArrayList<>();
    FontFace face = null;
    int from = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      FontFace next =
          face != null && joins(c, face) ? face : face(wide && isWide(text, i) ? '中' : c, c, faces);
      if (face != null && next != face) {
        runs.add(new FaceRun(text.substring(from, i), face));
        from = i;
      }
      face = next;
      i += Character.charCount(c);
    }
    if (face != null) {
      runs.add(new FaceRun(text.substring(from), face));
    }
    return runs;
  }

  private List<FontFace> ofStyle(FontStyle style) {
    List<FontFace> faces = new ArrayList<>(preferred);
    faces.addAll(bundled.faces(style));
    return List.copyOf(faces);
  }

  /** Returns whether a character is written in the font of the one before, for all it matters. */
  private static boolean joins(int codePoint, FontFace face) {
    int type = Character.getType(codePoint);
    return ProgramFace.isInvisible(codePoint)
        || ((codePoint == ' '
                || type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK)
            && face.covers(codePoint));
  }

  private static boolean writesInHan(String language) {
    String primary = language.toLowerCase(Locale.ROOT);
    return primary.matches("(zh|ja|yue|wuu|nan|hak|lzh)(-.*)?");
  }

  /** Returns whether a character is a mark that Han text has wide, and not among other letters. */
  private static boolean isWide(String text, int index) {
    return WIDE_IN_HAN.indexOf(text.charAt(index)) >= 0
        && !(index > 0
            && index + 1 < text.length()
            && isNarrowLetter(text.charAt(index - 1))
            && isNarrowLetter(text.charAt(index + 1)));
  }

  private static boolean isNarrowLetter(char c) {
    int script = UScript.getScript(c);
    return script == UScript.LATIN || script == UScript.GREEK || script == UScript.CYRILLIC;
  }

  /**
   * Returns the first font that has two characters, or else the second, or else one as good.
   *
   * @param with a character that goes with the one to write
   */
  private static FontFace face(int with, int codePoint, List<FontFace> faces) {
    for (FontFace face : faces) {
      if (face.covers(with) && face.covers(codePoint)) {
        return face;
      }
    }
    for (FontFace face : faces) {
      if (face.covers(codePoint)) {
        return face;
      }
    }
    int plain = ProgramFace.plain(codePoint);
    for (FontFace face : faces) {
      if (face.covers(plain)) {
        return face;
      }
    }
    return faces.get(0);
  }

  /** Returns why a text cannot be written, to follow a colon; nothing if it can. */
  public Optional<String> obstacle(String text) {
    Optional<String> obstacle = Shaping.obstacle(text);
    return obstacle.isPresent()
        ? obstacle
        : Shaping.shape(text)
            .codePoints()
            .filter(character -> !covers(character))
            .mapToObj(
                character ->
                    String.format(
                        "no font has %s (U+%04X)", Character.toString(character), character))
            .findFirst();
  }

  /** Returns whether some font has a glyph for a character, or none is drawn for it. */
  boolean covers(int codePoint) {
    int plain = ProgramFace.plain(codePoint);
    return ProgramFace.isInvisible(codePoint)
        || byStyle.computeIfAbsent(FontStyle.PLAIN, this::ofStyle).stream()
            .anyMatch(face -> face.covers(codePoint) || face.covers(plain));
  }
}
