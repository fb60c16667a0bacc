package dev.yiben.pipeline.report;

import java.nio.file.Path;
import java.util.Locale;

/** How a report is written, which the name of its file says. */
public enum ReportFormat {
  /** A page for people. */
  HTML,
  /** Everything, for programs; also where a name says nothing. */
  JSON;

  /** Returns the format that the name of a file asks for. */
  public static ReportFormat of(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "html", "htm" -> HTML;
      default -> JSON;
    };
  }

  /** Returns a writer of reports that list every segment. */
  public ReportWriter writer() {
    return switch (this) {
      case HTML -> new HtmlReport();
      case JSON -> new JsonReport(true);
    };
  }
}
