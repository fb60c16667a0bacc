package dev.yiben.formats.format.renpy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.DocumentFormat;
import dev.yiben.formats.format.DocumentFormatContract;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.Layout;
import dev.yiben.formats.format.SpeakerNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class RenpyFormatTest extends DocumentFormatContract {
  private static final String SCRIPT =
      """
      define e = Character(_("Eileen"), color="#c8ffc8")
      default points = 0

      label start:
          scene bg room
          "Narration in double quotes."
          'It\\'s in single quotes.'
          `In back quotes: "both" and 'both'.`
          e "She said \\"hi\\" \\\\ twice,\\nthen a\\ \\ gap."
          e happy -hat @ vhappy "With attributes." with dissolve
          e "With an id and arguments." (what_size=20, x="(") id start_mine nointeract
          extend " And {b}more{/b}, [player!q]. {w=1.5}{nw}"
          "Shopkeeper" "How much? %(price)d coins, 100%% sure."
          r"A raw one: C:\\dir."
          r'Another raw one.'
          "Broken over
             lines."
          voice "a.ogg"
          e "{i}All in italics{/i}"
          nvl clear
          \"""
          The first paragraph
          goes on.

          {clear}

          The second, \\"quoted\\".
          \"""
          $ note = __("A {a=jump:x}note{/a}")
          jump end

      label end(x=1):
          menu (screen="choice"):
              "What now?"
              "Go [[on]" if points > 3:
                  e "On."
              "Stop{#menu}" (a=1):
                  pass
          if points:
              e '''Triple single quotes.'''
          return

      screen help():
          textbutton _("Return") action Return()
          text _('It\\'s "over"')
          text _p(\"""
              One paragraph
              of lines.

              Another.
              \""")
      """;

  @Override
  protected DocumentFormat format() {
    return new RenpyFormat();
  }

  @Override
  protected Map<String, byte[]> samples() {
    Map<String, byte[]> samples = new TreeMap<>();
    samples.put("script.rpy", SCRIPT.getBytes(UTF_8));
    samples.put("marked.rpy", ("\uFEFF" + SCRIPT).getBytes(UTF_8));
    samples.put("windows.rpy", SCRIPT.replace("\n", "\r\n").getBytes(UTF_8));
    samples.put(
        "monologue.rpym",
        "rpy monologue single\nlabel a:\n    \"\"\"One.\n    Two.\"\"\"\n".getBytes(UTF_8));
    return samples;
  }

  @Test
  void readsWhatAScriptShows() throws IOException {
    try (Document document = format().open(file("script.rpy", SCRIPT.getBytes(UTF_8)))) {
      assertThat(document.segments())
          .extracting(segment -> segment.id() + " " + segment.source().marked())
          .containsExactly(
              "start/1 Narration in double quotes.",
              "start/2 It's in single quotes.",
              "start/3 In back quotes: \"both\" and 'both'.",
              "start/4 She said \"hi\" \\ twice,⟦1⟧then a  gap.",
              "start/5 With attributes.",
              "start/6 With an id and arguments.",
              "start/7 And ⟦1⟧more⟦/1⟧, ⟦2⟧.",
              "start/8/who Shopkeeper",
              "start/8 How much? ⟦1⟧ coins, 100% sure.",
              "start/9 A raw one: C:\\dir.",
              "start/10 Another raw one.",
              "start/11 Broken over lines.",
              "start/12 All in italics",
              "start/13 The first paragraph goes on.",
              "start/14 The second, \"quoted\".",
              "end/1 What now?",
              "end/2 Go [on]",
              "end/3 On.",
              "end/4 Stop",
              "end/5 Triple single quotes.",
              "strings/1 Eileen",
              "strings/2 A ⟦1⟧note⟦/1⟧",
              "strings/3 Return",
              "strings/4 It's \"over\"",
              "strings/5 One paragraph of lines.⟦1⟧⟦2⟧Another.");
      assertThat(document.notices()).isEmpty();
    }
  }

  @Test
  void leavesCodeInStringsAlone() throws IOException {
    String script =
        """
        label strings:
            e "Write _('this') to mark _('it')."
            $ run("_('hidden')", _("shown"))
        label b:
            "Far."
        """;
    try (Document document = format().open(file("script.rpy", script.getBytes(UTF_8)))) {
      assertThat(document.segments())
          .extracting(segment -> segment.source().plainText())
          .containsExactly("Write _('this') to mark _('it').", "Far.", "shown");
      assertThat(document.segments()).extracting(Segment::id).doesNotHaveDuplicates();
      byte[] written = merged(document, targets(document, source -> source.withMarked("\"'")));
      assertThat(new String(written, UTF_8))
          .contains("e \"\\\"'\"", "run(\"_('hidden')\", _(\"\\\"'\"))");
    }
  }

  @Test
  void tellsWhoSpeaks() throws IOException {
    try (Document document = format().open(file("script.rpy", SCRIPT.getBytes(UTF_8)))) {
      assertThat(speaker(document, "start/1")).isEmpty();
      assertThat(speaker(document, "start/4")).contains("Eileen");
      assertThat(speaker(document, "start/7")).contains("Eileen");
      assertThat(speaker(document, "start/8")).contains("Shopkeeper");
    }
  }

  @Test
  void leavesNamesOfSpeakersIfAsked() throws IOException {
    Path file = file("script.rpy", SCRIPT.getBytes(UTF_8));
    try (Document document = format().open(file, FormatOptions.DEFAULT.with(SpeakerNames.KEEP))) {
      assertThat(document.segments())
          .filteredOn(segment -> segment.role() == Role.SPEAKER)
          .hasSize(2)
          .allMatch(segment -> segment.skipRule().equals(Optional.of("speaker-name")));
    }
  }

  private static Optional<String> speaker(Document document, String id) {
    return document.segments().stream()
        .filter(segment -> segment.id().value().equals(id))
        .findFirst()
        .orElseThrow()
        .hints()
        .speaker();
  }

  @Test
  void writesEachKindOfLiteralSoThatItStaysOne() throws IOException {
    Path file = file("script.rpy", SCRIPT.getBytes(UTF_8));
    try (Document document = format().open(file)) {
      String written =
          new String(
              merged(document, targets(document, source -> source.withMarked("\"'`\\ [x] {y} 5%"))),
              UTF_8);
      assertThat(written.lines().map(String::strip))
          .contains(
              "\"\\\"'`\\\\ [[x] {{y} 5%%\"",
              "'\"\\'`\\\\ [[x] {{y} 5%%'",
              "`\"'\\`\\\\ [[x] {{y} 5%%`",
              "extend \" \\\"'`\\\\ [[x] {{y} 5%% {w=1.5}{nw}\"",
              "\"\\\"'`\\\\ [[x] {{y} 5%\" \"\\\"'`\\\\ [[x] {{y} 5%%\"",
              "define e = Character(_(\"\\\"'`\\\\ [[x] {{y} 5%\"), color=\"#c8ffc8\")",
              "e happy -hat @ vhappy \"\\\"'`\\\\ [[x] {{y} 5%%\" with dissolve",
              "text _('\"\\'`\\\\ [[x] {{y} 5%')");
      assertThat(written).doesNotContain("r\"").doesNotContain("r'");
    }
  }

  @Test
  void refusesBilingualLayouts() throws IOException {
    Path file = file("script.rpy", SCRIPT.getBytes(UTF_8));
    assertThatThrownBy(() -> format().open(file, FormatOptions.DEFAULT.with(Layout.BILINGUAL)))
        .isInstanceOf(DocumentException.class);
  }

  @Test
  void keepsAScriptWithoutText() throws IOException {
    byte[] script = "init python:\n    x = 'text'\n".getBytes(UTF_8);
    try (Document document = format().open(file("code.rpy", script))) {
      assertThat(document.segments()).isEmpty();
      assertThat(merged(document, lookup(Map.of()))).isEqualTo(script);
    }
  }
}
