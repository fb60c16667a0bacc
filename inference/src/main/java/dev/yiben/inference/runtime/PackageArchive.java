package dev.yiben.inference.runtime;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * The archive of an npm package with libraries: a gzipped tar file.
 *
 * @param file the archive
 * @param part the package that it should be
 */
record PackageArchive(Path file, RuntimePackage.Part part) {
  private static final String ALGORITHM = "sha512-";
  // Libraries are in bins/PLATFORM, those of extensions in bins/PLATFORM/fallback. What the package
  // has for Node.js and llama.cpp's own programs is left out.
  private static final Pattern KEPT =
      Pattern.compile(
          "package/(?:"
              + "bins/[\\w.-]+/(?:fallback/)?(?<library>(?:lib)?(?!llama-common)(?:llama|ggml)[\\w.-]*"
              + "\\.(?:so|dylib|dll)(?:\\.[\\d.]+)?)"
              + "|bins/[\\w.-]+/(?<metadata>_nlcBuildMetadata\\.json)"
              + "|(?<licence>LICENSE))");
  private static final int MOST_ENTRIES = 10_000;
  private static final long MOST_BYTES = 2_000_000_000L;

  /**
   * Verifies the checksum.
   *
   * @throws InferenceException if it is not that of the package
   */
  void requireIntact() throws IOException {
    MessageDigest digest = sha512();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    String actual = ALGORITHM + Base64.getEncoder().encodeToString(digest.digest());
    if (!actual.equals(part.integrity())) {
      throw new InferenceException(
          Category.BACKEND_PERMANENT,
          part.specification()
              + ": what npm fetched has not the checksum of this package ("
              + actual.substring(0, ALGORITHM.length() + 12)
              + "… instead of "
              + part.integrity().substring(0, ALGORITHM.length() + 12)
              + "…) and was thrown away; look at npm's registry with 'npm config get registry', or"
              + " clear its cache with 'npm cache clean --force'");
    }
  }

  /** Puts the libraries, the licence and what is told of the build into a folder. */
  void unpack(Path folder) throws IOException {
    try (TarArchiveInputStream in =
        new TarArchiveInputStream(
            new GzipCompressorInputStream(new BufferedInputStream(Files.newInputStream(file))))) {
      int entries = 0;
      long room = MOST_BYTES;
      for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        room -= entry.getSize();
        if (++entries > MOST_ENTRIES || room < 0) {
          throw new IOException("the archive is too large");
        }
        Matcher kept = KEPT.matcher(entry.getName());
        if (isPlainFile(entry) && kept.matches()) {
          write(in, folder.resolve(name(kept)));
        }
      }
    }
  }

  /** Returns whether an entry is a file, and neither a link nor a device. */
  private static boolean isPlainFile(TarArchiveEntry entry) {
    return entry.getLinkFlag() == TarConstants.LF_NORMAL
        || entry.getLinkFlag() == TarConstants.LF_OLDNORM;
  }

  private static String name(Matcher kept) {
    for (String group : new String[] {"library", "metadata"}) {
      if (kept.group(group) != null) {
        return kept.group(group);
      }
    }
    return kept.group("licence");
  }

  private static void write(InputStream in, Path target) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            target,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      in.transferTo(Channels.newOutputStream(channel));
      // So that the folder does not get its name before its files are on the disk.
      channel.force(true);
    }
  }

  private static MessageDigest sha512() {
    try {
      return MessageDigest.getInstance("SHA-512");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
