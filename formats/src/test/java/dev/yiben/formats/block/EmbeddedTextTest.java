package dev.yiben.formats.block;

import static dev.yiben.formats.block.Snippets.marked;
import static dev.yiben.formats.block.Snippets.read;
import static dev.yiben.formats.block.Snippets.write;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.Segment;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Text within a sentence that is no part of it. */
class EmbeddedTextTest {
  @Test
  void readsPicturesOfVectors() {
    String svg =
        "<svg><title>A map</title><metadata>x <b>y</b></metadata><g><text x='1'>North"
            + " <tspan>Pole</tspan></text><text>South</text></g><style>text{}</style></svg>";
    assertThat(marked("<p>See " + svg + " here.</p>"))
        .containsExactly("A map", "North ⟦1⟧Pole⟦/1⟧", "South", "See ⟦1⟧ here.");
    assertThat(read(svg).coverage().outside()).isEqualTo(Map.of("metadata", 2L));
  }

  @Test
  void writesTextWithinACode() {
    String svg = "<svg><text>North</text></svg>";
    assertThat(write("<p>See " + svg + " here.</p>", "Norden", "Hier ⟦1⟧."))
        .isEqualTo("<p>Hier " + svg.replace("North", "Norden") + ".</p>");
    assertThat(write("<p>See " + svg + " here.</p>", "Norden"))
        .isEqualTo("<p>See " + svg.replace("North", "Norden") + " here.</p>");
  }

  @Test
  void readsNotesInTheMiddleOfSentences() {
    assertThat(read("<p>One <span epub:type='footnote'>A note.</span> two.</p>").segments())
        .extracting(segment -> segment.role() + " " + segment.source())
        .containsExactly("NOTE A note.", "PARAGRAPH One ⟦1⟧ two.");
    assertThat(marked("<div>One<aside role='doc-footnote'><p>Note.</p></aside> two.</div>"))
        .containsExactly("Note.", "One⟦1⟧ two.");
    assertThat(read("<p epub:type='rearnote'>A note.</p>").segments())
        .extracting(Segment::role)
        .containsExactly(Role.NOTE);
  }

  @Test
  void readsWhatIsShownInsteadOfMedia() {
    assertThat(
            marked(
                "<p>Hear <audio src='a'><p>No sound.</p></audio> and"
                    + " <object data='b'><img alt='A cat'/></object>.</p>"
                    + "<video><track label='English'/>No pictures.</video><iframe src='x'/>"))
        .containsExactly("No sound.", "A cat", "Hear ⟦1⟧ and ⟦2⟧.", "English", "No pictures.");
  }

  @Test
  void readsChoicesOfForms() {
    assertThat(
            marked(
                "<form><label>Your <input placeholder='name'/></label><p>Pick <select>"
                    + "<optgroup label='Pets'><option>Cat</option><option>Dog</option></optgroup>"
                    + "</select>.</p><p><textarea>x</textarea></p><button>Send</button></form>"))
        .containsExactly("name", "Your ⟦1⟧", "Pets", "Cat", "Dog", "Pick ⟦1⟧.", "Send");
  }

  @Test
  void readsTheDefaultOfAlternatives() {
    assertThat(
            marked(
                "<p>a <epub:switch id='s'><epub:case required-namespace='x'><cml>C</cml>"
                    + "</epub:case><epub:default><p>carbon</p></epub:default></epub:switch> b</p>"))
        .containsExactly("carbon", "a ⟦1⟧ b");
  }

  @Test
  void readsWhatIsToBeTranslatedWithinWhatIsNot() {
    assertThat(
            read("<div translate='no'>a <b translate='yes'>b</b> c<p translate='yes'>d</p></div>"
                    + "<p>e <i translate='no'>f <u translate='yes'>g</u></i> h"
                    + " <i class='x notranslate'>i</i></p><p translate='yes'>j <b>k</b></p>"
                    + "<pre translate='yes'>l\n  m</pre>")
                .segments())
        .extracting(segment -> segment.source() + ":" + segment.skipRule().orElse(""))
        .containsExactly(
            "b:",
            "a ⟦1⟧ c:translate-no",
            "d:",
            "g:",
            "f ⟦1⟧:translate-no",
            "e ⟦1⟧ h ⟦2⟧:",
            "j ⟦1⟧k⟦/1⟧:",
            "l⟦1⟧m:");
  }

  @Test
  void readsAttributesForReaders() {
    assertThat(
            read("<img alt='a' title='b' aria-label='c' aria-description='d' src='no'/>"
                    + "<table summary='e'><tr><td>f</td></tr></table><abbr title='g'>h</abbr>")
                .segments())
        .filteredOn(segment -> segment.role() == Role.ATTRIBUTE)
        .extracting(segment -> segment.source().plainText())
        .containsExactly("a", "b", "c", "d", "e", "g");
  }

  @Test
  void standsDeepNesting() {
    String deep = "<svg><a>".repeat(20_000) + "<text>x</text>" + "</a></svg>".repeat(20_000);
    assertThat(marked(deep)).containsExactly("x");
    assertThat(write(deep, "y")).isEqualTo(deep.replace(">x<", ">y<"));
  }

  @Test
  void keepsTheOrderOfIdsWhateverIsTranslated() {
    assertThat(read("<p title='t'>a<svg><text>b</text></svg>c</p><p>d</p>").segments())
        .extracting(Segment::id)
        .extracting(Object::toString)
        .containsExactly("x#p1", "x#p2", "x#p3", "x#p4");
  }
}
