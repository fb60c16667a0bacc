package dev.yiben.formats.format.epub;

import dev.yiben.formats.archive.Archive;
import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.markup.MarkupCharset;
import dev.yiben.formats.markup.MarkupException;
import dev.yiben.formats.markup.MarkupScanner;
import dev.yiben.formats.markup.Token;
import dev.yiben.formats.markup.Token.StartTag;
import dev.yiben.formats.splice.SourceText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Finds digital rights management, which is not ours to undo. */
final class Protection {
  /** Obfuscation of fonts, which leaves the text readable. */
  private static final Set<String> HARMLESS =
      Set.of("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC");

  private static final String ADOBE_RIGHTS = "http://ns.adobe.com/adept";

  private Protection() {}

  /**
   * Refuses a protected book.
   *
   * @throws DocumentException if the book is protected
   */
  static void refuse(Path file, Archive archive) throws IOException {
    if (archive.names().contains("META-INF/sinf.xml")) {
      throw protectedBy(file, "META-INF/sinf.xml");
    }
    if (archive.names().contains("META-INF/license.lcpl")) {
      throw protectedBy(file, "META-INF/license.lcpl");
    }
    Optional<SourceText> rights = text(archive, "META-INF/rights.xml");
    if (rights.isPresent() && rights.get().text().contains(ADOBE_RIGHTS)) {
      throw protectedBy(file, "META-INF/rights.xml");
    }
    Optional<SourceText> encryption = text(archive, "META-INF/encryption.xml");
    try {
      if (encryption.isPresent() && encrypts(encryption.get().text())) {
        throw protectedBy(file, "META-INF/encryption.xml");
      }
    } catch (MarkupException e) {
      throw new DocumentException(
          file, "META-INF/encryption.xml", "cannot tell what is encrypted: " + e.getMessage(), e);
    }
  }

  private static Optional<SourceText> text(Archive archive, String name) throws IOException {
    return archive.read(name).flatMap(MarkupCharset::decode);
  }

  private static boolean encrypts(String encryption) {
    for (Token token : MarkupScanner.scan(encryption, Set.of())) {
      if (token instanceof StartTag tag && tag.localName().equals("encryptionmethod")) {
        Optional<String> algorithm =
            tag.attribute("Algorithm").map(attribute -> attribute.value(encryption));
        if (algorithm.isPresent() && !HARMLESS.contains(algorithm.get())) {
          return true;
        }
      }
    }
    return false;
  }

  private static DocumentException protectedBy(Path file, String entry) {
    return new DocumentException(
        file, entry, "the book is protected by DRM; get a copy without it from the publisher");
  }
}
