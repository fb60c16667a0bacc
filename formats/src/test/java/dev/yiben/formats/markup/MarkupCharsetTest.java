package dev.yiben.formats.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkupCharsetTest {
  @ParameterizedTest
  @CsvSource(
      value = {
        "<p>|UTF-8",
        "<?xml version='1.0'?>|UTF-8",
        "<?xml version=\"1.0\" encoding=\"windows-1252\"?>|windows-1252",
        "<?xml version='1.0' encoding='Shift_JIS'?>|Shift_JIS",
        "<?xml version='1.0' encoding='UTF-16'?>|UTF-8",
        "<?xml version='1.0' encoding='IBM037'?>|UTF-8",
        "<?xml version='1.0' encoding='ISO-2022-JP'?>|ISO-2022-JP",
        "<?xml version='1.0' encoding='nonsense'?>|UTF-8",
        "<html><head><meta charset='gbk'>|GBK",
        "<html><meta http-equiv='x' content='text/html; charset=iso-8859-1'>|ISO-8859-1",
        "<?xml version='1.0'?><html><meta charset='gbk'/>|UTF-8"
      },
      delimiter = '|')
  void believesTheDeclaration(String head, String charset) {
    assertThat(MarkupCharset.of(head.getBytes(Charset.forName("US-ASCII"))).name())
        .isEqualTo(charset);
  }

  @ParameterizedTest
  @CsvSource({"UTF-16LE", "UTF-16BE", "UTF-8", "UTF-32LE"})
  void believesTheByteOrderMarkFirst(String charset) {
    byte[] bytes = "\uFEFF<?xml version='1.0' encoding='gbk'?>".getBytes(Charset.forName(charset));
    assertThat(MarkupCharset.of(bytes).name()).isEqualTo(charset);
  }

  @Test
  void recognisesUtf16WithoutAMark() {
    for (String name : new String[] {"UTF-16LE", "UTF-16BE"}) {
      byte[] bytes = "<?xml version='1.0' encoding='UTF-16'?>".getBytes(Charset.forName(name));
      assertThat(MarkupCharset.of(bytes).name()).isEqualTo(name);
    }
  }
}
