package dev.yiben.pipeline.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes what the jobs of a run came to, in one file. */
public interface ReportWriter {
  /**
   * Writes a report; the stream stays open.
   *
   * @param jobs the jobs in their order, one for each target language, at least one
   */
  void write(List<JobReport> jobs, OutputStream out) throws IOException;
}
