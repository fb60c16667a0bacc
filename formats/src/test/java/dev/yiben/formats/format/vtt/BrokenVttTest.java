package dev.yiben.formats.format.vtt;

import static java.nio.charset.StandardCharsets.UTF_16BE;

import dev.yiben.formats.format.BrokenFilesContract;
import dev.yiben.formats.format.DocumentFormat;
import java.nio.charset.Charset;
import java.util.List;

class BrokenVttTest extends BrokenFilesContract {
  private static final String HEAD = "WEBVTT\n\n";
  private static final String LAMP = "00:01.000 --> 00:02.000\nThe lamp\n\n";
  private static final String STAIRS = "00:03.000 --> 00:04.000\nThe stairs\n\n";
  private static final String ALL = HEAD + LAMP + STAIRS;

  @Override
  protected DocumentFormat format() {
    return new VttFormat();
  }

  @Override
  protected List<Broken> files() {
    return List.of(
        two("no header.vtt", LAMP + STAIRS).telling("1 file without its header line"),
        two("header in small letters.vtt", ALL.replace("WEBVTT", "webvtt"))
            .telling("1 file without its header line", "1 block that belongs to no cue"),
        two("no blank line after the header.vtt", ALL.replace(HEAD, "WEBVTT\n"))
            .telling("1 header without a blank line"),
        two("no blank lines.vtt", HEAD + (LAMP + STAIRS).replace("\n\n", "\n"))
            .telling("1 cue without a blank line before it"),
        two(
                "times of subrip.vtt",
                ALL.replace("00:01.000 --> 00:02.000", "1\n00:00:01,000 --> 00:00:02,000"))
            .telling("1 timing line in an odd form, at line 4"),
        Broken.of(
                "a time that cannot be read.vtt",
                ALL.replace("00:03.000 -->", "soon -->"),
                "The lamp")
            .telling("1 timing line that cannot be read"),
        two("no end.vtt", ALL.replace("--> 00:04.000", "-->")).telling("1 cue without an end"),
        two("text of no cue.vtt", ALL.replace(STAIRS, "somebody's words\n\n" + STAIRS))
            .telling("1 block that belongs to no cue and stays as it is, at line 6"),
        two("times that run back.vtt", ALL.replace("00:04", "00:02"))
            .telling("1 cue that ends before it begins"),
        Broken.of(
            "tags that are not closed.vtt",
            HEAD
                + LAMP.replace("The lamp", "<v Keeper><i>The <b lamp")
                + STAIRS.replace("st", "</c>st"),
            "The <b lamp",
            "The ⟦1⟧stairs"),
        Broken.of("zero bytes.vtt", ALL.replace("lamp", "la\u0000mp"), "The la⟦1⟧mp", "The stairs"),
        Broken.of(
            "cut off within a tag.vtt",
            (ALL + "00:05.000 --> 00:06.000\nThe <i").strip(),
            "The lamp",
            "The stairs",
            "The <i"),
        two("cut off within a timing line.vtt", ALL + "00:05.000 -")
            .telling("1 block that belongs"),
        Broken.of(
            "ampersands and brackets.vtt",
            HEAD + LAMP.replace("lamp", "lamp & 3 < 4 &bogus;"),
            "The lamp & 3 < 4 &bogus;"),
        two("mixed line ends.vtt", HEAD.replace("\n", "\r\n") + LAMP.replace("\n", "\r") + STAIRS),
        two("unmarked utf-16.vtt", "").as(ALL.getBytes(UTF_16BE)),
        Broken.of("another encoding.vtt", "", "Où est la lumière du phare ?", "Là-bas, très loin.")
            .as(
                ALL.replace("The lamp", "Où est la lumière du phare ?")
                    .replace("The stairs", "Là-bas, très loin.")
                    .getBytes(Charset.forName("windows-1252")))
            .telling("windows-1252, a guess"));
  }

  private static Broken two(String name, String content) {
    return Broken.of(name, content, "The lamp", "The stairs");
  }
}
