package dev.yiben.formats.format.markdown;

import dev.yiben.formats.encoding.TextLikeness;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.DocumentFormat;
import dev.yiben.formats.format.FileContent;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.Layout;
import java.nio.file.Path;
import java.util.Set;

/**
 * Markdown (CommonMark 0.31, tables, task lists, strikethrough and footnotes of GitHub, front
 * matter).
 *
 * <p>Each paragraph, heading and cell is a segment, {@code block/1} and so on, in one stream; what
 * stands within HTML is {@code html/1#p1} and so on. All that is not text stays byte for byte.
 */
public final class MarkdownFormat implements DocumentFormat {
  private static final int MAX_BYTES = 16 << 20;

  @Override
  public String id() {
    return "markdown";
  }

  @Override
  public Set<String> extensions() {
    return Set.of("md", "markdown", "mdown", "mkd");
  }

  @Override
  public boolean matches(byte[] head) {
    return TextLikeness.of(head);
  }

  @Override
  public boolean isToldByName() {
    return true;
  }

  @Override
  public Document open(Path file, FormatOptions options) {
    if (options.layout() == Layout.BILINGUAL_SIDE) {
      throw new DocumentException(
          file, "Markdown has no room for --layout bilingual-side; use --layout bilingual");
    }
    return new MarkdownDocument(
        FileContent.readText(file, MAX_BYTES, "a Markdown file", options), options);
  }
}
