package dev.yiben.formats.format.pdf;

import dev.yiben.formats.format.DocumentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Opens files, and says why where one cannot be translated. */
final class PdfFile {
  private static final int MOST_PAGES = 50_000;

  private PdfFile() {}

  /**
   * Opens a file.
   *
   * @throws DocumentException if it is damaged beyond reading, or may not be opened or changed
   */
  static PDDocument open(Path file) {
    PDDocument document = load(file);
    try {
      if (document.isEncrypted() && !document.getCurrentAccessPermission().canModify()) {
        throw new DocumentException(
            file,
            "is protected against changes; save it without protection first, such as with"
                + " 'qpdf --decrypt', if you may");
      }
      pages(document, file);
      return document;
    } catch (RuntimeException | StackOverflowError e) {
      close(document);
      throw e instanceof DocumentException told ? told : damaged(file, e);
    }
  }

  private static PDDocument load(Path file) {
    try {
      if (Files.size(file) == 0) {
        throw new DocumentException(file, "is empty");
      }
      return Loader.loadPDF(file.toFile());
    } catch (InvalidPasswordException e) {
      throw new DocumentException(
          file,
          "needs a password; save it without one first, such as with"
              + " 'qpdf --decrypt --password=…'");
    } catch (DocumentException e) {
      throw e;
    } catch (IOException e) {
      if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
        throw DocumentException.unreadable(file, e);
      }
      throw damaged(file, e);
    } catch (RuntimeException | StackOverflowError e) {
      // The library trusts that objects are of the kinds they should be, and do not hold
      // themselves.
      throw damaged(file, e);
    }
  }

  private static DocumentException damaged(Path file, Throwable cause) {
    return new DocumentException(
        file, "cannot be read as PDF (" + reason(cause) + "); it may be damaged: save it again");
  }

  /** Returns what a fault is, in words. */
  static String reason(Throwable fault) {
    return fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
  }

  /** Closes a document that was only read, so that nothing can be lost. */
  private static void close(PDDocument document) {
    try {
      document.close();
    } catch (IOException e) {
      // There is something worse to tell.
    }
  }

  /**
   * Returns the pages of a document.
   *
   * @throws DocumentException if there are none, or more than any document has
   */
  static List<PDPage> pages(PDDocument document, Path file) {
    List<PDPage> pages = new ArrayList<>();
    for (PDPage page : document.getPages()) {
      if (pages.size() == MOST_PAGES) {
        throw new DocumentException(file, "has over " + MOST_PAGES + " pages; split it");
      }
      pages.add(page);
    }
    if (pages.isEmpty()) {
      throw new DocumentException(file, "has no pages that can be found; it may be damaged");
    }
    return pages;
  }
}
