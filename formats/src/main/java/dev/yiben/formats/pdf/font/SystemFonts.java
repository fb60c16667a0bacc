package dev.yiben.formats.pdf.font;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.fontbox.util.autodetect.FontFileFinder;

/**
 * Fonts of the system that are known by their files, so that no file is read but those that are
 * written in.
 */
final class SystemFonts {
  private final List<Known> known;
  private final Map<String, Path> files;
  private final Map<Known, Optional<FontFace>> read = new HashMap<>();

  /**
   * A line of {@code system-fonts.txt}.
   *
   * @param script as ISO 15924
   */
  private record Known(String script, boolean serif, boolean bold, String file, String name) {}

  private SystemFonts(List<Known> known, Map<String, Path> files) {
    this.known = known;
    this.files = files;
  }

  /** Returns no fonts. */
  static SystemFonts none() {
    return new SystemFonts(List.of(), Map.of());
  }

  /** Looks which files there are. */
  static SystemFonts installed() {
    Map<String, Path> files = new HashMap<>();
    for (URI uri : new FontFileFinder().find()) {
      Path file = Path.of(uri);
      // Of files of one name always the same, in whatever order folders are listed.
      files.merge(
          file.getFileName().toString().toLowerCase(Locale.ROOT),
          file,
          (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }
    return new SystemFonts(known(), files);
  }

  private static List<Known> known() {
    try (InputStream in = SystemFonts.class.getResourceAsStream("system-fonts.txt");
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<Known> known = new ArrayList<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] fields = line.strip().split("\\s*\\|\\s*", -1);
          known.add(
              new Known(
                  fields[0],
                  fields[1].equals("serif"),
                  fields[2].equals("bold"),
                  fields[3].toLowerCase(Locale.ROOT),
                  fields[4]));
        }
      }
      return known;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the best font of a script there is, drawn in a style. */
  Optional<FontFace> face(String script, FontStyle style) {
    boolean serif = style.serif() && !style.mono();
    Optional<FontFace> bold = style.bold() ? first(script, serif, true) : Optional.empty();
    return bold.isPresent()
        ? bold.map(face -> style.italic() ? new StyledFace(face, false, true) : face)
        : first(script, serif, false).map(face -> BundledFonts.styled(face, style));
  }

  private Optional<FontFace> first(String script, boolean serif, boolean bold) {
    for (Known font : known) {
      if (font.script().equals(script)
          && font.serif() == serif
          && font.bold() == bold
          && files.containsKey(font.file())) {
        Optional<FontFace> face =
            read.computeIfAbsent(font, key -> FontFile.read(files.get(key.file()), key.name()));
        if (face.isPresent()) {
          return face;
        }
      }
    }
    return Optional.empty();
  }
}
