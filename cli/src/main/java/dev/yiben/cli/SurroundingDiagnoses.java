package dev.yiben.cli;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Looks at what surrounds the engine: fonts, disks, encodings. */
final class SurroundingDiagnoses {
  private static final Map<String, String> SCRIPTS =
      Map.of("Chinese", "的汉", "Japanese", "あア", "Korean", "한글");
  private static final long LITTLE_SPACE = 10_000_000_000L;
  private static final long NO_SPACE = 100_000_000L;

  private final Environment environment;

  SurroundingDiagnoses(Environment environment) {
    this.environment = environment;
  }

  List<Diagnosis> all() {
    List<Diagnosis> all = new ArrayList<>();
    all.add(fonts());
    all.add(folder("models", Engines.modelFolder(environment), LITTLE_SPACE));
    all.add(folder("state", JobFolder.stateFolder(environment).resolve("yiben"), NO_SPACE));
    all.add(encoding());
    return all;
  }

  private static Diagnosis fonts() {
    // A display that is set and cannot be reached must not matter.
    System.setProperty("java.awt.headless", "true");
    try {
      List<Font> fonts =
          Arrays.asList(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts());
      List<String> missing =
          SCRIPTS.entrySet().stream()
              .filter(
                  script ->
                      fonts.stream().noneMatch(font -> font.canDisplayUpTo(script.getValue()) < 0))
              .map(Map.Entry::getKey)
              .sorted()
              .toList();
      if (missing.isEmpty()) {
        return Diagnosis.ok("fonts", fonts.size() + ", with Chinese, Japanese and Korean");
      }
      return noFonts(fonts.size() + ", none for " + String.join(", ", missing));
    } catch (Error | RuntimeException e) {
      // Java without its desktop part, or a system without fontconfig, fails in several ways.
      return noFonts("Java finds none (" + e.getClass().getSimpleName() + ")");
    }
  }

  private static Diagnosis noFonts(String text) {
    return Diagnosis.warning(
        "fonts",
        text,
        "only PDF output will need them: install some, such as with 'apt install fontconfig"
            + " fonts-noto-cjk'");
  }

  private static Diagnosis folder(String what, Path folder, long enough) {
    String subject = what + " folder";
    Path there = folder.toAbsolutePath();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    if (!Files.isDirectory(there) || !Files.isWritable(there)) {
      return Diagnosis.problem(
          subject,
          folder + " cannot be written",
          what.equals("models")
              ? "change its owner, or choose another with YIBEN_MODELS"
              : "change its owner, or choose another with XDG_STATE_HOME");
    }
    try {
      long free = Files.getFileStore(there).getUsableSpace();
      String text = folder + ", free: " + Sizes.text(free);
      if (free < NO_SPACE) {
        return Diagnosis.problem(subject, text, "make room on its disk");
      }
      return free < enough
          ? Diagnosis.warning(subject, text, "make room before you pull further models")
          : Diagnosis.ok(subject, text);
    } catch (IOException e) {
      return Diagnosis.warning(
          subject, folder + ": its free space is unknown", "see whether its disk is in order");
    }
  }

  private static Diagnosis encoding() {
    String names = String.valueOf(System.getProperty("sun.jnu.encoding"));
    String text =
        "file names: "
            + names
            + ", text: "
            + Charset.defaultCharset()
            + ", language: "
            + Locale.getDefault().toLanguageTag();
    return names.toUpperCase(Locale.ROOT).replace("-", "").equals("UTF8")
            || System.getProperty("os.name").startsWith("Windows")
        ? Diagnosis.ok("encoding", text)
        : Diagnosis.warning(
            "encoding",
            text + "; files with other names cannot be opened",
            "set LC_ALL=C.UTF-8 or another UTF-8 locale");
  }
}
