package dev.yiben.pipeline.report;

import dev.yiben.pipeline.DocumentResult;
import dev.yiben.pipeline.check.Severity;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes findings as JUnit's XML, as build servers read it: a suite for each file, a test case for
 * each segment with findings, or one that passes.
 *
 * <p>Errors make a test case fail. Warnings and less are in the output of one that passes, since
 * test cases know no degrees; what is suppressed is skipped.
 */
final class JunitReport implements ReportWriter {
  private final List<FileProblem> others;

  /** Creates a report with findings from elsewhere after those of the jobs. */
  JunitReport(List<FileProblem> others) {
    this.others = List.copyOf(others);
  }

  @Override
  public void write(List<JobReport> jobs, OutputStream out) throws IOException {
    Map<Path, List<FileProblem>> files = new LinkedHashMap<>();
    for (JobReport job : jobs) {
      for (DocumentResult document : job.result().documents()) {
        files
            .computeIfAbsent(document.output(), file -> new ArrayList<>())
            .addAll(FileProblems.of(document));
      }
    }
    others.forEach(
        problem -> files.computeIfAbsent(problem.file(), file -> new ArrayList<>()).add(problem));
    List<Suite> suites = new ArrayList<>();
    files.forEach((file, problems) -> suites.add(Suite.of(file, problems)));
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
      write(suites, xml);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private static void write(List<Suite> suites, XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuites");
    xml.writeAttribute("name", "Yiben");
    for (Suite suite : suites) {
      xml.writeCharacters("\n  ");
      suite.write(xml);
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.writeCharacters("\n");
  }

  /**
   * A file and its test cases.
   *
   * @param cases findings by place in the file, at least one place
   */
  private record Suite(Path file, Map<String, List<FileProblem>> cases) {
    static Suite of(Path file, List<FileProblem> problems) {
      Map<String, List<FileProblem>> cases = new LinkedHashMap<>();
      problems.forEach(
          problem ->
              cases.computeIfAbsent(problem.place(), place -> new ArrayList<>()).add(problem));
      if (cases.isEmpty()) {
        cases.put("", List.of());
      }
      return new Suite(file, cases);
    }

    void write(XMLStreamWriter xml) throws XMLStreamException {
      xml.writeStartElement("testsuite");
      xml.writeAttribute("name", clean(file.toString()));
      xml.writeAttribute("tests", Integer.toString(cases.size()));
      xml.writeAttribute("failures", count(Kind.FAILURE));
      xml.writeAttribute("errors", count(Kind.ERROR));
      xml.writeAttribute("skipped", count(Kind.SKIPPED));
      xml.writeAttribute("time", "0");
      for (Map.Entry<String, List<FileProblem>> one : cases.entrySet()) {
        xml.writeCharacters("\n    ");
        write(one.getKey(), one.getValue(), xml);
      }
      xml.writeCharacters("\n  ");
      xml.writeEndElement();
    }

    private String count(Kind kind) {
      return Long.toString(
          cases.values().stream().filter(problems -> Kind.of(problems) == kind).count());
    }

    private void write(String place, List<FileProblem> problems, XMLStreamWriter xml)
        throws XMLStreamException {
      xml.writeStartElement("testcase");
      xml.writeAttribute("name", clean(place.isEmpty() ? file.getFileName().toString() : place));
      xml.writeAttribute("classname", clean(file.toString()));
      xml.writeAttribute("time", "0");
      switch (Kind.of(problems)) {
        case PASSED -> {
          if (!problems.isEmpty()) {
            xml.writeStartElement("system-out");
            xml.writeCharacters(clean(text(problems)));
            xml.writeEndElement();
          }
        }
        case SKIPPED -> {
          xml.writeStartElement("skipped");
          xml.writeAttribute("message", clean(problems.get(0).finding().suppressed().orElse("")));
          xml.writeCharacters(clean(text(problems)));
          xml.writeEndElement();
        }
        case FAILURE -> writeFault("failure", problems, xml);
        case ERROR -> writeFault("error", problems, xml);
      }
      xml.writeEndElement();
    }

    private static void writeFault(String element, List<FileProblem> problems, XMLStreamWriter xml)
        throws XMLStreamException {
      FileProblem first = problems.stream().filter(Kind::fails).findFirst().orElseThrow();
      xml.writeStartElement(element);
      xml.writeAttribute("type", first.finding().id());
      xml.writeAttribute("message", clean(first.finding().message()));
      xml.writeCharacters(clean(text(problems)));
      xml.writeEndElement();
    }

    private static String text(List<FileProblem> problems) {
      StringBuilder text = new StringBuilder();
      for (FileProblem problem : problems) {
        text.append(problem.finding().severity())
            .append(' ')
            .append(problem.finding().id())
            .append(": ")
            .append(problem.finding().message());
        problem
            .finding()
            .suppressed()
            .ifPresent(reason -> text.append(" (suppressed: ").append(reason).append(')'));
        text.append('\n');
      }
      FileProblem first = problems.get(0);
      if (!first.source().isEmpty()) {
        text.append("source: ").append(first.source()).append('\n');
      }
      if (!first.target().isEmpty()) {
        text.append("target: ").append(first.target()).append('\n');
      }
      return text.toString();
    }

    /** XML has no place for control characters, however they are written. */
    private static String clean(String text) {
      return text.replaceAll(
          "[^\t\n\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "\uFFFD");
    }
  }

  /** How a test case ends. */
  private enum Kind {
    PASSED,
    SKIPPED,
    FAILURE,
    ERROR;

    static Kind of(List<FileProblem> problems) {
      List<FileProblem> failing = problems.stream().filter(Kind::fails).toList();
      if (failing.stream().anyMatch(one -> one.finding().id().equals(FileProblems.FAILED))) {
        return ERROR;
      }
      if (!failing.isEmpty()) {
        return FAILURE;
      }
      boolean suppressed =
          !problems.isEmpty() && problems.stream().allMatch(one -> one.finding().isSuppressed());
      return suppressed ? SKIPPED : PASSED;
    }

    static boolean fails(FileProblem problem) {
      return !problem.finding().isSuppressed() && problem.finding().severity() == Severity.ERROR;
    }
  }
}
