package dev.yiben.formats.format.epub;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** A book as others read it: the JDK's zip, and jsoup's XML parser. */
final class JsoupBook implements Closeable {
  private static final Set<String> TEXTS =
      Set.of(
          "application/xhtml+xml",
          "image/svg+xml",
          "text/html",
          "text/x-oeb1-document",
          "application/x-dtbook+xml",
          "application/x-dtbncx+xml");

  private final ZipFile zip;

  JsoupBook(Path file) throws IOException {
    zip = new ZipFile(file.toFile());
  }

  /** Returns the entries of package documents, and of the files with text that they name. */
  Set<String> names() throws IOException {
    Set<String> names = new TreeSet<>();
    for (ZipEntry entry : Collections.list(zip.entries())) {
      if (entry.getName().endsWith(".opf")) {
        names.add(entry.getName());
        for (Element item : document(entry.getName()).getElementsByTag("item")) {
          String name = resolve(entry.getName(), item.attr("href"));
          if (TEXTS.contains(item.attr("media-type")) && zip.getEntry(name) != null) {
            names.add(name);
          }
        }
      }
    }
    return names;
  }

  /** Returns the names of all entries. */
  Set<String> entryNames() {
    Set<String> names = new TreeSet<>();
    zip.stream().map(ZipEntry::getName).forEach(names::add);
    return names;
  }

  /** Returns the entries with markup, media overlays and drawings too. */
  Set<String> markupNames() {
    Set<String> names = entryNames();
    names.removeIf(
        name -> !name.toLowerCase(Locale.ROOT).matches(".*\\.(x?html?|xml|opf|ncx|smil|svg)"));
    return names;
  }

  private static String resolve(String base, String address) {
    return URI.create(base.replace(" ", "%20")).resolve(address.replace(" ", "%20")).getPath();
  }

  Document document(String name) throws IOException {
    try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
      return Jsoup.parse(in, null, "", Parser.xmlParser());
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
