package dev.yiben.formats.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiben.formats.markup.Token.Doctype;
import dev.yiben.formats.markup.Token.StartTag;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupScannerTest {
  private static List<Token> scan(String text) {
    List<Token> tokens = MarkupScanner.scan(text, Set.of("script", "style"));
    int end = 0;
    for (Token token : tokens) {
      assertThat(token.start()).as("no gap before %s", token).isEqualTo(end);
      end = token.end();
    }
    assertThat(end).isEqualTo(text.length());
    return tokens;
  }

  private static String kinds(String text) {
    return scan(text).stream()
        .map(token -> token.getClass().getSimpleName())
        .collect(Collectors.joining(" "));
  }

  private static String attributes(String text) {
    StartTag tag = (StartTag) scan(text).get(0);
    return tag.attributes().stream()
        .map(a -> a.name() + "=" + a.value(text))
        .collect(Collectors.joining(" "));
  }

  @Test
  void coversTheWholeText() {
    assertThat(
            kinds(
                "<?xml version='1.0'?><!DOCTYPE p><p a='b'>x<br/><!-- c --><![CDATA[<d>]]></p>\n"))
        .isEqualTo("Instruction Doctype StartTag Text StartTag Comment CharacterData EndTag Text");
  }

  @Test
  void readsAttributesHoweverTheyAreWritten() {
    assertThat(attributes("<a b=\"1\" c = '2>' d=3 e f:g=\"&lt;\"/>"))
        .isEqualTo("b=1 c=2> d=3 e= f:g=<");
    assertThat(attributes("<a href=x/y>")).isEqualTo("href=x/y");
    assertThat(attributes("<a b=1/>")).isEqualTo("b=1");
    assertThat(attributes("<a\nb='1'\n\tc='2'\n>")).isEqualTo("b=1 c=2");
    assertThat(attributes("<a ='1' \"x\" <b>")).contains("<b=");
  }

  @Test
  void knowsSelfClosingTags() {
    assertThat(((StartTag) scan("<br/>").get(0)).selfClosing()).isTrue();
    assertThat(((StartTag) scan("<br />").get(0)).selfClosing()).isTrue();
    assertThat(((StartTag) scan("<a b='/'>").get(0)).selfClosing()).isFalse();
    assertThat(((StartTag) scan("<a b=c/>").get(0)).selfClosing()).isTrue();
  }

  @Test
  void namesElementsWithoutPrefixAndCase() {
    assertThat(((StartTag) scan("<svg:Text>").get(0)).localName()).isEqualTo("text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a < b", "1 <2", "<", "a <", "<<>>", "</ x", "< p>", "x &amp y & z", "&"})
  void takesLooseCharactersForText(String text) {
    assertThat(scan(text)).hasOnlyElementsOfType(Token.Text.class);
  }

  @Test
  void readsNoMarkupInScripts() {
    assertThat(kinds("<script>if (a<b) '<p>'</script><p>"))
        .isEqualTo("StartTag RawText EndTag StartTag");
    assertThat(kinds("<script>//<![CDATA[\n'</script>'\n//]]></script>"))
        .isEqualTo("StartTag RawText EndTag");
    assertThat(kinds("<style><!-- </style> --></style>")).isEqualTo("StartTag RawText EndTag");
    assertThat(kinds("<style><!-- x </style>")).isEqualTo("StartTag RawText EndTag");
    assertThat(kinds("<script src='a'/><p>")).isEqualTo("StartTag StartTag");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x <p",
        "<p a='",
        "<p a",
        "<p a=",
        "<!-- x",
        "<![CDATA[ x",
        "<?xml",
        "</p",
        "<!DOCTYPE x",
        "<!DOCTYPE x [",
        "<script>x",
        "<!DOCTYPE x 'y"
      })
  void givesUpWhereAConstructNeverEnds(String text) {
    assertThatThrownBy(() -> scan("\n" + text))
        .isInstanceOf(MarkupException.class)
        .hasMessageStartingWith("line 2: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!-- a --><p>",
        "<!--><p>",
        "<!---><p>",
        "<!--> a --><p>",
        "<!--><p><!-- b -->",
        "<!-- a --!><p>",
        "<!-- a --!><p><!-- b -->",
        "<!-- a <!-- b --><p>",
        "<?php x ><p>"
      })
  void endsCommentsAndInstructionsAsBrowsersDo(String text) {
    assertThat(kinds(text)).matches("(Comment|Instruction) StartTag( Comment)?");
  }

  @Test
  void takesDownEntitiesThatAreText() {
    Doctype doctype =
        (Doctype)
            scan("<!DOCTYPE p [<!ENTITY a 'Emma &amp;#38; Co'><!ENTITY b \"Emma\">"
                    + "<!ENTITY b 'Later'><!ENTITY c '<b>x</b>'><!ENTITY d '&b;&b;'>"
                    + "<!ENTITY % e 'x'><!ENTITY f ''><!ENTITY g '"
                    + "x".repeat(200)
                    + "'><!ENTITY h '&#xA9;'>]>")
                .get(0);
    assertThat(doctype.entities()).isEqualTo(Map.of("b", "Emma", "h", "©"));
  }

  @Test
  void findsTheEndOfAnInternalSubset() {
    String doctype =
        "<!DOCTYPE html [<!-- ]> --><!ENTITY a \"]>\"><?x ]> ?><!ELEMENT p (#PCDATA)> %b; ]>";
    List<Token> tokens = scan(doctype + "<p>");
    assertThat(tokens.get(0).end()).isEqualTo(doctype.length());
    assertThat(((Doctype) tokens.get(0)).externalEntity()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!ENTITY x SYSTEM 'file:///etc/passwd'>",
        "<!ENTITY x\nPUBLIC 'a' 'b'>",
        "<!ENTITY % x SYSTEM \"http://example.org/x.dtd\"> %x;",
        "<!ELEMENT p ANY><!ENTITY x SYSTEM 'y' NDATA z>"
      })
  void tellsExternalEntities(String declaration) {
    Doctype doctype = (Doctype) scan("<!DOCTYPE p [" + declaration + "]>").get(0);
    assertThat(doctype.externalEntity()).isTrue();
  }

  @Test
  void takesAnExternalSubsetForWhatItIs() {
    Doctype doctype =
        (Doctype)
            scan("<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.1//EN' 'http://www.w3.org/x.dtd'>")
                .get(0);
    assertThat(doctype.externalEntity()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<",
        "<a ",
        "<!--",
        "<!--a--!>",
        "<!-- <!-- -->",
        "<?a >",
        "<![CDATA[",
        "&",
        "&#",
        "<script>",
        "<a b='",
        "<!x "
      })
  @Timeout(20)
  void isLinearInWhatItCannotRead(String piece) {
    String hostile = piece.repeat(400_000 / piece.length());
    try {
      MarkupScanner.scan(hostile, Set.of("script"))
          .forEach(token -> Characters.pieces(hostile, token.start(), token.end()));
    } catch (MarkupException e) {
      assertThat(e).hasMessageContaining("ends");
    }
  }
}
