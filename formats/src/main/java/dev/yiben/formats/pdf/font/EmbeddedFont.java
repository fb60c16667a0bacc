package dev.yiben.formats.pdf.font;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
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

  /** Codes by character; code 0 shows the glyph of missing ones. */
  private final Map<Integer, Integer> codes = new LinkedHashMap<>();

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
      if (face.glyph(character) == 0) {
        throw new IOException(String.format("%s has no glyph for U+%04X", face.name(), character));
      }
      int code = codes.computeIfAbsent(character, key -> codes.size() + 1);
      if (code > MOST_CODES) {
        throw new IOException("More than " + MOST_CODES + " characters in one font");
      }
      out.write(code >> 8);
      out.write(code);
    }
    return out.toByteArray();
  }

  @Override
  public void finish() throws IOException {
    Set<Integer> glyphs = new HashSet<>();
    codes.keySet().forEach(character -> glyphs.add(face.glyph(character)));
    TTFSubsetter subsetter = new TTFSubsetter(face.program(), TABLES);
    subsetter.addGlyphIds(glyphs);
    Map<Integer, Integer> places = new LinkedHashMap<>();
    subsetter.getGIDMap().forEach((place, glyph) -> places.put(glyph, place));
    ByteArrayOutputStream program = new ByteArrayOutputStream();
    subsetter.writeToStream(program);

    String name = tag() + "+" + face.name();
    COSDictionary descendant = new COSDictionary();
    descendant.setItem(COSName.TYPE, COSName.FONT);
    descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
    descendant.setName(COSName.BASE_FONT, name);
    COSDictionary system = new COSDictionary();
    system.setString(COSName.REGISTRY, "Adobe");
    system.setString(COSName.ORDERING, "Identity");
    system.setInt(COSName.SUPPLEMENT, 0);
    descendant.setItem(COSName.CIDSYSTEMINFO, system);
    descendant.setItem(COSName.W, widths());
    descendant.setItem(COSName.CID_TO_GID_MAP, stream(glyphMap(places)));
    PDFontDescriptor descriptor = descriptor(name);
    COSStream file = stream(program.toByteArray());
    file.setInt(COSName.LENGTH1, program.size());
    descriptor.setFontFile2(new PDStream(file));
    descendant.setItem(COSName.FONT_DESC, descriptor);

    dictionary.setName(COSName.BASE_FONT, name);
    COSArray descendants = new COSArray();
    descendants.add(descendant);
    dictionary.setItem(COSName.DESCENDANT_FONTS, descendants);
    dictionary.setItem(COSName.TO_UNICODE, stream(new UnicodeMap(texts()).bytes()));
  }

  /** Returns six capitals that stand for the choice of glyphs, ISO 32000-1 section 9.6.4. */
  private String tag() {
    StringBuilder tag = new StringBuilder();
    long rest = codes.keySet().hashCode() & 0xFFFFFFFFL;
    for (int i = 0; i < 6; i++) {
      tag.append((char) ('A' + rest % 26));
      rest /= 26;
    }
    return tag.toString();
  }

  private COSArray widths() {
    COSArray widths = new COSArray();
    for (int character : codes.keySet()) {
      widths.add(COSInteger.get(Math.round(1000 * face.advance(character))));
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
    for (int character : codes.keySet()) {
      int place = places.getOrDefault(face.glyph(character), 0);
      out.write(place >> 8);
      out.write(place);
    }
    return out.toByteArray();
  }

  /** Returns what the codes from 1 on mean. */
  private List<String> texts() {
    List<String> texts = new ArrayList<>();
    codes.keySet().forEach(character -> texts.add(ArabicLetters.of(character)));
    return texts;
  }

  private COSStream stream(byte[] bytes) throws IOException {
    return new PDStream(document, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE)
        .getCOSObject();
  }

  private PDFontDescriptor descriptor(String name) throws IOException {
    TrueTypeFont program = face.program();
    HeaderTable header = program.getHeader();
    float scale = (float) (1000 / face.unitsPerEm());
    COSDictionary entries = new COSDictionary();
    entries.setItem(COSName.TYPE, COSName.FONT_DESC);
    PDFontDescriptor descriptor = new PDFontDescriptor(entries);
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
    return descriptor;
  }
}
