package dev.yiben.formats.pdf.font;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.fontbox.ttf.HeaderTable;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;

/**
 * A font program in a document, as a composite font of ISO 32000-1 section 9.7.
 *
 * <p>Each character that is shown has a code of its own, so that what is extracted is what was
 * written even where characters share a glyph.
 */
final class EmbeddedFont implements WrittenFont {
  private static final int MOST_CODES = 0xFFFF;
  private static final List<String> TABLES =
      List.of("head", "hhea", "loca", "maxp", "cvt ", "prep", "glyf", "hmtx", "fpgm");

  private final PDDocument document;
  private final ProgramFace face;
  private final COSDictionary dictionary = new COSDictionary();

  /** Codes by what they show; code 0 shows the glyph of missing ones. */
  private final Map<Shown, Integer> codes = new LinkedHashMap<>();

  /**
   * What a code shows.
   *
   * @param glyph number in the program
   * @param text what it means
   * @param advance in em
   */
  private record Shown(int glyph, String text, double advance) {}

  EmbeddedFont(PDDocument document, ProgramFace face) {
    this.document = document;
    this.face = face;
    dictionary.setItem(COSName.TYPE, COSName.FONT);
    dictionary.setItem(COSName.SUBTYPE, COSName.TYPE0);
    dictionary.setItem(COSName.ENCODING, COSName.IDENTITY_H);
  }

  @Override
  public COSDictionary dictionary() {
    return dictionary;
  }

  @Override
  public byte[] encode(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(2 * text.length());
    for (int character : text.codePoints().toArray()) {
      if (ProgramFace.isInvisible(character)) {
        continue;
      }
      for (Shown shown : shown(character)) {
        int code = codes.computeIfAbsent(shown, key -> codes.size() + 1);
        if (code > MOST_CODES) {
          throw new IOException("More than " + MOST_CODES + " characters in one font");
        }
        out.write(code >> 8);
        out.write(code);
      }
    }
    return out.toByteArray();
  }

  private List<Shown> shown(int character) throws IOException {
    int glyph = face.glyph(character);
    if (glyph == 0) {
      throw new IOException(String.format("%s has no glyph for U+%04X", face.name(), character));
    }
    String text = ArabicLetters.of(character);
    double advance = face.advance(character);
    if (text.equals(Character.toString(character)) || text.length() != 2) {
      return List.of(new Shown(glyph, text, advance));
    }
    // Who extracts text from right to left takes one code after the other, so each is one letter.
    return List.of(
        new Shown(glyph, text.substring(1), advance),
        new Shown(face.glyph(' '), text.substring(0, 1), 0));
  }

  @Override
  public void finish() throws IOException {
    COSDictionary descendant = new COSDictionary();
    COSDictionary descriptor = new COSDictionary();
    String name = tag() + "+" + face.name();
    if (face.isPostScript()) {
      postScript(name, descendant, descriptor);
    } else {
      trueType(descendant, descriptor);
    }
    describe(new PDFontDescriptor(descriptor), name);
    descendant.setItem(COSName.TYPE, COSName.FONT);
    descendant.setName(COSName.BASE_FONT, name);
    COSDictionary system = new COSDictionary();
    system.setString(COSName.REGISTRY, "Adobe");
    system.setString(COSName.ORDERING, "Identity");
    system.setInt(COSName.SUPPLEMENT, 0);
    descendant.setItem(COSName.CIDSYSTEMINFO, system);
    descendant.setItem(COSName.W, widths());
    descendant.setItem(COSName.FONT_DESC, descriptor);

    dictionary.setName(COSName.BASE_FONT, name);
    COSArray descendants = new COSArray();
    descendants.add(descendant);
    dictionary.setItem(COSName.DESCENDANT_FONTS, descendants);
    List<String> texts = codes.keySet().stream().map(Shown::text).toList();
    dictionary.setItem(COSName.TO_UNICODE, stream(new UnicodeMap(texts).bytes()));
  }

  private void trueType(COSDictionary descendant, COSDictionary descriptor) throws IOException {
    Set<Integer> glyphs = new HashSet<>();
    codes.keySet().forEach(shown -> glyphs.add(shown.glyph()));
    TTFSubsetter subsetter = new TTFSubsetter(face.program(), TABLES);
    subsetter.addGlyphIds(glyphs);
    Map<Integer, Integer> places = new HashMap<>();
    subsetter.getGIDMap().forEach((place, glyph) -> places.put(glyph, place));
    ByteArrayOutputStream program = new ByteArrayOutputStream();
    subsetter.writeToStream(program);
    COSStream file = stream(program.toByteArray());
    file.setInt(COSName.LENGTH1, program.size());
    descriptor.setItem(COSName.FONT_FILE2, file);
    descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
    descendant.setItem(COSName.CID_TO_GID_MAP, stream(glyphMap(places)));
  }

  private void postScript(String name, COSDictionary descendant, COSDictionary descriptor)
      throws IOException {
    CffProgram program = new CffProgram(name, face.unitsPerEm());
    program.add(face.outline(0), 1000 * face.advanceOf(0));
    for (Shown shown : codes.keySet()) {
      program.add(face.outline(shown.glyph()), 1000 * shown.advance());
    }
    COSStream file = stream(program.bytes());
    file.setName(COSName.SUBTYPE, "CIDFontType0C");
    descriptor.setItem(COSName.FONT_FILE3, file);
    descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE0);
  }

  /** Returns six capitals that stand for the choice of glyphs, ISO 32000-1 section 9.6.4. */
  private String tag() {
    StringBuilder tag = new StringBuilder();
    int sum = 0;
    for (Shown shown : codes.keySet()) {
      sum = 31 * sum + shown.glyph();
    }
    long rest = sum & 0xFFFFFFFFL;
    for (int i = 0; i < 6; i++) {
      tag.append((char) ('A' + rest % 26));
      rest /= 26;
    }
    return tag.toString();
  }

  private COSArray widths() {
    COSArray widths = new COSArray();
    for (Shown shown : codes.keySet()) {
      widths.add(COSInteger.get(Math.round(1000 * shown.advance())));
    }
    COSArray all = new COSArray();
    all.add(COSInteger.ONE);
    all.add(widths);
    return all;
  }

  private byte[] glyphMap(Map<Integer, Integer> places) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(0);
    out.write(0);
    for (Shown shown : codes.keySet()) {
      int place = places.getOrDefault(shown.glyph(), 0);
      out.write(place >> 8);
      out.write(place);
    }
    return out.toByteArray();
  }

  private COSStream stream(byte[] bytes) throws IOException {
    return new PDStream(document, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE)
        .getCOSObject();
  }

  private void describe(PDFontDescriptor descriptor, String name) throws IOException {
    TrueTypeFont program = face.program();
    HeaderTable header = program.getHeader();
    float scale = (float) (1000 / face.unitsPerEm());
    descriptor.getCOSObject().setItem(COSName.TYPE, COSName.FONT_DESC);
    descriptor.setFontName(name);
    descriptor.setSymbolic(true);
    descriptor.setItalicAngle(program.getPostScript().getItalicAngle());
    descriptor.setItalic(program.getPostScript().getItalicAngle() != 0);
    descriptor.setFixedPitch(program.getPostScript().getIsFixedPitch() > 0);
    descriptor.setFontBoundingBox(
        new PDRectangle(
            header.getXMin() * scale,
            header.getYMin() * scale,
            (header.getXMax() - header.getXMin()) * scale,
            (header.getYMax() - header.getYMin()) * scale));
    descriptor.setAscent((float) (1000 * face.ascent()));
    descriptor.setDescent((float) (-1000 * face.descent()));
    descriptor.setCapHeight((float) (1000 * face.ascent()));
    descriptor.setStemV(80);
  }
}
