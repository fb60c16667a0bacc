package dev.yiben.formats.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.yiben.formats.format.DocumentException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** An open zip file whose directory has been checked against limits. */
public final class Archive implements Closeable {
  private final Path file;
  private final ArchiveLimits limits;
  private final ZipFile zip;
  private final Map<String, ZipArchiveEntry> entries;

  private Archive(
      Path file, ArchiveLimits limits, ZipFile zip, Map<String, ZipArchiveEntry> entries) {
    this.file = file;
    this.limits = limits;
    this.zip = zip;
    this.entries = entries;
  }

  /**
   * Opens a zip file.
   *
   * @throws DocumentException if it is damaged, encrypted, beyond the limits, or has entry names
   *     that repeat or lead out of it
   */
  public static Archive open(Path file, ArchiveLimits limits) {
    ZipFile zip;
    long size;
    try {
      size = Files.size(file);
      zip = EntryNames.open(file);
    } catch (IOException | IllegalArgumentException e) {
      throw new DocumentException(
          file, "archive", "not a whole zip file (damaged or cut short); get the file again", e);
    }
    try {
      Map<String, ZipArchiveEntry> entries = new DirectoryCheck(file, limits, size).check(zip);
      return new Archive(file, limits, zip, entries);
    } catch (DocumentException e) {
      ZipFile.closeQuietly(zip);
      throw e;
    }
  }

  /** Returns the names of the entries in the order in which they lie in the file. */
  public Set<String> names() {
    return Collections.unmodifiableSet(entries.keySet());
  }

  /**
   * Unpacks an entry.
   *
   * @return nothing if there is no such entry
   * @throws IOException if the entry is damaged
   * @throws DocumentException if it is larger than the limits allow, whatever the directory says
   */
  public Optional<byte[]> read(String name) throws IOException {
    ZipArchiveEntry entry = entries.get(name);
    if (entry == null || entry.isDirectory()) {
      return Optional.empty();
    }
    if (entry.getSize() > limits.entryBytes()) {
      throw tooLarge(name);
    }
    // Other methods need libraries that are not there, and no reader of books knows them.
    if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
      throw new IOException("the entry is packed by an unknown method");
    }
    byte[] bytes;
    try (InputStream in = zip.getInputStream(entry)) {
      bytes = in.readNBytes(Math.toIntExact(entry.getSize()));
      if (in.read() >= 0) {
        throw tooLarge(name);
      }
    }
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    if (bytes.length != entry.getSize() || checksum.getValue() != entry.getCrc()) {
      throw new IOException("the entry is damaged: its checksum does not match");
    }
    return Optional.of(bytes);
  }

  private DocumentException tooLarge(String name) {
    return new DocumentException(
        file,
        name,
        "the entry unpacks to more than it says or more than "
            + limits.entryBytes()
            + " bytes; refused as a zip bomb");
  }

  /**
   * Writes the archive with some entries replaced or added; without any, the very bytes of the
   * file.
   *
   * <p>All other entries are copied as they are packed, in their order, with their times, comments
   * and extra fields. New ones follow them in the order given, with the time of the first.
   *
   * @param contents the entries to replace or add, by name
   * @param first an entry to write first unless it is replaced
   * @param out is left open
   */
  public void write(Map<String, PackedEntry> contents, Optional<FirstEntry> first, OutputStream out)
      throws IOException {
    if (contents.isEmpty()) {
      Files.copy(file, out);
      return;
    }
    Map<String, ZipArchiveEntry> copied = new LinkedHashMap<>(entries);
    Map<String, PackedEntry> added = new LinkedHashMap<>(contents);
    added.keySet().removeAll(entries.keySet());
    long time = entries.values().stream().mapToLong(ZipArchiveEntry::getTime).findFirst().orElse(0);
    try (ArchiveWriter writer = new ArchiveWriter(zip, ArchiveComment.of(file), out)) {
      if (first.isPresent() && !contents.containsKey(first.get().name())) {
        ZipArchiveEntry original = copied.remove(first.get().name());
        writer.store(
            first.get().name(),
            original == null ? time : original.getTime(),
            readSound(first.get().name()).orElse(first.get().content().getBytes(UTF_8)));
      }
      for (Map.Entry<String, ZipArchiveEntry> entry : copied.entrySet()) {
        if (contents.containsKey(entry.getKey())) {
          writer.replace(entry.getValue(), contents.get(entry.getKey()));
        } else {
          writer.copy(entry.getValue());
        }
      }
      for (Map.Entry<String, PackedEntry> entry : added.entrySet()) {
        writer.add(entry.getKey(), time, entry.getValue());
      }
    }
  }

  private Optional<byte[]> readSound(String name) {
    try {
      return read(name);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    ZipFile.closeQuietly(zip);
  }
}
