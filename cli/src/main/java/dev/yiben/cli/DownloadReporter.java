package dev.yiben.cli;

import dev.yiben.inference.download.DownloadListener;
import java.util.OptionalLong;

/** Tells how a download goes: a bar on a terminal, elsewhere a line now and then. */
final class DownloadReporter implements DownloadListener {
  private static final int STEPS = 10;

  private final Console console;
  private String name = "";
  private ProgressBar bar = bar("", 0, 0);
  private boolean checking;
  private long toldStep;

  DownloadReporter(Console console) {
    this.console = console;
  }

  private static ProgressBar bar(String label, long size, long done) {
    return new ProgressBar(
        label, size, done, rate -> Sizes.text((long) rate) + "/s", System::nanoTime);
  }

  /** Takes the name of the file that comes next. */
  void announce(String fileName) {
    name = fileName;
  }

  @Override
  public void onStart(String host, long done, OptionalLong size) {
    checking = false;
    bar = bar(name, size.orElse(0), done);
    String all = size.isPresent() ? Sizes.text(size.getAsLong()) : "unknown size";
    console.info(
        name
            + ": "
            + all
            + " from "
            + host
            + (done > 0 ? ", of which " + Sizes.text(done) + " are there" : ""));
    toldStep = step(done, size);
  }

  @Override
  public void onProgress(long done, OptionalLong size) {
    if (size.isEmpty()) {
      console.status(name + "  " + Sizes.text(done));
    } else {
      bar.reach(done);
      console.status(bar.render(console.columns()));
    }
    if (console.columns() == 0 && step(done, size) > toldStep) {
      toldStep = step(done, size);
      console.info(name + ": " + toldStep * 100 / STEPS + " %, " + Sizes.text(done) + " are there");
    }
  }

  private static long step(long done, OptionalLong size) {
    return size.isPresent() && size.getAsLong() > 0 ? done * STEPS / size.getAsLong() : 0;
  }

  @Override
  public void onCheck(long done, long size) {
    if (!checking) {
      checking = true;
      bar = bar("checking " + name, size, 0);
    }
    bar.reach(done);
    console.status(bar.render(console.columns()));
  }

  @Override
  public void onNotice(String notice) {
    console.warning(notice);
  }

  /** Removes the bar. */
  void end() {
    console.status("");
  }
}
