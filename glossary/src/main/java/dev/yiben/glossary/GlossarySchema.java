package dev.yiben.glossary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The form of glossary files as a JSON Schema (draft 2020-12), for editors that check and complete.
 *
 * <p>What it allows but {@link GlossaryReader} does not is what a schema cannot say: entries that
 * are there twice, and regular expressions that are wrong.
 */
public final class GlossarySchema {
  private GlossarySchema() {}

  /** Returns the schema. */
  public static String text() {
    try (InputStream in = GlossarySchema.class.getResourceAsStream("glossary.schema.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
