package dev.yiben.inference.runtime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Builds archives as npm has them. */
final class PackageBuilder {
  private final Map<String, String> files = new LinkedHashMap<>();

  /** Starts one with the files that packages with libraries have. */
  static PackageBuilder usual() {
    return new PackageBuilder()
        .with("package/package.json", "{}")
        .with("package/LICENSE", "MIT")
        .with("package/bins/linux-x64/_nlcBuildMetadata.json", "{}")
        .with("package/bins/linux-x64/libggml-base.so", "base")
        .with("package/bins/linux-x64/libggml.v0.5.0.so", "ggml")
        .with("package/bins/linux-x64/libggml-cpu-x64.so", "cpu")
        .with("package/bins/linux-x64/libllama.v0.5.0.so", "llama")
        .with("package/bins/linux-x64/libllama-common.so", "common")
        .with("package/bins/linux-x64/llama-addon.node", "addon");
  }

  PackageBuilder with(String name, String content) {
    files.put(name, content);
    return this;
  }

  /** Adds a link; its name and where it leads. */
  PackageBuilder withLink(String name, String target) {
    return with(name, "->" + target);
  }

  byte[] build() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        if (file.getValue().startsWith("->")) {
          TarArchiveEntry link = new TarArchiveEntry(file.getKey(), TarConstants.LF_SYMLINK);
          link.setLinkName(file.getValue().substring(2));
          tar.putArchiveEntry(link);
        } else {
          byte[] content = file.getValue().getBytes(StandardCharsets.UTF_8);
          TarArchiveEntry entry = new TarArchiveEntry(file.getKey(), true);
          entry.setSize(content.length);
          tar.putArchiveEntry(entry);
          tar.write(content);
        }
        tar.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Returns the package that consists of these archives. */
  static RuntimePackage describe(String variant, byte[]... archives) {
    List<RuntimePackage.Part> parts = new ArrayList<>();
    for (byte[] archive : archives) {
      parts.add(
          new RuntimePackage.Part(
              "@test/part" + parts.size(), "1.0.0", archive.length, integrity(archive)));
    }
    return new RuntimePackage(
        variant, Platform.Os.LINUX, "x64", "v0.5.0", "for tests", List.copyOf(parts));
  }

  static String integrity(byte[] archive) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-512").digest(archive);
      return "sha512-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
