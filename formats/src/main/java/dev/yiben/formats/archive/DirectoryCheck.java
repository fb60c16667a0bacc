package dev.yiben.formats.archive;

import dev.yiben.formats.format.DocumentException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Checks what a zip file's directory says before anything is unpacked. */
final class DirectoryCheck {
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);

  private final Path file;
  private final ArchiveLimits limits;
  private final long fileSize;
  private long packed;
  private long unpacked;

  DirectoryCheck(Path file, ArchiveLimits limits, long fileSize) {
    this.file = file;
    this.limits = limits;
    this.fileSize = fileSize;
  }

  /** Returns the entries by name, in the order of the file. */
  Map<String, ZipArchiveEntry> check(ZipFile zip) {
    Map<String, ZipArchiveEntry> entries = new LinkedHashMap<>();
    for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
      checkName(entry.getName());
      if (entries.put(entry.getName(), entry) != null) {
        throw new DocumentException(file, entry.getName(), "the archive has this entry twice");
      }
      if (entries.size() > limits.entries()) {
        throw bomb("archive", "more than " + limits.entries() + " entries");
      }
      if (entry.getGeneralPurposeBit().usesEncryption()) {
        throw new DocumentException(
            file, entry.getName(), "the entry is encrypted; decrypt the file first");
      }
      checkSize(entry);
    }
    return entries;
  }

  private void checkName(String name) {
    String path = name.replace('\\', '/');
    if (path.isEmpty()
        || path.indexOf('\0') >= 0
        || path.startsWith("/")
        || DRIVE.matcher(path).matches()
        || Arrays.asList(path.split("/", -1)).contains("..")) {
      throw new DocumentException(
          file, '"' + name + '"', "the entry's name leads out of the archive; refused");
    }
  }

  private void checkSize(ZipArchiveEntry entry) {
    if (entry.getSize() < 0 || entry.getCompressedSize() < 0) {
      throw new DocumentException(
          file, entry.getName(), "the archive does not say how large the entry is; pack it again");
    }
    if (entry.getMethod() == ZipEntry.STORED && entry.getSize() != entry.getCompressedSize()) {
      throw new DocumentException(
          file,
          entry.getName(),
          "the entry is not packed, and yet its two sizes differ; get the file again");
    }
    unpacked += entry.getSize();
    packed += entry.getCompressedSize();
    if (entry.getSize() > ArchiveLimits.RATIO_FLOOR
        && entry.getSize() / limits.ratio() > entry.getCompressedSize()) {
      throw bomb(entry.getName(), "unpacks to over " + limits.ratio() + " times its size");
    }
    if (unpacked < 0 || unpacked > limits.totalBytes()) {
      throw bomb("archive", "unpacks to more than " + limits.totalBytes() + " bytes");
    }
    // Entries that share their bytes make a small file large when each is copied.
    if (packed < 0 || packed > fileSize) {
      throw bomb("archive", "entries overlap");
    }
  }

  private DocumentException bomb(String place, String problem) {
    return new DocumentException(file, place, problem + "; refused as a zip bomb");
  }
}
