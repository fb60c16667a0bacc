package dev.yiben.pipeline.check;

import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.text.MeasureFormat.FormatWidth;
import com.ibm.icu.util.Measure;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Names and symbols of units of measure by language, from Unicode's locale data. */
final class Units {
  private static final List<MeasureUnit> UNITS =
      List.of(
          MeasureUnit.PERCENT,
          MeasureUnit.KILOMETER,
          MeasureUnit.METER,
          MeasureUnit.CENTIMETER,
          MeasureUnit.MILLIMETER,
          MeasureUnit.MILE,
          MeasureUnit.YARD,
          MeasureUnit.FOOT,
          MeasureUnit.INCH,
          MeasureUnit.KILOGRAM,
          MeasureUnit.GRAM,
          MeasureUnit.POUND,
          MeasureUnit.OUNCE,
          MeasureUnit.TON,
          MeasureUnit.TONNE,
          MeasureUnit.LITER,
          MeasureUnit.MILLILITER,
          MeasureUnit.GALLON,
          MeasureUnit.CELSIUS,
          MeasureUnit.FAHRENHEIT,
          MeasureUnit.KILOBYTE,
          MeasureUnit.MEGABYTE,
          MeasureUnit.GIGABYTE,
          MeasureUnit.TERABYTE,
          MeasureUnit.HERTZ,
          MeasureUnit.KILOHERTZ,
          MeasureUnit.MEGAHERTZ,
          MeasureUnit.GIGAHERTZ,
          MeasureUnit.WATT,
          MeasureUnit.KILOWATT,
          MeasureUnit.VOLT,
          MeasureUnit.PIXEL,
          MeasureUnit.KILOMETER_PER_HOUR,
          MeasureUnit.MILE_PER_HOUR,
          MeasureUnit.SQUARE_METER,
          MeasureUnit.HECTARE);

  private static final String SYMBOLS = "en";

  /** Numbers whose plural forms differ in one language or another. */
  private static final int[] COUNTS = {1, 2, 5};

  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Pattern NAME = Pattern.compile(" +");

  /** A word in small letters that may as well stand after a number that measures nothing. */
  private static final Set<String> AMBIGUOUS = Set.of("in", "to", "mo", "go", "po", "\"");

  private final Map<String, Map<String, Set<String>>> byLanguage = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> further;

  Units() {
    Properties properties = new Properties();
    try (InputStream in = Units.class.getResourceAsStream("units.properties");
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, Set<String>> read = new LinkedHashMap<>();
    properties.forEach((unit, names) -> read.put((String) unit, names((String) names)));
    further = Map.copyOf(read);
  }

  private static Set<String> names(String list) {
    return new LinkedHashSet<>(List.of(NAME.split(list)));
  }

  /** Returns the names and symbols of a unit, in small letters. */
  Set<String> names(String unit, String language) {
    Set<String> names = new LinkedHashSet<>(further.getOrDefault(unit, Set.of()));
    names.addAll(of(language).getOrDefault(unit, Set.of()));
    names.addAll(of(SYMBOLS).getOrDefault(unit, Set.of()));
    return names;
  }

  /** Returns the units by their names and symbols in a language, the longest first. */
  Map<String, String> units(String language) {
    Map<String, String> units = new LinkedHashMap<>();
    of(language).forEach((unit, names) -> names.forEach(name -> units.putIfAbsent(name, unit)));
    of(SYMBOLS).forEach((unit, names) -> names.forEach(name -> units.putIfAbsent(name, unit)));
    units.keySet().removeIf(name -> AMBIGUOUS.contains(name) || isSingleLetter(name));
    List<String> longestFirst = new ArrayList<>(units.keySet());
    longestFirst.sort(Comparator.comparingInt(String::length).reversed());
    Map<String, String> sorted = new LinkedHashMap<>();
    longestFirst.forEach(name -> sorted.put(name, units.get(name)));
    return sorted;
  }

  private static boolean isSingleLetter(String name) {
    return name.length() == 1 && name.charAt(0) < 'ɐ' && Character.isLetter(name.charAt(0));
  }

  private Map<String, Set<String>> of(String language) {
    return byLanguage.computeIfAbsent(language, Units::read);
  }

  private static Map<String, Set<String>> read(String language) {
    Map<String, Set<String>> names = new LinkedHashMap<>();
    for (FormatWidth width : List.of(FormatWidth.WIDE, FormatWidth.SHORT, FormatWidth.NARROW)) {
      MeasureFormat format = MeasureFormat.getInstance(ULocale.forLanguageTag(language), width);
      for (MeasureUnit unit : UNITS) {
        for (int count : COUNTS) {
          String name =
              DIGITS
                  .matcher(Numbers.digits(format.format(new Measure(count, unit))))
                  .replaceAll("")
                  .strip()
                  .toLowerCase(Locale.ROOT);
          if (!name.isEmpty()) {
            names.computeIfAbsent(unit.getSubtype(), key -> new LinkedHashSet<>()).add(name);
          }
        }
      }
    }
    names.computeIfAbsent(MeasureUnit.PERCENT.getSubtype(), key -> new LinkedHashSet<>()).add("%");
    return names;
  }
}
