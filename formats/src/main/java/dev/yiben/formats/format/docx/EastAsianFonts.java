package dev.yiben.formats.format.docx;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which fonts have the characters of East Asian languages, by their names. */
final class EastAsianFonts {
  private static final String HANS = "Hans";
  private static final String HANT = "Hant";
  private static final String JPAN = "Jpan";
  private static final String HANG = "Hang";

  /** Fonts that Word, macOS and LibreOffice bring along, and families of fonts for one script. */
  private static final Map<String, Pattern> FONTS =
      Map.of(
          HANS,
          fonts(
              "n?simsun(-extb)?|simhei|kaiti|simkai|fangsong|simfang|microsoft yahei.*|dengxian.*"
                  + "|youyuan|lisu|st(song|kaiti|fangsong|xihei|heiti|zhongsong|xinwei|xingkai).*"
                  + "|fz.*|hy(?!gothic|myeongjo).*|pingfang sc|songti sc|heiti sc|kaiti sc"
                  + "|noto (sans|serif)( mono)?( cjk)? sc|source han (sans|serif)( (sc|cn))?"
                  + "|wenquanyi.*|wqy.*|ar pl uming.*|arial unicode ms"
                  + "|新?宋体|黑体|楷体.*|仿宋.*|微软雅黑.*|等线.*|隶书|幼圆|华文.*|方正.*|汉仪.*|思源.*"),
          HANT,
          fonts(
              "p?mingliu.*|dfkai-sb|microsoft jhenghei.*|pingfang (tc|hk)|songti tc|heiti tc|lihei.*"
                  + "|lisong.*|noto (sans|serif)( mono)?( cjk)? (tc|hk)"
                  + "|source han (sans|serif) (tc|tw|hk)|ar pl (uming|ukai).*|arial unicode ms"
                  + "|新?細明體.*|標楷體|微軟正黑體.*|華康.*|蘋方.*|思源.*"),
          JPAN,
          fonts(
              "ms p?(gothic|mincho)|ms ui gothic|meiryo.*|yu (gothic|mincho).*|hiragino.*|osaka.*"
                  + "|hg.*|biz ud.*|ud digi.*|ipa.*|takao.*|noto (sans|serif)( mono)?( cjk)? jp"
                  + "|source han (sans|serif)( jp)?|arial unicode ms"
                  + "|ms ?p?(ゴシック|明朝)|メイリオ|游(ゴシック|明朝).*|ヒラギノ.*"),
          HANG,
          fonts(
              "malgun gothic.*|batang(che)?|gulim(che)?|dotum(che)?|gungsuh(che)?|hy(gothic|myeongjo).*"
                  + "|apple(gothic| sd gothic neo|myungjo)|nanum.*|un(batang|dotum)"
                  + "|noto (sans|serif)( mono)?( cjk)? kr|source han (sans|serif) (kr|k)"
                  + "|arial unicode ms|맑은 고딕.*|바탕체?|굴림체?|돋움체?|궁서체?|나눔.*|함초롬.*|휴먼.*"));

  /** What Word itself takes in documents of these languages, on all systems that it runs on. */
  private static final Map<String, String> OF_WORD =
      Map.of(HANS, "SimSun", HANT, "PMingLiU", JPAN, "MS Mincho", HANG, "Malgun Gothic");

  private EastAsianFonts() {}

  private static Pattern fonts(String names) {
    return Pattern.compile(names);
  }

  /** Returns whether a font has the characters of a script, as far as its name tells. */
  static boolean suits(String font, String script) {
    // Japanese names have full-width letters.
    String name = Normalizer.normalize(font, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    String plain = name.startsWith("@") ? name.substring(1) : name;
    return Optional.ofNullable(FONTS.get(script))
        .filter(fonts -> fonts.matcher(plain).matches())
        .isPresent();
  }

  /** Returns the font for text that no font is told for. */
  static String fallback(String script) {
    return OF_WORD.getOrDefault(script, "");
  }
}
