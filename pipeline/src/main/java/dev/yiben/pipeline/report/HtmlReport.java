package dev.yiben.pipeline.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes jobs as one page that a person reads in a browser, without network. */
public final class HtmlReport implements ReportWriter {
  @Override
  public void write(List<JobReport> jobs, OutputStream out) throws IOException {
    throw new IOException("pages are not written yet");
  }
}
