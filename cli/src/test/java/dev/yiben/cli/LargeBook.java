package dev.yiben.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes large books, the same for the same numbers. */
public final class LargeBook {
  private static final String CHAPTER =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE html>
      <html xmlns="http://www.w3.org/1999/xhtml" lang="en" xml:lang="en">
      <head><title>Chapter %1$d</title></head>
      <body>
      <h1>Chapter %1$d</h1>
      %2$s</body>
      </html>
      """;

  private static final String PACKAGE =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
      <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
      <dc:identifier id="id">urn:uuid:8b4e1d9e-59f8-4a57-b2f7-6d7f5c9b7b0a</dc:identifier>
      <dc:title>A large book</dc:title>
      <dc:language>en</dc:language>
      <meta property="dcterms:modified">2026-01-01T00:00:00Z</meta>
      </metadata>
      <manifest>
      <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
      %s</manifest>
      <spine>%s</spine>
      </package>
      """;

  private static final String NAVIGATION =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">
      <head><title>Contents</title></head>
      <body><nav epub:type="toc"><ol>%s</ol></nav></body>
      </html>
      """;

  private static final String SYLLABLES = "ba ce di fo gu la me ni po ru sa te vi xo yu za ker lan";
  private static final int WORDS = 5000;

  private final Random random = new Random(1);
  private final List<String> words = new ArrayList<>();

  private LargeBook() {
    String[] syllables = SYLLABLES.split(" ", -1);
    for (int i = 0; i < WORDS; i++) {
      StringBuilder word = new StringBuilder();
      for (int j = 0; j <= random.nextInt(4); j++) {
        word.append(syllables[random.nextInt(syllables.length)]);
      }
      words.add(word.toString());
    }
  }

  /**
   * Writes a book.
   *
   * @param chapters how many chapters
   * @param chapterCharacters about how many characters each has
   * @param pictures how many pictures of a million bytes
   */
  public static void write(Path file, int chapters, int chapterCharacters, int pictures)
      throws IOException {
    new LargeBook().writeAll(file, chapters, chapterCharacters, pictures);
  }

  /** Returns paragraphs of about so many characters, one to a line, without markup. */
  public static String plain(int characters) {
    return new LargeBook().paragraphs(characters, "", "\n\n").replaceAll("</?i>", "");
  }

  private void writeAll(Path file, int chapters, int chapterCharacters, int pictures)
      throws IOException {
    StringBuilder manifest = new StringBuilder();
    StringBuilder spine = new StringBuilder();
    StringBuilder contents = new StringBuilder();
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(Deflater.BEST_SPEED);
      add(zip, "mimetype", "application/epub+zip".getBytes(UTF_8));
      add(
          zip,
          "META-INF/container.xml",
          """
          <container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
          <rootfiles>
          <rootfile full-path="book.opf" media-type="application/oebps-package+xml"/>
          </rootfiles>
          </container>
          """
              .getBytes(UTF_8));
      for (int i = 1; i <= chapters; i++) {
        String text = paragraphs(chapterCharacters, "<p>", "</p>\n");
        add(zip, "c" + i + ".xhtml", CHAPTER.formatted(i, text).getBytes(UTF_8));
        manifest.append(item("c" + i, "c" + i + ".xhtml", "application/xhtml+xml"));
        spine.append("<itemref idref=\"c%d\"/>".formatted(i));
        contents.append("<li><a href=\"c%1$d.xhtml\">Chapter %1$d</a></li>".formatted(i));
      }
      byte[] picture = new byte[1_000_000];
      for (int i = 1; i <= pictures; i++) {
        random.nextBytes(picture);
        add(zip, "p" + i + ".jpg", picture);
        manifest.append(item("p" + i, "p" + i + ".jpg", "image/jpeg"));
      }
      add(zip, "nav.xhtml", NAVIGATION.formatted(contents).getBytes(UTF_8));
      add(zip, "book.opf", PACKAGE.formatted(manifest, spine).getBytes(UTF_8));
    }
  }

  private static String item(String id, String address, String type) {
    return "<item id=\"%s\" href=\"%s\" media-type=\"%s\"/>\n".formatted(id, address, type);
  }

  private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
  }

  private String paragraphs(int characters, String before, String after) {
    StringBuilder text = new StringBuilder(characters + 1000);
    while (text.length() < characters) {
      text.append(before);
      for (int sentence = 0; sentence <= random.nextInt(6); sentence++) {
        text.append(sentence == 0 ? "" : " ");
        sentence(text);
      }
      text.append(after);
    }
    return text.toString();
  }

  private void sentence(StringBuilder text) {
    int length = 4 + random.nextInt(16);
    for (int i = 0; i < length; i++) {
      // Few words are most of a text.
      String word = words.get((int) (WORDS * Math.pow(random.nextDouble(), 3)));
      boolean marked = random.nextInt(60) == 0;
      text.append(i == 0 ? "" : " ").append(marked ? "<i>" : "");
      text.append(i == 0 ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word);
      text.append(marked ? "</i>" : "");
    }
    text.append('.');
  }
}
