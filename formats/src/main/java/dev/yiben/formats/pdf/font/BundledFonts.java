package dev.yiben.formats.pdf.font;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The fonts that come with the program, each read when it is first asked for. */
final class BundledFonts {
  private final Map<String, FontFace> faces = new HashMap<>();

  /** Returns the fonts for a style, best first, those that lack the style drawn in it. */
  List<FontFace> faces(FontStyle style) {
    List<FontFace> all = new ArrayList<>();
    String family = "Arimo";
    if (style.mono()) {
      family = "Cousine";
    } else if (style.serif()) {
      family = "Tinos";
    }
    String face = (style.bold() ? "Bold" : "") + (style.italic() ? "Italic" : "");
    all.add(face(family + "-" + (face.isEmpty() ? "Regular" : face)));
    if (!family.equals("Arimo")) {
      all.add(face("Arimo-" + (face.isEmpty() ? "Regular" : face)));
    }
    all.add(styled(face("NotoNaskhArabic-" + (style.bold() ? "Bold" : "Regular")), style, false));
    all.add(styled(face("DejaVuSans"), style, style.bold()));
    all.add(styled(face("WenQuanYiMicroHei"), style, style.bold()));
    return all;
  }

  private static FontFace styled(FontFace face, FontStyle style, boolean bold) {
    return bold || style.italic() ? new StyledFace(face, bold, style.italic()) : face;
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
