package dev.yiben.pipeline.convert;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Words and characters with what becomes of them: at each place the longest one is taken, as <a
 * href="https://github.com/BYVoid/OpenCC">OpenCC</a> does.
 *
 * <p>The dictionaries are those that opencc4j brings along. Its own converters are not used, since
 * that for Taiwan takes simplified forms for traditional ones (後面 becomes 後麵).
 */
final class ConversionDictionary {
  private static final String FOLDER = "/data/dictionary/";

  /** Traditional characters, each with its form in Taiwan. */
  private static final String TAIWAN =
      "僞偽 啓啟 喫吃 嫺嫻 嬀媯 峯峰 擡抬 棱稜 檐簷 污汙 泄洩 潙溈 爲為 牀床 痹痺 癡痴 皁皂 着著 祕秘 竈灶 糉粽 "
          + "繮韁 纔才 羣群 脣唇 蔘參 蔿蒍 衆眾 裏裡 覈核 踊踴 鉢缽 鍼針 鮎鯰 麪麵 齶顎";

  /** Where the dictionary takes the rarer reading; words with the other one are in the phrases. */
  private static final Map<String, String> READINGS = Map.of("乾", "干");

  private final Map<String, String> entries = new HashMap<>();
  private int longest = 1;

  private ConversionDictionary() {}

  /** Returns the dictionaries of a conversion, to be used one after the other. */
  static List<ConversionDictionary> of(ChineseConversion.Kind kind) {
    return switch (kind) {
      case S2T -> List.of(traditional());
      case S2TW -> List.of(traditional(), taiwan());
      case S2TWP -> List.of(traditional().read("TWPhrases.txt"), taiwan());
      case S2HK -> List.of(traditional(), new ConversionDictionary().read("HKVariants.txt"));
      case T2S -> {
        ConversionDictionary simplified = new ConversionDictionary().read("TSCharacters.txt");
        simplified.entries.putAll(READINGS);
        yield List.of(simplified.read("TSPhrases.txt"));
      }
    };
  }

  private static ConversionDictionary traditional() {
    return new ConversionDictionary().read("STCharacters.txt").read("STPhrases.txt");
  }

  private static ConversionDictionary taiwan() {
    ConversionDictionary taiwan = new ConversionDictionary();
    for (int i = 0; i < TAIWAN.length(); i += 3) {
      taiwan.entries.put(TAIWAN.substring(i, i + 1), TAIWAN.substring(i + 1, i + 2));
    }
    return taiwan;
  }

  /** Adds a file: on each line what to find and what becomes of it, of which the first holds. */
  private ConversionDictionary read(String name) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                ZhConverterUtil.class.getResourceAsStream(FOLDER + name),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int end = end(line, 0);
        if (end > 0 && end + 1 < line.length()) {
          entries.put(line.substring(0, end), line.substring(end + 1, end(line, end + 1)));
          longest = Math.max(longest, end);
        }
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int end(String line, int from) {
    int end = from;
    while (end < line.length() && line.charAt(end) != ' ' && line.charAt(end) != '\t') {
      end++;
    }
    return end;
  }

  String convert(String text) {
    StringBuilder converted = new StringBuilder(text.length());
    int place = 0;
    while (place < text.length()) {
      int end = Math.min(text.length(), place + longest);
      String found = null;
      while (end > place && (found = entries.get(text.substring(place, end))) == null) {
        end--;
      }
      if (found == null) {
        converted.append(text.charAt(place++));
      } else {
        converted.append(found);
        place = end;
      }
    }
    return converted.toString();
  }
}
