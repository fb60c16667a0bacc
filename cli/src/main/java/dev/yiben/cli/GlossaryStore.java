package dev.yiben.cli;

import dev.yiben.glossary.GlossaryException;
import dev.yiben.glossary.edit.GlossaryEditor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** Writes files of glossaries whole or not at all. */
final class GlossaryStore {
  private GlossaryStore() {}

  /** Begins to edit a file; one that is not there is empty. */
  static GlossaryEditor edit(Path file) {
    return Files.exists(file) ? GlossaryEditor.of(file) : GlossaryEditor.empty(file);
  }

  /**
   * Writes a text.
   *
   * @throws GlossaryException if that cannot be done
   */
  static void write(Path file, String text) {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes a file; where a link leads to it, what it leads to.
   *
   * @throws GlossaryException if that cannot be done
   */
  static void write(Path file, byte[] content) {
    try {
      Path place = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
      Path part = place.resolveSibling("." + place.getFileName() + ".part");
      try {
        Files.createDirectories(place.getParent());
        Files.write(part, content);
        keepPermissions(place, part);
        move(part, place);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new GlossaryException(file, "cannot be written: " + SourceFiles.reason(e));
    }
  }

  private static void keepPermissions(Path place, Path part) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(part, PosixFileAttributeView.class);
    if (view != null && Files.exists(place)) {
      view.setPermissions(Files.getPosixFilePermissions(place));
    }
  }

  private static void move(Path part, Path place) throws IOException {
    try {
      Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, place, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
