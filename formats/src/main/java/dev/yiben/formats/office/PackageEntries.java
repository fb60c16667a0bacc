package dev.yiben.formats.office;

import dev.yiben.formats.archive.Archive;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Enumeration;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.poi.openxml4j.util.ZipEntrySource;

/**
 * Shows POI the entries of an archive whose limits hold.
 *
 * <p>Not the document's properties: POI would refuse a file for a wrong date in them.
 */
final class PackageEntries implements ZipEntrySource {
  private static final String PROPERTIES = "docProps/";

  /** POI keeps what it reads of relationships and content types as trees in memory. */
  private static final int MOST_BYTES = 16 << 20;

  private final Archive archive;

  PackageEntries(Archive archive) {
    this.archive = archive;
  }

  @Override
  public Enumeration<? extends ZipArchiveEntry> getEntries() {
    return Collections.enumeration(
        archive.names().stream()
            .filter(name -> !name.startsWith(PROPERTIES))
            .map(ZipArchiveEntry::new)
            .toList());
  }

  @Override
  public ZipArchiveEntry getEntry(String path) {
    return archive.names().contains(path) ? new ZipArchiveEntry(path) : null;
  }

  @Override
  public InputStream getInputStream(ZipArchiveEntry entry) throws IOException {
    byte[] content =
        archive
            .read(entry.getName())
            .orElseThrow(() -> new IOException("there is no entry " + entry.getName()));
    if (content.length > MOST_BYTES) {
      throw new IOException(entry.getName() + " has over " + MOST_BYTES + " bytes");
    }
    return new ByteArrayInputStream(content);
  }

  @Override
  public void close() {
    // The archive is the package's.
  }

  @Override
  public boolean isClosed() {
    return false;
  }
}
