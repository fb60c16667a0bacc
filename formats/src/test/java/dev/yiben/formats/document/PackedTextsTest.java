package dev.yiben.formats.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackedTextsTest {
  private static CodedText coded(String text) {
    CodedText.Builder builder = CodedText.builder().text(text);
    int pair = builder.open("<i lang='fr'>");
    builder.text("mots \uD83D\uDC69\u6F22");
    builder.close(pair, "</i>");
    return builder.standalone("<br/>", "\n").text("\u27E6 end").build();
  }

  @Test
  void packsTextsAsTheyWere() {
    List<CodedText> texts = new ArrayList<>();
    texts.add(CodedText.of(""));
    texts.add(CodedText.of("one half of a pair: \uD83D"));
    texts.add(coded("long ".repeat(40_000)));
    for (int i = 0; i < 2000; i++) {
      texts.add(coded("Text number " + i + " with words to fill some blocks. "));
    }
    List<CodedText> packed = PackedTexts.pack(texts);
    assertThat(packed).isEqualTo(texts).hasSameHashCodeAs(texts);
    CodedText last = packed.get(packed.size() - 1);
    assertThat(last.codes()).isEqualTo(texts.get(texts.size() - 1).codes());
    assertThat(last.withMarked(last.marked())).isEqualTo(last);
    assertThat(PackedTexts.pack(packed)).isEqualTo(texts);
    assertThat(PackedTexts.pack(List.of())).isEmpty();
  }

  @Test
  void packsTheSourcesOfSegments() {
    Segment skipped =
        new Segment(new SegmentId("a"), coded("a"), Role.NOTE, "s", java.util.Optional.of("code"));
    Segment other = new Segment(new SegmentId("b"), coded("b"), Role.HEADING, "s");
    assertThat(PackedTexts.packSources(List.of(skipped, other))).containsExactly(skipped, other);
  }
}
