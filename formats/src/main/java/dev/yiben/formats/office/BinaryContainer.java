package dev.yiben.formats.office;

import dev.yiben.formats.format.DocumentException;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Recognises what is no package: files with a password, and those of Office 97 to 2003. */
final class BinaryContainer {
  private BinaryContainer() {}

  /**
   * Refuses a file that is a binary container (MS-CFB).
   *
   * @throws DocumentException if it is one
   */
  static void refuse(Path file) {
    try {
      if (FileMagic.valueOf(file.toFile()) != FileMagic.OLE2) {
        return;
      }
    } catch (IOException e) {
      throw DocumentException.unreadable(file, e);
    }
    throw new DocumentException(file, problem(file));
  }

  /** Returns whether a file that begins like this is a binary container. */
  static boolean begins(byte[] head) {
    return FileMagic.valueOf(head) == FileMagic.OLE2;
  }

  private static String problem(Path file) {
    try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
      DirectoryNode root = container.getRoot();
      if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
        return "protected by a password; take it off in the program that it was made with, and"
            + " save the file again";
      }
    } catch (IOException | RuntimeException e) {
      return "a damaged binary file, not an Office Open XML one; get the file again";
    }
    return "a binary file of Office 97 to 2003; save it as .docx, .xlsx or .pptx first";
  }
}
