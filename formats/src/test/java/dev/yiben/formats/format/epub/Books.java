package dev.yiben.formats.format.epub;

import java.util.List;

/** Small books for tests. */
final class Books {
  static final String CONTAINER =
      """
      <?xml version="1.0"?>
      <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
        <rootfiles>
          <rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/>
        </rootfiles>
      </container>
      """;

  private Books() {}

  /** Returns an EPUB 3 book with one chapter of the given body. */
  static Zip epub3(String body) {
    return new Zip()
        .with("mimetype", "application/epub+zip")
        .with("META-INF/container.xml", CONTAINER)
        .with("OEBPS/book.opf", opf3("en", List.of("ch1.xhtml")))
        .with("OEBPS/nav.xhtml", nav("ch1.xhtml"))
        .with("OEBPS/ch1.xhtml", xhtml(body));
  }

  static String xhtml(String body) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE html>
        <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" \
        lang="en" xml:lang="en">
        <head><title>Chapter One</title></head>
        <body>
        %s
        </body>
        </html>
        """
        .formatted(body);
  }

  static String nav(String chapter) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">
        <head><title>Contents</title></head>
        <body>
        <nav epub:type="toc"><ol><li><a href="%1$s">The first chapter</a></li></ol></nav>
        <nav epub:type="page-list"><ol><li><a href="%1$s">xii</a></li></ol></nav>
        </body>
        </html>
        """
        .formatted(chapter);
  }

  static String opf3(String language, List<String> chapters) {
    StringBuilder manifest = new StringBuilder();
    StringBuilder spine = new StringBuilder();
    for (String chapter : chapters) {
      String id = "c" + manifest.length();
      manifest
          .append("<item id=\"%s\" href=\"%s\" ".formatted(id, chapter))
          .append("media-type=\"application/xhtml+xml\"/>\n");
      spine.append("<itemref idref=\"%s\"/>".formatted(id));
    }
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" \
        xml:lang="%1$s">
        <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
        <dc:identifier id="id">urn:uuid:8b4e1d9e-59f8-4a57-b2f7-6d7f5c9b7b0a</dc:identifier>
        <dc:title>A Small Book</dc:title>
        <dc:creator>Nobody</dc:creator>
        <dc:language>%1$s</dc:language>
        <dc:language>la</dc:language>
        <dc:description>About &amp; around it</dc:description>
        <meta property="dcterms:modified">2026-01-01T00:00:00Z</meta>
        </metadata>
        <manifest>
        <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
        %2$s</manifest>
        <spine>%3$s</spine>
        </package>
        """
        .formatted(language, manifest, spine);
  }

  /** Returns an EPUB 2 book with one chapter of the given body. */
  static Zip epub2(String body) {
    return new Zip()
        .with("mimetype", "application/epub+zip")
        .with("META-INF/container.xml", CONTAINER)
        .with(
            "OEBPS/book.opf",
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <package xmlns="http://www.idpf.org/2007/opf" version="2.0" unique-identifier="id">
            <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
            <dc:identifier id="id">small</dc:identifier>
            <dc:title>A Small Book</dc:title>
            <dc:language>en</dc:language>
            </metadata>
            <manifest>
            <item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
            <item id="ch1" href="Text/ch%201.html" media-type="application/xhtml+xml"/>
            </manifest>
            <spine toc="ncx"><itemref idref="ch1"/></spine>
            </package>
            """)
        .with(
            "OEBPS/toc.ncx",
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="en">
            <head><meta name="dtb:uid" content="small"/></head>
            <docTitle><text>A Small Book</text></docTitle>
            <docAuthor><text>Nobody</text></docAuthor>
            <navMap>
            <navPoint id="n1" playOrder="1">
            <navLabel><text>The first chapter</text></navLabel><content src="Text/ch%201.html"/>
            </navPoint>
            </navMap>
            </ncx>
            """)
        .with(
            "OEBPS/Text/ch 1.html",
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" \
            "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">
            <html xmlns="http://www.w3.org/1999/xhtml">
            <head><title>Chapter One</title></head>
            <body>
            %s
            </body>
            </html>
            """
                .formatted(body));
  }
}
