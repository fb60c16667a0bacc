package dev.yiben.formats.office;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.yiben.formats.archive.Archive;
import dev.yiben.formats.archive.ArchiveLimits;
import dev.yiben.formats.archive.PackedEntry;
import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.markup.MarkupCharset;
import dev.yiben.formats.splice.SourceText;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipCollection;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.openxml4j.util.ZipSecureFile;

/** The parts of an Office file, as POI finds them; bytes come from our own archive. */
public final class OfficePackage implements Closeable {
  /** The type of the relationship that leads from the package to its main part. */
  private static final String MAIN = "officeDocument";

  private final Path file;
  private final Archive archive;
  private final Map<String, String> entries = new TreeMap<>();
  private final Map<String, PackagePart> parts = new TreeMap<>();
  private final List<Relationship> own;

  private OfficePackage(Path file, Archive archive, OPCPackage opc) throws InvalidFormatException {
    this.file = file;
    this.archive = archive;
    archive.names().forEach(name -> entries.put(name.toLowerCase(Locale.ROOT), name));
    for (PackagePart part : opc.getParts()) {
      if (!part.isRelationshipPart()) {
        entry(part.getPartName().getName()).ifPresent(name -> parts.put(name, part));
      }
    }
    this.own = relationships(opc.getRelationships());
  }

  /**
   * Opens a package.
   *
   * @throws DocumentException if it is protected by a password, an old binary file, damaged, or
   *     beyond the limits
   */
  public static OfficePackage open(Path file) {
    BinaryContainer.refuse(file);
    Archive archive = Archive.open(file, ArchiveLimits.DEFAULT);
    // POI's own limit is below what presentations of some hundred slides have.
    ZipSecureFile.setMaxFileCount(ArchiveLimits.DEFAULT.entries());
    try {
      return new OfficePackage(file, archive, OPCPackage.open(new PackageEntries(archive)));
    } catch (DocumentException e) {
      archive.close();
      throw e;
    } catch (InvalidFormatException | RuntimeException e) {
      // POI has many exceptions for packages that are none, not all of them declared.
      archive.close();
      throw new DocumentException(
          file, "package", "not a whole Office file; get it again, or save it anew", e);
    }
  }

  /**
   * Returns whether a file that begins like this may be a package of a format, or a binary file,
   * which {@link #open} refuses with a word of what to do: an old one, or one with a password.
   *
   * @param folder what the names of the format's parts begin with, such as {@code word/}
   */
  public static boolean begins(byte[] head, String folder) {
    String text = new String(head, ISO_8859_1);
    return (text.startsWith("PK\3\4") && text.contains(folder)) || BinaryContainer.begins(head);
  }

  /** Returns the file. */
  public Path file() {
    return file;
  }

  /** Returns all parts but those with the document's properties, by name. */
  public List<OfficePart> parts() {
    return parts.entrySet().stream()
        .map(entry -> new OfficePart(entry.getKey(), entry.getValue().getContentType()))
        .toList();
  }

  /** Returns a part. */
  public Optional<OfficePart> part(String name) {
    return Optional.ofNullable(parts.get(name))
        .map(part -> new OfficePart(name, part.getContentType()));
  }

  /**
   * Returns the part that the document begins with.
   *
   * @throws DocumentException if there is none
   */
  public OfficePart main() {
    return own.stream()
        .filter(relationship -> relationship.type().equals(MAIN) && !relationship.external())
        .flatMap(relationship -> part(relationship.target()).stream())
        .findFirst()
        .orElseThrow(
            () -> new DocumentException(file, "package", "has no document in it; save it again"));
  }

  /** Returns whether the package has digital signatures (ISO/IEC 29500-2, clause 13). */
  public boolean isSigned() {
    return own.stream().anyMatch(relationship -> relationship.type().equals("origin"));
  }

  /** Returns the relationships of the package itself. */
  public List<Relationship> relationships() {
    return own;
  }

  /**
   * Returns the relationships of a part, in the order of the file.
   *
   * @throws DocumentException if they cannot be read
   */
  public List<Relationship> relationships(String part) {
    PackagePart found = parts.get(part);
    if (found == null) {
      return List.of();
    }
    try {
      return relationships(found.getRelationships());
    } catch (InvalidFormatException | RuntimeException e) {
      throw new DocumentException(
          file, part, "its relationships cannot be read; save the file anew", e);
    }
  }

  /** Returns the parts that a part has relationships of a type to, in the order of the file. */
  public List<OfficePart> related(String part, String type) {
    return relationships(part).stream()
        .filter(relationship -> relationship.type().equals(type) && !relationship.external())
        .flatMap(relationship -> part(relationship.target()).stream())
        .distinct()
        .toList();
  }

  private List<Relationship> relationships(PackageRelationshipCollection found) {
    List<Relationship> relationships = new ArrayList<>();
    for (PackageRelationship relationship : found) {
      boolean external = relationship.getTargetMode() == TargetMode.EXTERNAL;
      URI target = relationship.getTargetURI();
      String type = relationship.getRelationshipType();
      relationships.add(
          new Relationship(
              relationship.getId(),
              type.substring(type.lastIndexOf('/') + 1),
              external,
              external
                  ? target.toString()
                  : entry(String.valueOf(target.getPath())).orElse(target.toString())));
    }
    return relationships;
  }

  /** Returns the entry of a part, whose name may differ in case (ISO/IEC 29500-2, 6.2.2.3). */
  private Optional<String> entry(String partName) {
    return Optional.ofNullable(
        entries.get(
            (partName.startsWith("/") ? partName.substring(1) : partName)
                .toLowerCase(Locale.ROOT)));
  }

  /**
   * Returns the text of an entry; nothing if there is none, or it is no text.
   *
   * @throws IOException if it cannot be unpacked
   */
  public Optional<SourceText> text(String name) throws IOException {
    return archive.read(name).flatMap(MarkupCharset::decode);
  }

  /** Writes the package with some entries replaced; all others are copied as they are packed. */
  public void write(Map<String, PackedEntry> changed, OutputStream out) throws IOException {
    archive.write(changed, Optional.empty(), out);
  }

  @Override
  public void close() {
    archive.close();
  }
}
