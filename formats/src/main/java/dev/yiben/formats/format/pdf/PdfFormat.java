package dev.yiben.formats.format.pdf;

import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentFormat;
import dev.yiben.formats.format.FormatOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;

/** Portable Document Format, up to version 2.0. */
public final class PdfFormat implements DocumentFormat {
  /** How far from its start a file may say what it is, as readers take it. */
  private static final int SIGNATURE_WITHIN = 1024;

  @Override
  public String id() {
    return "pdf";
  }

  @Override
  public Set<String> extensions() {
    return Set.of("pdf");
  }

  @Override
  public boolean matches(byte[] head) {
    return new String(head, 0, Math.min(head.length, SIGNATURE_WITHIN), StandardCharsets.ISO_8859_1)
        .contains("%PDF-");
  }

  @Override
  public Document open(Path file, FormatOptions options) {
    return PdfDocument.open(file, options);
  }
}
