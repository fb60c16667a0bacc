package dev.yiben.pipeline.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewFilesTest {
  @TempDir private Path folder;

  @Test
  void readsNoEntities() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "secret");
    String xml =
        "<!DOCTYPE xliff [<!ENTITY e SYSTEM \""
            + secret.toUri()
            + "\">]><xliff version=\"1.2\"><file><body><trans-unit id=\"1\"><source>&e;</source>"
            + "</trans-unit></body></file></xliff>";

    assertThat(faultOf(folder, xml)).contains("DOCTYPE").doesNotContain("secret");
  }

  @Test
  void expandsNoEntities() {
    StringBuilder xml = new StringBuilder("<!DOCTYPE xliff [<!ENTITY a0 \"aaaaaaaaaa\">");
    for (int i = 1; i < 20; i++) {
      xml.append("<!ENTITY a").append(i).append(" \"").append(("&a" + (i - 1) + ";").repeat(10));
      xml.append("\">");
    }
    xml.append("]><xliff><file><body>&a19;</body></file></xliff>");

    assertThat(faultOf(folder, xml.toString())).contains("DOCTYPE");
  }

  @Test
  void refusesBottomlessNesting() {
    assertThat(faultOf(folder, "<xliff>" + "<group>".repeat(100_000)))
        .contains("nested too deeply");
    assertThat(
            faultOf(folder, "<xliff><file><trans-unit><source>" + "<g id=\"1\">".repeat(100_000)))
        .contains("nested too deeply");
  }

  @Test
  void saysWhereXmlIsBroken() {
    assertThat(faultOf(folder, "<xliff>\n<file>\n</body>"))
        .isEqualTo(
            folder.resolve("broken.xlf")
                + ": line 3: is no sound XML; save it again in the tool it comes from");
  }

  @Test
  void saysWhatIsNoXliff() {
    assertThat(faultOf(folder, "<html/>")).contains("is no XLIFF, for it begins with <html>");
    assertThat(faultOf(folder, "<xliff/>")).contains("holds no segments");
    assertThat(faultOf(folder, "PK nothing")).contains("no workbook");
  }

  @Test
  void readsTranslationsOfNewerXliff() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("new.xlf"),
            """
            <xliff xmlns="urn:oasis:names:tc:xliff:document:2.2" version="2.2" srcLang="en" trgLang="de">
              <file id="f" original="a.txt"><group id="g"><unit id="u" name="p1"><segment state="reviewed">
                <source>a<cp hex="000c"/>b</source><target>c</target></segment></unit></group></file>
            </xliff>""");

    ReturnedFile returned = ReviewFiles.read(file);

    assertThat(returned.targetLanguage()).contains("de");
    assertThat(returned.documents().get(0).units())
        .containsExactly(
            new ReturnedUnit(
                "p1",
                "a\fb",
                java.util.Optional.of("c"),
                ReviewState.REVIEWED,
                java.util.Optional.empty()));
  }

  /** Returns what is said of a file with such content. */
  static String faultOf(Path folder, String content) {
    Path file = folder.resolve("broken.xlf");
    try {
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return catchThrowableOfType(ExchangeException.class, () -> ReviewFiles.read(file)).getMessage();
  }
}
