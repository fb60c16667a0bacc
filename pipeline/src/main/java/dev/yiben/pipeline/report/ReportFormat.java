package dev.yiben.pipeline.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** How a report is written, which the name of its file says. */
public enum ReportFormat {
  /** A page for people. */
  HTML,
  /** SARIF, for tools that show findings in code. */
  SARIF,
  /** JUnit's XML, for tools that show tests. */
  JUNIT,
  /** Everything, for programs; also where a name says nothing. */
  JSON;

  /** Returns the format that the name of a file asks for. */
  public static ReportFormat of(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "html", "htm" -> HTML;
      case "sarif" -> SARIF;
      case "xml" -> JUNIT;
      default -> JSON;
    };
  }

  /** Returns whether reports are flat lists of findings rather than of documents. */
  public boolean isListOfFindings() {
    return switch (this) {
      case SARIF, JUNIT -> true;
      case HTML, JSON -> false;
    };
  }

  /** Returns a writer of reports that list every segment. */
  public ReportWriter writer() {
    return writer(List.of());
  }

  /**
   * Returns a writer of reports that list every segment.
   *
   * @param others what was found outside of documents, for the formats that are lists of findings
   */
  public ReportWriter writer(List<FileProblem> others) {
    return switch (this) {
      case HTML -> new HtmlReport();
      case SARIF -> new SarifReport(others);
      case JUNIT -> new JunitReport(others);
      case JSON -> new JsonReport(true);
    };
  }
}
