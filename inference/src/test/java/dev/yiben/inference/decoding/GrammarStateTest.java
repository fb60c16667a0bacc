package dev.yiben.inference.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GrammarStateTest {
  private static final int END = 256;

  @Test
  void forcesWhatIsWithoutChoice() {
    GrammarState state = state("root ::= \"1|\" t+ \"\\n2|\" t+\nt ::= [^\\x00-\\x1F⟦⟧|]");
    assertThat(new String(state.forced(), StandardCharsets.UTF_8)).isEqualTo("1|");
    GrammarState text = after(state, "1|");
    assertThat(text.forced()).isEmpty();
    assertThat(text.mayEnd()).isFalse();
    GrammarState second = after(text, "好\n");
    assertThat(new String(second.forced(), StandardCharsets.UTF_8)).isEqualTo("2|");
    GrammarState last = after(second, "2|a");
    assertThat(last.mayEnd()).isTrue();
    assertThat(last.allows(END)).isTrue();
    assertThat(last.allows('\n')).isFalse();
    assertThat(last.allowed().cardinality()).isGreaterThan(100);
  }

  private static GrammarState after(GrammarState state, String text) {
    GrammarState at = state;
    for (byte value : text.getBytes(StandardCharsets.UTF_8)) {
      at = at.after(value & 0xFF);
    }
    return at;
  }

  private static GrammarState state(String grammar) {
    List<byte[]> pieces = new ArrayList<>();
    for (int i = 0; i < 256; i++) {
      pieces.add(new byte[] {(byte) i});
    }
    pieces.add("</s>".getBytes(StandardCharsets.UTF_8));
    BitSet ends = new BitSet();
    ends.set(END);
    return new GrammarCache(new TokenTable(pieces, ends, new BitSet())).of(grammar).start();
  }
}
