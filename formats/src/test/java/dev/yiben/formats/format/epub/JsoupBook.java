package dev.yiben.formats.format.epub;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** A book as others read it: the JDK's zip, and jsoup's XML parser. */
final class JsoupBook {
  private JsoupBook() {}

  /** Returns the documents of a book's manifests that have text, by their entries. */
  static Map<String, Document> documents(Path file) throws IOException {
    Map<String, Document> documents = new TreeMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (!entry.getName().endsWith(".opf")) {
          continue;
        }
        Document opf = parse(zip, entry);
        documents.put(entry.getName(), opf);
        for (Element item : opf.getElementsByTag("item")) {
          String type = item.attr("media-type");
          if (type.endsWith("html+xml")
              || type.contains("ncx")
              || type.equals("text/html")
              || type.contains("oeb1-document")
              || type.contains("dtbook")) {
            String name =
                java.net
                    .URI
                    .create(entry.getName().replace(" ", "%20"))
                    .resolve(item.attr("href").replace(" ", "%20"))
                    .getPath();
            ZipEntry found = zip.getEntry(name);
            if (found != null) {
              documents.put(name, parse(zip, found));
            }
          }
        }
      }
    }
    return documents;
  }

  private static Document parse(ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      return Jsoup.parse(new ByteArrayInputStream(in.readAllBytes()), null, "", Parser.xmlParser());
    }
  }
}
