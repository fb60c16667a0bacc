package dev.yiben.formats.office;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.splice.SourceText;
import org.junit.jupiter.api.Test;

final class PartPatchesTest {
  private static final String PART = "<p>outer <box alt='picture'><p>inner</p></box> text</p>";

  private static TextUnit unit(String covered, TextUnit.Writer writer) {
    int start = PART.indexOf(covered);
    Segment segment =
        new Segment(new SegmentId(covered), CodedText.of(covered), Role.PARAGRAPH, "part");
    return new TextUnit(segment, start, start + covered.length(), writer);
  }

  @Test
  void writesTextsWithinOthersFirstWhateverTheirOrder() {
    SourceText source = SourceText.decode(PART.getBytes(UTF_8), UTF_8).orElseThrow();
    int box = PART.indexOf("<box");
    int boxEnd = PART.indexOf("</box>") + 6;
    PartPatches patches = new PartPatches(source, "de");
    patches.add(
        unit(
            PART.substring(3, PART.length() - 4),
            (target, merging) ->
                target.plainText() + merging.targetLanguage() + merging.markup().of(box, boxEnd)),
        CodedText.of("AUSSEN "));
    patches.add(unit("inner", (target, merging) -> target.plainText()), CodedText.of("INNEN"));
    patches.add(unit("picture", (target, merging) -> target.plainText()), CodedText.of("BILD"));

    assertThat(new String(source.splice(patches.patches()), UTF_8))
        .isEqualTo("<p>AUSSEN de<box alt='BILD'><p>INNEN</p></box></p>");
  }
}
