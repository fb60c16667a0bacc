package dev.yiben.formats.pdf.font;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.pdfbox.pdmodel.PDPage;

/** The fonts that there are to write in. */
public final class FontLibrary {
  /** Characters that are as wide as a Han character in Chinese and Japanese, and narrow else. */
  private static final String WIDE_IN_HAN = "‘’“”—…";

  /** Scripts of languages that are written with Han characters. */
  private static final Set<String> IN_HAN = Set.of("Hans", "Hant", "Jpan", "Kore");

  private final List<FontFace> preferred;
  private final OwnFonts own;
  private final SystemFonts system;
  private final BundledFonts bundled = new BundledFonts();
  private final Map<Choice, List<FontFace>> choices = new HashMap<>();

  private FontLibrary(List<FontFace> preferred, OwnFonts own, SystemFonts system) {
    this.preferred = preferred;
    this.own = own;
    this.system = system;
  }

  /**
   * What decides between fonts.
   *
   * @param script that a language is written in, as ISO 15924
   */
  private record Choice(FontStyle style, String language, String script) {}

  /** Returns the fonts that come with the program, and no others. */
  public static FontLibrary bundled() {
    return new FontLibrary(List.of(), new OwnFonts(List.of()), SystemFonts.none());
  }

  /**
   * Finds the fonts there are: those that are named, those of the document that have all letters of
   * a language, the system's and those that come with the program.
   *
   * @param preferred font files that the user has named, best first
   * @param pages of the document
   * @throws IOException if one of them cannot be used; the message says why
   */
  public static FontLibrary of(List<Path> preferred, Iterable<PDPage> pages) throws IOException {
    return new FontLibrary(read(preferred), new OwnFonts(pages), SystemFonts.installed());
  }

  /**
   * Reads fonts to see whether text can be written in them.
   *
   * @throws IOException if one of them cannot be used; the message says which and why
   */
  public static void requireUsable(List<Path> files) throws IOException {
    read(files);
  }

  private static List<FontFace> read(List<Path> files) throws IOException {
    List<FontFace> faces = new ArrayList<>();
    for (Path file : files) {
      faces.add(FontFile.read(file));
    }
    return faces;
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
    String script = script(language);
    List<FontFace> faces =
        choices.computeIfAbsent(new Choice(style, language, script), this::faces);
    boolean wide = IN_HAN.contains(script) && !script.equals("Kore");
    List<FaceRun> runs = new ArrayList<>();
    FontFace face = null;
    int from = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      FontFace next =
          face != null && joins(c, face)
              ? face
              : face(wide && isWide(text, i) ? '中' : c, c, faces, style);
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

  private List<FontFace> faces(Choice choice) {
    FontStyle style = choice.style();
    List<FontFace> faces = new ArrayList<>(preferred);
    own.complete(style.name(), choice.language()).ifPresent(faces::add);
    faces.addAll(bundled.alphabetic(style));
    List<FontFace> han = new ArrayList<>();
    if (IN_HAN.contains(choice.script())) {
      system.face(choice.script(), style).ifPresent(han::add);
    }
    han.add(bundled.han(style));
    List<FontFace> others = bundled.others(style);
    faces.addAll(IN_HAN.contains(choice.script()) ? han : others);
    faces.addAll(IN_HAN.contains(choice.script()) ? others : han);
    return List.copyOf(faces);
  }

  /** Returns the script that a language is mostly written in. */
  private static String script(String language) {
    return ULocale.addLikelySubtags(ULocale.forLanguageTag(language)).getScript();
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
  private FontFace face(int with, int codePoint, List<FontFace> faces, FontStyle style) {
    return first(faces, face -> face.covers(with) && face.covers(codePoint))
        .or(() -> first(faces, face -> face.covers(codePoint)))
        .or(() -> ofScript(codePoint, style))
        .or(() -> first(faces, face -> face.covers(ProgramFace.plain(codePoint))))
        .orElse(faces.get(0));
  }

  private static Optional<FontFace> first(List<FontFace> faces, Predicate<FontFace> which) {
    return faces.stream().filter(which).findFirst();
  }

  /** Returns a font of the system for a character that is in none of ours. */
  private Optional<FontFace> ofScript(int codePoint, FontStyle style) {
    return system
        .face(
            UScript.getShortName(UScript.getScript(codePoint)),
            new FontStyle(false, false, style.bold(), style.italic()))
        .filter(face -> face.covers(codePoint));
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
  private boolean covers(int codePoint) {
    if (ProgramFace.isInvisible(codePoint)) {
      return true;
    }
    FontFace face = faces(Character.toString(codePoint), FontStyle.PLAIN, "").get(0).face();
    return face.covers(codePoint) || face.covers(ProgramFace.plain(codePoint));
  }
}
