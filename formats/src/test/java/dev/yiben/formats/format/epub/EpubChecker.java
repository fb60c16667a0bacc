package dev.yiben.formats.format.epub;

import com.adobe.epubcheck.api.EPUBLocation;
import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.api.MasterReport;
import com.adobe.epubcheck.messages.Message;
import com.adobe.epubcheck.messages.Severity;
import com.adobe.epubcheck.util.FeatureEnum;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Runs EPUBCheck and counts the errors that it reports. */
public final class EpubChecker extends MasterReport {
  private final Map<String, Long> errors = new TreeMap<>();

  private EpubChecker() {}

  /** Returns how often each error is reported, by its id and text. */
  public static Map<String, Long> errors(Path book) {
    EpubChecker report = new EpubChecker();
    report.setLocale(Locale.ENGLISH);
    new EpubCheck(book.toFile(), report).doValidate();
    return report.errors;
  }

  @Override
  public void message(Message message, EPUBLocation location, Object... arguments) {
    if (message.getSeverity() == Severity.ERROR || message.getSeverity() == Severity.FATAL) {
      errors.merge(message.getID().toString(), 1L, Long::sum);
    }
  }

  @Override
  public void info(String resource, FeatureEnum feature, String value) {}

  @Override
  public int generate() {
    return 0;
  }

  @Override
  public void initialize() {}
}
