package dev.yiben.formats.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Finds the format of a file by its content, then by its extension. */
public final class FormatRegistry {
  /** How many bytes from a file's start a format sees to recognise it. */
  public static final int HEAD_BYTES = 8192;

  private final List<DocumentFormat> formats;

  /** Creates a registry of the given formats. */
  public FormatRegistry(List<DocumentFormat> formats) {
    this.formats = List.copyOf(formats);
  }

  /** Returns a registry of all formats on the class path. */
  public static FormatRegistry load() {
    return new FormatRegistry(
        ServiceLoader.load(DocumentFormat.class).stream()
            .map(ServiceLoader.Provider::get)
            .sorted(Comparator.comparing(DocumentFormat::id))
            .toList());
  }

  /** Returns the formats, ordered by id. */
  public List<DocumentFormat> formats() {
    return formats;
  }

  /** Returns the format of that id. */
  public Optional<DocumentFormat> byId(String id) {
    return formats.stream().filter(format -> format.id().equals(id)).findFirst();
  }

  /** Returns whether a file's name has an extension of one of the formats. */
  public boolean hasKnownExtension(Path file) {
    return byExtension(file).isPresent();
  }

  /**
   * Returns the format of a file.
   *
   * <p>Content decides where formats match it: the one whose extension the file has, else the first
   * that its content alone can tell. Where there is none, the extension decides, so that its format
   * can say what is wrong.
   *
   * @throws DocumentException if the file is empty, unreadable or of no known format
   */
  public DocumentFormat detect(Path file) {
    byte[] head = head(file);
    Optional<DocumentFormat> named = byExtension(file);
    return named
        .filter(format -> format.matches(head))
        .or(() -> formats.stream().filter(f -> !f.isToldByName() && f.matches(head)).findFirst())
        .or(() -> named)
        .orElseThrow(() -> new DocumentException(file, unknown()));
  }

  /**
   * Returns the project that a folder is, or that a file is part of.
   *
   * @throws DocumentException if there is one and it cannot be read
   */
  public Optional<Project> project(Path path, FormatOptions options) {
    return formats.stream().flatMap(format -> format.project(path, options).stream()).findFirst();
  }

  private String unknown() {
    String toldByName =
        formats.stream()
            .filter(DocumentFormat::isToldByName)
            .map(format -> "--format " + format.id())
            .collect(Collectors.joining(" or "));
    return "not a format that can be translated; known: "
        + formats.stream().map(DocumentFormat::id).collect(Collectors.joining(", "))
        + (toldByName.isEmpty() ? "" : "; for text by another name, add " + toldByName);
  }

  private Optional<DocumentFormat> byExtension(Path file) {
    Path name = file.getFileName();
    String text = name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
    String extension = text.substring(text.lastIndexOf('.') + 1);
    return formats.stream().filter(format -> format.extensions().contains(extension)).findFirst();
  }

  private static byte[] head(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(HEAD_BYTES);
      if (head.length == 0) {
        throw new DocumentException(file, "the file is empty");
      }
      return head;
    } catch (IOException e) {
      throw DocumentException.unreadable(file, e);
    }
  }
}
