package dev.yiben.formats.format.epub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryAddressTest {

  @ParameterizedTest
  @CsvSource({
    "a.opf, b.css, b.css",
    "OEBPS/a.opf, OEBPS/b.css, b.css",
    "OEBPS/Text/a.html, OEBPS/b.css, ../b.css",
    "x/y/a.html, O E/中.css, ../../O%20E/%E4%B8%AD.css",
    "OEBPS/a.html, b.css, ../b.css",
    "OEBPS/a, OEBPS/a/b.css, a/b.css"
  })
  void namesAnEntryAsAnotherSeesIt(String from, String to, String address) {
    assertThat(EntryAddress.relative(from, to)).isEqualTo(address);
    assertThat(EntryAddress.resolve(from, address)).contains(to);
  }
}
