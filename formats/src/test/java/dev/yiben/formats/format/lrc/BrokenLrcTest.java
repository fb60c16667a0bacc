package dev.yiben.formats.format.lrc;

import static java.nio.charset.StandardCharsets.UTF_16BE;

import dev.yiben.formats.format.BrokenFilesContract;
import dev.yiben.formats.format.DocumentFormat;
import java.nio.charset.Charset;
import java.util.List;

class BrokenLrcTest extends BrokenFilesContract {
  private static final String SONG =
      """
      [ti:Lamp]
      [00:01.00]The lamp
      [00:03.00]The stairs
      """;

  @Override
  protected DocumentFormat format() {
    return new LrcFormat();
  }

  @Override
  protected List<Broken> files() {
    return List.of(
        song("no closing brackets.lrc", SONG.replace("00]", "00 "))
            .telling("2 tags without their closing brackets, the first at line 2"),
        song("wide brackets and colons.lrc", SONG.replace("[00:0", "［00：0").replace("00]", "00］")),
        song("metadata not closed.lrc", SONG.replace("Lamp]", "Lamp"))
            .telling("1 tag without its closing bracket, at line 1"),
        Broken.of(
                "lines without times.lrc",
                "Words by nobody\n" + SONG + "and the sea\n",
                "Words by nobody",
                "The lamp",
                "The stairs",
                "and the sea")
            .telling(
                "2 lines without a time, which are translated all the same, the first at line 1"),
        song("too many seconds.lrc", SONG.replace("00:03", "00:93"))
            .telling("1 time with more than 59 seconds, at line 3"),
        song("commas, spaces and few digits.lrc", SONG.replace("[00:01.00]", " [ 0:1,0 ] ")),
        Broken.of(
            "zero bytes.lrc",
            "\u0000" + SONG.replace("lamp", "la\u0000mp"),
            "The la⟦1⟧mp",
            "The stairs"),
        song(
            "mixed line ends.lrc",
            SONG.replace("Lamp]\n", "Lamp]\r\n").replace("lamp\n", "lamp\r")),
        Broken.of("cut off within a time.lrc", SONG + "[00:0", "The lamp", "The stairs")
            .telling("1 tag without its closing bracket, at line 4"),
        Broken.of(
            "cut off within a time of a word.lrc",
            SONG + "[00:05.00]<00:05.00>Row <00:0",
            "The lamp",
            "The stairs",
            "Row <00:0"),
        Broken.of(
                "pages around the lyrics.lrc",
                "<html><body>\n" + SONG + "</body>\n",
                "<html><body>",
                "The lamp",
                "The stairs",
                "</body>")
            .telling(
                "2 lines without a time, which are translated all the same, the first at line 1"),
        song("marks between tags.lrc", SONG.replace("[00", "\uFEFF[00")),
        song("unmarked utf-16.lrc", "").as(SONG.getBytes(UTF_16BE)),
        Broken.of("another encoding.lrc", "", "灯塔又亮了，大海很平静", "我们一起回家")
            .as(
                SONG.replace("The lamp", "灯塔又亮了，大海很平静")
                    .replace("The stairs", "我们一起回家")
                    .getBytes(Charset.forName("GB18030")))
            .telling("GB18030, a guess"));
  }

  private static Broken song(String name, String content) {
    return Broken.of(name, content, "The lamp", "The stairs");
  }
}
