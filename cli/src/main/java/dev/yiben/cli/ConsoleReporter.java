package dev.yiben.cli;

import dev.yiben.pipeline.DocumentResult;
import dev.yiben.pipeline.Fate;
import dev.yiben.pipeline.ProgressListener;
import dev.yiben.pipeline.SegmentOutcome;
import dev.yiben.pipeline.check.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells how a job goes: a bar for the file that will be finished next, what became of it when it is
 * finished.
 */
final class ConsoleReporter implements ProgressListener {
  private static final int KEPT_SHOWN = 3;
  private static final int QUOTED_CHARACTERS = 40;

  private final Console console;
  private final Consumer<Path> outputs;
  private final UnaryOperator<DocumentResult> suppressions;
  // Those of the files that are worked on, in their order.
  private final Map<Path, ProgressBar> bars = new LinkedHashMap<>();

  /**
   * Creates a reporter.
   *
   * @param outputs takes the paths of outputs when they are complete
   * @param suppressions marks the findings that do not count
   */
  ConsoleReporter(
      Console console, Consumer<Path> outputs, UnaryOperator<DocumentResult> suppressions) {
    this.console = console;
    this.outputs = outputs;
    this.suppressions = suppressions;
  }

  @Override
  public void onDocumentStarted(Path input, long toTranslate, long alreadyDone) {
    if (alreadyDone > 0) {
      console.detail(input + ": resuming, " + alreadyDone + " of " + toTranslate + " tokens done");
    }
    bars.put(
        input,
        new ProgressBar(
            input.getFileName().toString(), toTranslate, alreadyDone, System::nanoTime));
    showBar();
  }

  @Override
  public void onProgress(Path input, long tokens) {
    bars.get(input).advance(tokens);
    showBar();
  }

  /** Shows the bar of the first file, which will be finished next. */
  private void showBar() {
    bars.values().stream()
        .findFirst()
        .ifPresent(bar -> console.status(bar.render(console.columns())));
  }

  @Override
  public void onDocumentFinished(DocumentResult result) {
    bars.remove(result.input());
    console.status("");
    switch (result.status()) {
      case FAILED -> console.error(result.failure().orElse(result.input() + ": failed"));
      case SKIPPED ->
          console.info(result.input() + ": left out, since " + result.output() + " is there");
      case PLANNED -> console.detail(result.input() + ": planned");
      case UP_TO_DATE -> {
        console.info(result.input() + ": up to date (" + fates(result) + ")");
        outputs.accept(result.output());
      }
      case WRITTEN, CHECKED -> {
        console.info(result.input() + ": " + fates(result));
        tellFindings(suppressions.apply(result));
        tellKept(result);
        outputs.accept(result.output());
      }
    }
    result.notices().forEach(notice -> console.warning(result.input() + ": " + notice));
    showBar();
  }

  private static String fates(DocumentResult result) {
    List<String> parts = new ArrayList<>();
    for (Fate fate : Fate.values()) {
      long count = result.count(fate);
      if (count > 0 || fate == Fate.TRANSLATED) {
        parts.add(count + " " + fate.name().toLowerCase(Locale.ROOT).replace('_', ' '));
      }
    }
    return String.join(", ", parts);
  }

  @Override
  public void onCompared(List<Finding> found) {
    tell("findings of all files compared: ", found.stream());
  }

  private void tellFindings(DocumentResult result) {
    tell(
        "  findings: ", result.segments().stream().flatMap(outcome -> outcome.findings().stream()));
  }

  private void tell(String what, Stream<Finding> findings) {
    Map<String, Long> counts =
        findings.collect(Collectors.groupingBy(this::name, TreeMap::new, Collectors.counting()));
    if (!counts.isEmpty()) {
      console.info(
          what
              + counts.entrySet().stream()
                  .map(entry -> entry.getKey() + " × " + entry.getValue())
                  .collect(Collectors.joining(", ")));
    }
  }

  private String name(Finding finding) {
    return finding.id() + " (" + finding.severity().name().toLowerCase(Locale.ROOT) + ")";
  }

  private void tellKept(DocumentResult result) {
    List<SegmentOutcome> kept =
        result.segments().stream().filter(o -> o.fate() == Fate.KEPT_AS_SOURCE).toList();
    kept.stream().limit(KEPT_SHOWN).forEach(o -> console.warning("  " + describe(o)));
    if (kept.size() > KEPT_SHOWN) {
      console.warning(
          "  … and " + (kept.size() - KEPT_SHOWN) + " more; --report FILE lists them all");
    }
  }

  private static String describe(SegmentOutcome outcome) {
    String text = outcome.segment().source().plainText();
    String quoted =
        text.codePointCount(0, text.length()) <= QUOTED_CHARACTERS
            ? text
            : text.substring(0, text.offsetByCodePoints(0, QUOTED_CHARACTERS)) + "…";
    return outcome.segment().id() + " kept its source “" + quoted + "”: " + outcome.reason();
  }
}
