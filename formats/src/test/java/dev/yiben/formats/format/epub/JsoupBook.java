package dev.yiben.formats.format.epub;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** A book as others read it: the JDK's zip, and jsoup's XML parser. */
final class JsoupBook implements Closeable {
  private static final Pattern ENTITY =
      Pattern.compile("<!ENTITY\\s+(\\w+)\\s+\"([^\"<&]*)\"\\s*>");

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
      byte[] markup = withoutEntities(new String(in.readAllBytes(), ISO_8859_1));
      return Jsoup.parse(new ByteArrayInputStream(markup), null, "", Parser.xmlParser());
    }
  }

  /** jsoup does not know what a document itself declares. */
  private static byte[] withoutEntities(String markup) {
    String expanded = markup;
    for (MatchResult entity : ENTITY.matcher(markup).results().toList()) {
      expanded = expanded.replace("&" + entity.group(1) + ";", entity.group(2));
    }
    return expanded.getBytes(ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
