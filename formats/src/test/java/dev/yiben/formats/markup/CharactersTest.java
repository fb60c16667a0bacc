package dev.yiben.formats.markup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.markup.Characters.Kind;
import dev.yiben.formats.markup.Characters.Piece;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharactersTest {
  @ParameterizedTest
  @CsvSource(
      value = {
        "a &amp; b|a & b",
        "&lt;&gt;&quot;&apos;|<>\"'",
        "&eacute;&Eacute;&nbsp;|éÉ\u00A0",
        "&#233;&#xE9;&#XE9;|ééé",
        "&#x1F600;|\uD83D\uDE00",
        "&#150;|–",
        "a&nbsp b &copy|a\u00A0 b ©",
        "?a=1&copy=2|?a=1&copy=2",
        "&hellip;&rarr;|…→",
        "AT&T &c; & &; &rarr &#; &#xZ; &#0; &#xD800; &#99999999;|"
            + "AT&T &c; & &; &rarr &#; &#xZ; &#0; &#xD800; &#99999999;"
      },
      delimiter = '|')
  void decodesWhatItKnowsAndLeavesTheRest(String written, String read) {
    assertThat(Characters.decode(written, 0, written.length())).isEqualTo(read);
  }

  @Test
  void givesEachPieceItsPlace() {
    assertThat(Characters.pieces("<p>a&amp;b &mine; c</p>", 3, 19))
        .containsExactly(
            new Piece(3, 4, "a", Kind.LITERAL),
            new Piece(4, 9, "&", Kind.REFERENCE),
            new Piece(9, 11, "b ", Kind.LITERAL),
            new Piece(11, 17, "&mine;", Kind.UNKNOWN_REFERENCE),
            new Piece(17, 19, " c", Kind.LITERAL));
  }

  @Test
  void readsNoFurtherThanItsRange() {
    assertThat(Characters.decode("a&amp;b", 0, 4)).isEqualTo("a&am");
  }

  @Test
  void escapesOnlyWhatMarkupNeeds() {
    assertThat(Characters.escape("a<b> & \"c\" é\u00A0中", s -> true))
        .isEqualTo("a&lt;b&gt; &amp; \"c\" é\u00A0中");
  }

  @Test
  void writesReferencesForWhatTheCharsetLacks() {
    assertThat(Characters.escape("aé中\uD83D\uDE00", s -> s.chars().allMatch(c -> c < 0x100)))
        .isEqualTo("aé&#20013;&#128512;");
  }

  @Test
  void leavesOutWhatXmlForbids() {
    assertThat(Characters.escape("a\0b\u001Bc\uD800d\uFFFEe\tf\n", s -> true))
        .isEqualTo("abcde\tf\n");
  }

  @Test
  void decodesWhatTheDocumentDeclares() {
    assertThat(Characters.pieces("&book; &amp; &none;", 0, 19, Map.of("book", "Emma")))
        .extracting(Characters.Piece::value)
        .containsExactly("Emma", " ", "&", " ", "&none;");
  }

  @Test
  void tellsCharactersThatXmlForbids() {
    assertThat(Characters.pieces("a\0b\uD800c\t", 0, 6))
        .extracting(Characters.Piece::kind)
        .containsExactly(
            Characters.Kind.LITERAL,
            Characters.Kind.FORBIDDEN,
            Characters.Kind.LITERAL,
            Characters.Kind.FORBIDDEN,
            Characters.Kind.LITERAL);
  }
}
