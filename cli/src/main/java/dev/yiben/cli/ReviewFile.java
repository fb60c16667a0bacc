package dev.yiben.cli;

import dev.yiben.pipeline.OnExists;
import dev.yiben.pipeline.interchange.ExchangeDocument;
import dev.yiben.pipeline.interchange.ExchangeException;
import dev.yiben.pipeline.interchange.ExchangeFormat;
import dev.yiben.pipeline.interchange.ExchangeWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A file for review that is written. */
final class ReviewFile {
  private final Path path;
  private final OnExists onExists;

  ReviewFile(Path path, OnExists onExists) {
    this.path = path;
    this.onExists = onExists;
  }

  /**
   * Returns where the segments of a source go.
   *
   * @param output what the user named
   * @param several whether there are several languages
   */
  static Path of(
      Environment environment,
      Source source,
      LanguageTag language,
      ExchangeFormat format,
      Optional<String> output,
      boolean several) {
    Path name =
        source.path().getFileName() == null || source.path().toString().equals(".")
            ? source.path().toAbsolutePath().normalize().getFileName()
            : source.path().getFileName();
    String named = name + "." + language + "." + format.extension();
    if (output.isEmpty()) {
      return source.path().resolveSibling(named);
    }
    Path wanted = environment.resolve(Path.of(output.get()));
    boolean folder = Files.isDirectory(wanted) || !output.get().endsWith("." + format.extension());
    if (!folder && several) {
      throw new UsageException(
          "-o " + output.get() + ": a file has the translations into one language; name a folder");
    }
    Path relative = source.relative().getParent();
    return folder ? (relative == null ? wanted : wanted.resolve(relative)).resolve(named) : wanted;
  }

  /** Returns the path of a document as the file names it, which holds wherever both are moved. */
  String original(Path document) {
    Path folder = path.toAbsolutePath().normalize().getParent();
    Path target = document.toAbsolutePath().normalize();
    boolean near = folder != null && Objects.equals(folder.getRoot(), target.getRoot());
    Path named = near ? folder.relativize(target) : target.getFileName();
    return named.toString().replace('\\', '/');
  }

  /**
   * Returns whether the file is to be written.
   *
   * @throws UsageException if it is there and the user must say what is to be done
   */
  boolean isWritten() {
    boolean there = Files.exists(path);
    if (there && onExists == OnExists.FAIL) {
      throw new UsageException(
          path + ": exists already; use --on-exists replace or skip, or choose another --output");
    }
    return !there || onExists == OnExists.REPLACE;
  }

  /** Writes the file whole or not at all, and returns what a user should know of it. */
  List<String> write(
      ExchangeFormat format, LanguageTag language, List<ExchangeDocument> documents) {
    Path folder = path.toAbsolutePath().getParent();
    Path part = folder.resolve("." + path.getFileName() + ".part");
    try {
      Files.createDirectories(folder);
      try {
        List<String> notices;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
          notices = new ExchangeWriter(format).write(language.tag(), documents, out);
        }
        move(part);
        return notices;
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new ExchangeException(
          path + ": cannot be written: " + SourceFiles.reason(e) + "; choose another --output", e);
    }
  }

  private void move(Path part) throws IOException {
    try {
      Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
