package dev.yiben.formats.format.srt;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import dev.yiben.formats.format.BrokenFilesContract;
import dev.yiben.formats.format.DocumentFormat;
import java.nio.charset.Charset;
import java.util.List;

class BrokenSrtTest extends BrokenFilesContract {
  private static final String LAMP = "1\n00:00:01,000 --> 00:00:02,000\nThe lamp\n\n";
  private static final String STAIRS = "2\n00:00:03,000 --> 00:00:04,000\nThe stairs\n\n";
  private static final String SEA = "3\n00:00:05,000 --> 00:00:06,000\nThe sea\n\n";
  private static final String ALL = LAMP + STAIRS + SEA;

  @Override
  protected DocumentFormat format() {
    return new SrtFormat();
  }

  @Override
  protected List<Broken> files() {
    return List.of(
        three("no numbers.srt", ALL.replaceAll("(?m)^\\d\n", ""))
            .telling("3 cues without a number"),
        three("doubled numbers.srt", ALL.replaceAll("(?m)^[23]\n", "1\n"))
            .telling("2 cues whose numbers do not follow"),
        three("no blank lines.srt", ALL.replace("\n\n", "\n"))
            .telling("2 cues without a blank line before them, the first at line 4"),
        three("blank lines everywhere.srt", ALL.replace("\n", "\n\n"))
            .telling("3 cues with blank lines in their text"),
        Broken.of(
                "a blank line in a text.srt",
                LAMP.replace("lamp", "lamp\n\nis lit") + STAIRS,
                "The lamp⟦1⟧is lit",
                "The stairs")
            .telling("1 cue with a blank line in its text, at line 1"),
        three(
                "odd arrows and times.srt",
                ALL.replace("01,000 --> 00:00:02", "01.000 -> 00:00:02")
                    .replace("00:00:03,000 --> 00:00:04,000", "00:03 --> 00:04")
                    .replace("05,000 -->", "05:12 —>"))
            .telling("3 timing lines in odd forms"),
        three("no ends.srt", ALL.replace(" 00:00:04,000", "")).telling("1 cue without an end"),
        three("text beside the times.srt", ALL.replace("04,000\n", "04,000 "))
            .telling("1 cue with text on its timing line, at line 6"),
        three("times that run back.srt", ALL.replace("00:00:04", "00:00:02"))
            .telling("1 cue that ends before it begins"),
        three("garbage before the first cue.srt", "Subtitles by nobody\n\n" + ALL)
            .telling("1 line of text before the first cue"),
        Broken.of(
                "zero bytes and unseen characters.srt",
                ALL.replace("lamp", "la\u0000mp").replace("The stairs", "\u200BThe stairs"),
                "The la⟦1⟧mp",
                "\u200BThe stairs",
                "The sea")
            .telling("2 cues with control characters"),
        Broken.of(
                "cut off within a timing line.srt",
                LAMP + STAIRS + "3\n00:00:05,0",
                "The lamp",
                "The stairs")
            .telling("1 timing line that cannot be read, whose text stays as it is, at line 10"),
        Broken.of(
            "tags that are not closed.srt",
            LAMP.replace("The lamp", "<i>The <b lamp") + STAIRS.replace("stairs", "</i>stairs"),
            "The <b lamp",
            "The ⟦1⟧stairs"),
        three("mixed line ends.srt", LAMP.replace("\n", "\r\n") + STAIRS.replace("\n", "\r") + SEA),
        three("unmarked utf-16.srt", "").as(ALL.getBytes(UTF_16LE)),
        Broken.of("another encoding.srt", "", "Gdzie jest światło latarni?", "Nie wiem, już idę.")
            .as(
                (LAMP + STAIRS)
                    .replace("The lamp", "Gdzie jest światło latarni?")
                    .replace("The stairs", "Nie wiem, już idę.")
                    .getBytes(Charset.forName("windows-1250")))
            .telling("windows-1250, a guess"));
  }

  private static Broken three(String name, String content) {
    return Broken.of(name, content, "The lamp", "The stairs", "The sea");
  }
}
