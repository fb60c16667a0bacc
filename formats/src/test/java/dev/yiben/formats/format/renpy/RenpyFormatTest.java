package dev.yiben.formats.format.renpy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.yiben.formats.format.DocumentFormat;
import dev.yiben.formats.format.DocumentFormatContract;
import java.util.Map;
import java.util.TreeMap;

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

  private static final String CATALOGUE =
      """
      translate schinese strings:

          old "Start"
          new "Start"

          old 'Quit "now"'
          new 'Quit "now"'

          old u"Load"
          new u"Load"

          old r"a\\b"
          new r"a\\b"

          old "two " "parts"
          new "two " "parts"

          old \"""three quotes\"""
          new \"""three quotes\"""
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
    samples.put("monologue.rpym", "rpy monologue single\nlabel a:\n    \"\"\"One.\n    Two.\"\"\"\n".getBytes(UTF_8));
    return samples;
  }
}
