package dev.yiben.formats.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiben.formats.markup.MarkupException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class XmlTextTest {

  @Test
  void resolvesNamespacesWhateverTheirPrefixes() {
    XmlElement root =
        XmlText.read(
                "<a:x xmlns:a='urn:1' xmlns='urn:2'><y/><a:y xmlns:a='urn:3'><a:z/></a:y></a:x>")
            .root();

    assertThat(root.name()).isEqualTo(new XmlName("urn:1", "x"));
    assertThat(root.prefix()).isEqualTo("a:");
    assertThat(root.descendants())
        .extracting(XmlElement::name)
        .containsExactly(
            new XmlName("urn:2", "y"), new XmlName("urn:3", "y"), new XmlName("urn:3", "z"));
  }

  @Test
  void tellsStrictNamespacesAsTheUsualOnes() {
    XmlElement root =
        XmlText.read(
                """
                <w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main" \
                xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships" r:id="rId7"/>""")
            .root();

    assertThat(root.is(Namespaces.WORD, "document")).isTrue();
    assertThat(root.value(Namespaces.RELATIONSHIP, "id")).isEqualTo("rId7");
  }

  @Test
  void findsAttributesOfTheElementsOwnNamespaceAndOfOthers() {
    XmlElement root =
        XmlText.read("<w:a xmlns:w='urn:w' xmlns:r='urn:r' r:id='1' w:id='2' val='a&amp;b'/>")
            .root();

    assertThat(root.value("id")).isEqualTo("2");
    assertThat(root.value("urn:r", "id")).isEqualTo("1");
    assertThat(root.value("val")).isEqualTo("a&b");
    assertThat(root.value("d")).isEmpty();
    assertThat(root.value("urn:none", "id")).isEmpty();
  }

  @Test
  void givesOffsetsAndTextOfElements() {
    String text = "<?xml version='1.0'?>\n<a>one&lt;<b>two</b><![CDATA[<three>]]><c/></a>\n";
    XmlElement root = XmlText.read(text).root();

    assertThat(root.text()).isEqualTo("one<<three>");
    assertThat(root.markup()).isEqualTo(text.strip().substring(text.indexOf("<a>")));
    assertThat(text.substring(root.contentStart(), root.contentEnd()))
        .startsWith("one")
        .endsWith("<c/>");
    assertThat(root.children()).extracting(XmlElement::local).containsExactly("b", "c");
    XmlElement empty = root.children().get(1);
    assertThat(empty.isEmptyTag()).isTrue();
    assertThat(empty.contentEnd()).isEqualTo(empty.end());
    assertThat(empty.parent()).get().extracting(XmlElement::local).isEqualTo("a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text",
        "<a>",
        "<a></b>",
        "<a><b></a></b>",
        "</a>",
        "<a/><b/>",
        "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>",
        "<a b='1>",
        "<a><!-- never ends</a>"
      })
  void refusesWhatNoProgramReads(String text) {
    assertThatThrownBy(() -> XmlText.read(text)).isInstanceOf(MarkupException.class);
  }

  @Test
  void refusesElementsThatNestWithoutEnd() {
    String text = "<a>".repeat(100_000) + "</a>".repeat(100_000);

    assertThatThrownBy(() -> XmlText.read(text)).hasMessageContaining("too deeply");
  }
}
