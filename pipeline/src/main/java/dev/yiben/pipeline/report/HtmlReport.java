package dev.yiben.pipeline.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes jobs as one page that a person reads in a browser.
 *
 * <p>The page needs no network: style, script and data are in it, and its policy lets nothing else
 * in. The data are JSON that no text of a document can end, and the script makes text nodes of them
 * only, so that a hostile document cannot do anything in the page.
 */
public final class HtmlReport implements ReportWriter {
  private static final Pattern PLACE = Pattern.compile("@([A-Z_]+)@");

  @Override
  public void write(List<JobReport> jobs, OutputStream out) throws IOException {
    String style = resource("report.css");
    String script = resource("report.js");
    Map<String, String> texts =
        Map.of(
            "STYLE",
            style,
            "SCRIPT",
            script,
            "STYLE_HASH",
            hash(style),
            "SCRIPT_HASH",
            hash(script));
    String template = resource("report.html");
    // A writer replaces half characters, which JSON written as bytes would stumble over.
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    Matcher matcher = PLACE.matcher(template);
    int written = 0;
    while (matcher.find()) {
      writer.write(template.substring(written, matcher.start()));
      if (matcher.group(1).equals("DATA")) {
        new PageData(jobs).write(writer);
      } else {
        writer.write(texts.get(matcher.group(1)));
      }
      written = matcher.end();
    }
    writer.write(template.substring(written));
    writer.flush();
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Returns the source expression of the Content Security Policy that allows an inline text. */
  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
