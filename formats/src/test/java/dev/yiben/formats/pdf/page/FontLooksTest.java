package dev.yiben.formats.pdf.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.font.PDFontFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FontLooksTest {

  @ParameterizedTest
  @CsvSource({
    "AAAAAC+SFRM1000, serif",
    "SFBX1000, serif bold",
    "CMTI10, serif italic",
    "CMBXTI10, serif bold italic",
    "LMRoman10-Regular, serif",
    "NimbusRomNo9L-MediItal, serif",
    "CMSS10, sans",
    "CMTT10, mono",
    "LMMono10-Regular, mono",
    "ECRM1000, serif",
    "ABCDEF+Helvetica-Oblique, sans italic",
    "Noto Sans Bold, sans bold",
  })
  void tellsFontsByName(String name, String looks) throws IOException {
    COSDictionary font = new COSDictionary();
    font.setItem(COSName.TYPE, COSName.FONT);
    font.setItem(COSName.SUBTYPE, COSName.TYPE1);
    font.setItem(COSName.BASE_FONT, COSName.getPDFName(name));

    GlyphFont told = FontLooks.of(PDFontFactory.createFont(font));

    assertThat(told.serif()).isEqualTo(looks.contains("serif"));
    assertThat(told.mono()).isEqualTo(looks.contains("mono"));
    assertThat(told.bold()).isEqualTo(looks.contains("bold"));
    assertThat(told.italic()).isEqualTo(looks.contains("italic"));
  }
}
