package dev.yiben.formats.pdf.font;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The fonts that come with the program, each read when it is first asked for. */
final class BundledFonts {
  private final Map<String, FontFace> faces = new HashMap<>();

  /** Returns the fonts of Latin, Greek, Cyrillic and Hebrew for a style, best first. */
  List<FontFace> alphabetic(FontStyle style) {
    String face = (style.bold() ? "Bold" : "") + (style.italic() ? "Italic" : "");
    String ending = face.isEmpty() ? "-Regular" : "-" + face;
    FontFace plain = face("Arimo" + ending);
    if (style.mono()) {
      return List.of(face("Cousine" + ending), plain);
    }
    return style.serif() ? List.of(face("Tinos" + ending), plain) : List.of(plain);
  }

  /** Returns the font of Chinese, Japanese and Korean, drawn in a style. */
  FontFace han(FontStyle style) {
    return styled(face("WenQuanYiMicroHei"), style);
  }

  /** Returns the fonts of all else, drawn in a style, best first. */
  List<FontFace> others(FontStyle style) {
    FontFace arabic =
        style.bold()
            ? new StyledFace(face("NotoNaskhArabic-Bold"), false, style.italic())
            : styled(face("NotoNaskhArabic-Regular"), style);
    return List.of(arabic, styled(face("DejaVuSans"), style));
  }

  /** Returns a face drawn in a style. */
  static FontFace styled(FontFace face, FontStyle style) {
    return style.bold() || style.italic()
        ? new StyledFace(face, style.bold(), style.italic())
        : face;
  }

  private FontFace face(String name) {
    return faces.computeIfAbsent(name, BundledFonts::read);
  }

  private static FontFace read(String name) {
    try (InputStream in = BundledFonts.class.getResourceAsStream(name + ".ttf")) {
      if (in == null) {
        throw new FileNotFoundException("The font " + name + " is not among the program's files");
      }
      return new ProgramFace(new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
