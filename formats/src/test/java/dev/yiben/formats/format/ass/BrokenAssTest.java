package dev.yiben.formats.format.ass;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.yiben.formats.format.BrokenFilesContract;
import dev.yiben.formats.format.DocumentFormat;
import java.nio.charset.Charset;
import java.util.List;

class BrokenAssTest extends BrokenFilesContract {
  private static final String HEAD =
      """
      [Script Info]
      Title: Lamp
      ScriptType: v4.00+

      [V4+ Styles]
      Format: Name, Fontname, Fontsize
      Style: Default,Arial,48

      """;

  private static final String EVENTS =
      """
      [Events]
      Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
      """;

  private static final String LAMP =
      "Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,The lamp, again\n";
  private static final String STAIRS =
      "Dialogue: 0,0:00:03.00,0:00:04.00,Default,,0,0,0,,The stairs\n";

  @Override
  protected DocumentFormat format() {
    return new AssFormat();
  }

  @Override
  protected List<Broken> files() {
    return List.of(
        Broken.of("no header of events.ass", HEAD + LAMP + STAIRS, "The lamp, again", "The stairs")
            .telling("without an [Events] line"),
        Broken.of("dialogue and nothing else.ass", LAMP + STAIRS, "The lamp, again", "The stairs")
            .telling("without an [Events] line"),
        Broken.of(
            "headers without their brackets.ass",
            "[Script Info\n[v4+ styles\nStyle: Default,Arial,20\n[Events\n" + LAMP + STAIRS,
            "The lamp, again",
            "The stairs"),
        Broken.of(
                "format without text.ass",
                HEAD + "[Events]\nFormat: Layer, Start, End\n" + LAMP + STAIRS,
                "The lamp, again",
                "The stairs")
            .telling(
                "1 Format line without Text, in whose place the usual fields are taken for granted, at line 10"),
        Broken.of(
                "fields after the text.ass",
                HEAD + "[Events]\nFormat: Start, Text, End\nDialogue: 0:00:01.00,Lit, 0:00:02.00\n",
                "Lit, 0:00:02.00")
            .telling("1 Format line with fields after Text", "1 time that cannot be read"),
        Broken.of(
                "too few fields.ass",
                HEAD + EVENTS + "Dialogue: 0,0:00:01.00,The lamp\nDialogue:\n" + STAIRS,
                "The stairs")
            .telling("2 lines with too few fields, which stay as they are, the first at line 11"),
        Broken.of(
                "times that are none.ass",
                HEAD + EVENTS + LAMP.replace("0:00:01.00", "soon") + STAIRS.replace("04", "xx"),
                "The lamp, again",
                "The stairs")
            .telling("2 times that cannot be read"),
        Broken.of(
                "an end before its beginning.ass",
                HEAD + EVENTS + LAMP.replace("0:00:02", "0:00:00") + STAIRS,
                "The lamp, again",
                "The stairs")
            .telling("1 cue that ends before it begins, at line 11"),
        Broken.of(
                "text that goes on in the next line.ass",
                HEAD + EVENTS + LAMP + "and more of it\n" + STAIRS,
                "The lamp, again",
                "The stairs")
            .telling("1 line of an unknown kind, which stays as it is, at line 12"),
        Broken.of(
            "braces that are not closed.ass",
            HEAD + EVENTS + LAMP.replace("lamp", "{\\b1 lamp") + STAIRS.replace("The", "The}"),
            "The ⟦1⟧\\b1 lamp, again",
            "The⟦1⟧ stairs"),
        Broken.of(
            "cut off within a tag.ass",
            (HEAD + EVENTS + LAMP + STAIRS.replace("stairs", "stairs {\\pos(10,")).strip(),
            "The lamp, again",
            "The stairs ⟦1⟧\\pos(10,"),
        Broken.of(
            "zero bytes and marks.ass",
            "\u0000" + HEAD + EVENTS + LAMP.replace("lamp", "la\u0000mp") + "\uFEFF" + STAIRS,
            "The la⟦1⟧mp, again",
            "The stairs"),
        Broken.of(
            "mixed line ends and spellings.ass",
            (HEAD + EVENTS).replace("\n", "\r\n")
                + LAMP.replace("Dialogue:", "  dialogue :").replace("\n", "\r")
                + STAIRS.replace("Dialogue:", "DIALOGUE:"),
            "The lamp, again",
            "The stairs"),
        Broken.of(
            "font data that looks like headers.ass",
            HEAD + "[Fonts]\nfontname: a.ttf\n[EVENTS\\!\n[!\"#$]\n\n" + EVENTS + LAMP,
            "The lamp, again"),
        Broken.of("unmarked utf-16.ass", "", "The lamp, again", "The stairs")
            .as((HEAD + EVENTS + LAMP + STAIRS).getBytes(UTF_16LE)),
        Broken.of("another encoding.ass", "", "Маяк снова горит, друг", "Лестница")
            .as(
                (HEAD + EVENTS + LAMP + STAIRS)
                    .replace("The lamp, again", "Маяк снова горит, друг")
                    .replace("The stairs", "Лестница")
                    .getBytes(Charset.forName("windows-1251")))
            .telling("windows-1251, a guess"),
        Broken.of("damaged utf-8.ass", "", "灯塔又亮了⟦1⟧，大海很平静")
            .as(damaged(HEAD + EVENTS + LAMP.replace("The lamp, again", "灯塔又亮了#，大海很平静")))
            .telling("damaged"));
  }

  private static byte[] damaged(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '#') {
        bytes[i] = (byte) 0xE6;
      }
    }
    return bytes;
  }
}
