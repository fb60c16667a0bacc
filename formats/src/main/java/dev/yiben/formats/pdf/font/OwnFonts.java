package dev.yiben.formats.pdf.font;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.util.LocaleData;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * The fonts of a document that have all letters of a language, so that a translation may be written
 * in the font of its source.
 */
final class OwnFonts {
  /** Scripts whose letters are few enough to be asked for. */
  private static final Set<String> ALPHABETS = Set.of("Latn", "Cyrl", "Grek");

  private static final UnicodeSet ALWAYS = new UnicodeSet("[A-Za-z0-9 .,:;!?()'\\-]").freeze();
  private static final int MOST_FONTS = 10_000;

  private final Map<String, List<Place>> places = new HashMap<>();
  private final Map<String, List<OwnFace>> faces = new HashMap<>();

  /** Where a font is named. */
  private record Place(PDResources resources, COSName name) {}

  /** Looks which fonts the pages of a document name. */
  OwnFonts(Iterable<PDPage> pages) {
    Map<COSDictionary, Place> all = new LinkedHashMap<>();
    for (PDPage page : pages) {
      PDResources resources = page.getResources();
      COSDictionary fonts =
          resources == null ? null : resources.getCOSObject().getCOSDictionary(COSName.FONT);
      if (fonts != null) {
        for (COSName name : fonts.keySet()) {
          COSDictionary font = fonts.getCOSDictionary(name);
          if (font != null && all.size() < MOST_FONTS) {
            all.putIfAbsent(font, new Place(resources, name));
          }
        }
      }
    }
    all.forEach(
        (font, place) ->
            places
                .computeIfAbsent(
                    plain(font.getNameAsString(COSName.BASE_FONT, "")), key -> new ArrayList<>())
                .add(place));
  }

  private static String plain(String name) {
    return name.replaceFirst("^[A-Z]{6}\\+", "");
  }

  /** Returns a font of a name that has all letters of a language. */
  Optional<FontFace> complete(String name, String language) {
    if (name.isEmpty() || !places.containsKey(name)) {
      return Optional.empty();
    }
    UnicodeSet needed = needed(language);
    for (OwnFace face : faces.computeIfAbsent(name, this::read)) {
      if (hasAll(face, needed)) {
        return Optional.of(face);
      }
    }
    return Optional.empty();
  }

  private static boolean hasAll(OwnFace face, UnicodeSet needed) {
    for (UnicodeSet.EntryRange range : needed.ranges()) {
      for (int character = range.codepoint; character <= range.codepointEnd; character++) {
        if (!face.covers(character)) {
          return false;
        }
      }
    }
    return true;
  }

  private List<OwnFace> read(String name) {
    List<OwnFace> all = new ArrayList<>();
    for (Place place : places.get(name)) {
      try {
        PDFont font = place.resources().getFont(place.name());
        if (font != null && OwnFace.isUsable(font)) {
          all.add(new OwnFace(font, name));
        }
      } catch (IOException | RuntimeException e) {
        // A font that cannot be read is not written in.
      }
    }
    return all;
  }

  private static UnicodeSet needed(String language) {
    ULocale locale = ULocale.addLikelySubtags(ULocale.forLanguageTag(language));
    UnicodeSet needed = new UnicodeSet(ALWAYS);
    if (ALPHABETS.contains(locale.getScript())) {
      UnicodeSet letters = LocaleData.getExemplarSet(locale, 0, LocaleData.ES_STANDARD);
      letters.removeAllStrings();
      for (String letter : letters) {
        needed.add(letter).add(UCharacter.toUpperCase(letter.codePointAt(0)));
      }
    }
    return needed;
  }
}
