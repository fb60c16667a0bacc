package dev.yiben.formats.format.renpy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What games name the folders of their translations. */
final class LanguageFolders {
  private static final List<String> SIMPLIFIED =
      List.of(
          "schinese",
          "simplified_chinese",
          "chinese_simplified",
          "zh_hans",
          "zh_cn",
          "zhcn",
          "chs",
          "cn",
          "sc",
          "chinese",
          "zh",
          "zho",
          "chi");
  private static final List<String> TRADITIONAL =
      List.of(
          "tchinese",
          "traditional_chinese",
          "chinese_traditional",
          "zh_hant",
          "zh_tw",
          "zhtw",
          "zh_hk",
          "cht",
          "tw",
          "tc");
  private static final Map<String, List<String>> OTHERS =
      Map.of(
          "ja", List.of("japanese", "ja", "jp", "ja_jp", "jpn"),
          "ko", List.of("korean", "ko", "kr", "ko_kr", "kor"),
          "en", List.of("english", "en", "eng"),
          "pt-BR",
              List.of(
                  "brazilian_portuguese",
                  "portuguese_brazil",
                  "portuguese_br",
                  "pt_br",
                  "ptbr",
                  "br",
                  "portuguese",
                  "pt"),
          "uk", List.of("ukrainian", "uk", "ua", "ukr"));

  private LanguageFolders() {}

  /**
   * Returns the name of a language's folder: that of the first that is there, else the name that
   * most games give it.
   *
   * @param language BCP 47 tag
   * @param present the folders that are there
   */
  static String choose(String language, List<String> present) {
    List<String> names = names(language);
    for (String name : names) {
      for (String folder : present) {
        if (folder.toLowerCase(Locale.ROOT).equals(name)) {
          return folder;
        }
      }
    }
    return names.get(0);
  }

  private static List<String> names(String language) {
    Locale locale = Locale.forLanguageTag(language.replace('_', '-'));
    String code = locale.getLanguage();
    if (code.equals("zh")) {
      boolean traditional =
          locale.getScript().equals("Hant")
              || (locale.getScript().isEmpty()
                  && Set.of("TW", "HK", "MO").contains(locale.getCountry()));
      return traditional ? TRADITIONAL : SIMPLIFIED;
    }
    String tag = language.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    String english = name(locale.getDisplayLanguage(Locale.ENGLISH));
    String country = name(locale.getDisplayCountry(Locale.ENGLISH));
    Set<String> names = new LinkedHashSet<>();
    names.addAll(OTHERS.getOrDefault(code + "-" + locale.getCountry(), List.of()));
    boolean unknown = english.isEmpty() || english.equals(code);
    names.add(unknown ? tag : english);
    names.addAll(OTHERS.getOrDefault(code, List.of()));
    names.add(tag);
    names.add(english + "_" + country);
    names.add(code);
    names.remove("");
    return List.copyOf(names);
  }

  private static String name(String english) {
    return english.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "_");
  }
}
