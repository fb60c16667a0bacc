package dev.yiben.formats.format.epub;

import dev.yiben.formats.block.Language;
import dev.yiben.formats.style.Declaration;
import dev.yiben.formats.style.StyleRule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Gives the families that a book brings its own fonts for a further font of the reader's system,
 * for the characters of the target's script alone: the book's fonts hardly have them.
 */
final class FontFallback {
  private static final String HAN =
      "U+2E80-303F, U+3105-312F, U+31A0-31EF, U+3400-4DBF, U+4E00-9FFF, U+F900-FAFF, "
          + "U+FE30-FE4F, U+FF00-FFEF, U+20000-3FFFF";

  /** What the fonts of a script are called, and the characters that they are for. */
  private record Fonts(String range, List<String> names) {}

  private static final Map<String, Fonts> BY_SCRIPT =
      Map.ofEntries(
          Map.entry(
              "Hans",
              new Fonts(
                  HAN,
                  List.of(
                      "Noto Serif CJK SC",
                      "Noto Serif SC",
                      "Source Han Serif SC",
                      "Songti SC",
                      "STSongti-SC-Regular",
                      "STSong",
                      "SimSun",
                      "Noto Sans CJK SC",
                      "Noto Sans SC",
                      "PingFang SC",
                      "PingFangSC-Regular",
                      "Microsoft YaHei",
                      "WenQuanYi Micro Hei",
                      "Droid Sans Fallback"))),
          Map.entry(
              "Hant",
              new Fonts(
                  HAN,
                  List.of(
                      "Noto Serif CJK TC",
                      "Noto Serif TC",
                      "Songti TC",
                      "STSongti-TC-Regular",
                      "PMingLiU",
                      "MingLiU",
                      "Noto Sans CJK TC",
                      "Noto Sans TC",
                      "PingFang TC",
                      "PingFangTC-Regular",
                      "Microsoft JhengHei",
                      "Droid Sans Fallback"))),
          Map.entry(
              "Jpan",
              new Fonts(
                  HAN + ", U+3040-30FF, U+31F0-31FF",
                  List.of(
                      "Noto Serif CJK JP",
                      "Noto Serif JP",
                      "Hiragino Mincho ProN",
                      "HiraMinProN-W3",
                      "Yu Mincho",
                      "YuMincho",
                      "MS Mincho",
                      "IPAexMincho",
                      "Noto Sans CJK JP",
                      "Noto Sans JP",
                      "Yu Gothic",
                      "Droid Sans Fallback"))),
          Map.entry(
              "Kore",
              new Fonts(
                  HAN + ", U+1100-11FF, U+3130-318F, U+A960-A97F, U+AC00-D7FF",
                  List.of(
                      "Noto Serif CJK KR",
                      "Noto Serif KR",
                      "AppleMyungjo",
                      "Batang",
                      "NanumMyeongjo",
                      "Noto Sans CJK KR",
                      "Noto Sans KR",
                      "Apple SD Gothic Neo",
                      "Malgun Gothic"))),
          Map.entry(
              "Arab",
              new Fonts(
                  "U+0600-06FF, U+0750-077F, U+0870-08FF, U+200C-200F, U+FB50-FDFF, U+FE70-FEFF",
                  List.of(
                      "Noto Naskh Arabic",
                      "Geeza Pro",
                      "GeezaPro",
                      "Traditional Arabic",
                      "Arabic Typesetting",
                      "Amiri",
                      "Scheherazade New",
                      "Noto Sans Arabic",
                      "Times New Roman",
                      "DejaVu Sans"))),
          Map.entry(
              "Hebr",
              new Fonts(
                  "U+0590-05FF, U+200E-200F, U+FB1D-FB4F",
                  List.of(
                      "Noto Serif Hebrew",
                      "David",
                      "Frank Ruehl CLM",
                      "Arial Hebrew",
                      "Noto Sans Hebrew",
                      "Times New Roman",
                      "DejaVu Sans"))),
          Map.entry(
              "Cyrl", new Fonts("U+0400-052F, U+1C80-1C8F, U+2DE0-2DFF, U+A640-A69F", latin())),
          Map.entry("Grek", new Fonts("U+0370-03FF, U+1F00-1FFF", latin())),
          Map.entry(
              "Latn", new Fonts("U+0020-024F, U+1E00-1EFF, U+2010-203A, U+20A0-20BF", latin())),
          Map.entry(
              "Deva",
              new Fonts(
                  "U+0900-097F, U+200C-200D, U+A8E0-A8FF",
                  List.of(
                      "Noto Serif Devanagari",
                      "Kohinoor Devanagari",
                      "Mangal",
                      "Nirmala UI",
                      "Noto Sans Devanagari",
                      "Lohit Devanagari"))),
          Map.entry(
              "Thai",
              new Fonts(
                  "U+0E00-0E7F, U+200C-200D",
                  List.of(
                      "Noto Serif Thai",
                      "Thonburi",
                      "Angsana New",
                      "Leelawadee UI",
                      "Tahoma",
                      "Noto Sans Thai"))));

  private static final Set<String> DESCRIPTORS =
      Set.of("font-weight", "font-style", "font-stretch");

  private static final Set<String> BOLD = Set.of("bold", "600", "700", "800", "900");

  private FontFallback() {}

  private static List<String> latin() {
    return List.of(
        "Noto Serif", "Georgia", "Times New Roman", "Liberation Serif", "DejaVu Serif", "Tinos");
  }

  /** Returns the rules to add to a book's. */
  static String rules(List<StyleRule> book, Optional<Language> source, Language target) {
    Fonts fonts = BY_SCRIPT.get(target.script());
    if (fonts == null || source.filter(s -> s.script().equals(target.script())).isPresent()) {
      return "";
    }
    Set<String> faces = new LinkedHashSet<>();
    for (StyleRule rule : book) {
      if (rule.prelude().equalsIgnoreCase("@font-face")) {
        face(rule)
            .map(
                face ->
                    "@font-face { %s; src: %s; unicode-range: %s; }\n"
                        .formatted(face, sources(rule, fonts), fonts.range()))
            .ifPresent(faces::add);
      }
    }
    return String.join("", faces);
  }

  /** Returns the names to look for; those of bold fonts first where the face is bold. */
  private static String sources(StyleRule rule, Fonts fonts) {
    boolean bold =
        rule.declarations().stream()
            .anyMatch(d -> d.property().equals("font-weight") && BOLD.contains(d.value()));
    return Stream.concat(
            fonts.names().stream().filter(name -> bold).map(name -> name + " Bold"),
            fonts.names().stream())
        .map(name -> "local(\"" + name + "\")")
        .collect(Collectors.joining(", "));
  }

  /** Returns what tells a face of a family from the others. */
  private static Optional<String> face(StyleRule rule) {
    boolean named = rule.declarations().stream().anyMatch(d -> d.property().equals("font-family"));
    boolean sound = rule.declarations().stream().allMatch(d -> StyleOverrides.isSound(d.value()));
    return named && sound
        ? Optional.of(
            rule.declarations().stream()
                .filter(
                    d -> d.property().equals("font-family") || DESCRIPTORS.contains(d.property()))
                .map((Declaration d) -> d.property() + ": " + d.value())
                .collect(Collectors.joining("; ")))
        : Optional.empty();
  }
}
