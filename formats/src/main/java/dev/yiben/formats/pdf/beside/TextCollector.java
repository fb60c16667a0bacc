package dev.yiben.formats.pdf.beside;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.Tally;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;

/** Makes segments of texts, with an id that counts those of their kind. */
final class TextCollector {
  private static final String STREAM = "document";

  /** Line ends and other controls; languages that text changes to (ISO 32000-2, 7.9.2.2). */
  private static final Pattern CONTROL =
      Pattern.compile("\\u001B[^\\u001B]{0,8}\\u001B|\\R|\\p{Cntrl}");

  /** What programs call a document or a picture of which nobody has said anything. */
  private static final Pattern FILE_NAME =
      Pattern.compile(
          "(?i)(?:Microsoft \\w+ - .*|(?:[a-z]:[\\\\/]|file:|https?:|/|\\\\).*|untitled"
              + "|[^.]+(?:[.][^.]+)*[.](?:docx?|docm|dotx?|pptx?|xlsx?|odt|ods|odp|rtf|txt|wpd|pages"
              + "|indd|qxd|qxp|fm|pmd|p65|tex|dvi|e?ps|pdf|ai|psd|cdr|png|jpe?g|gif|tiff?|bmp|svg"
              + "|emf|wmf|webp|html?))");

  private final Tally tally;
  private final List<BesideText> texts = new ArrayList<>();
  private final Map<String, Integer> counts = new HashMap<>();

  TextCollector(Tally tally) {
    this.tally = tally;
  }

  List<BesideText> texts() {
    return List.copyOf(texts);
  }

  /**
   * Adds a text of a dictionary, if it has one.
   *
   * @param rule why it stays as it is
   */
  void entry(
      String kind,
      COSDictionary dictionary,
      COSName key,
      Role role,
      Function<String, Optional<String>> rule) {
    string(dictionary, key)
        .ifPresent(
            text -> {
              String id = kind + "#" + counts.merge(kind, 1, Integer::sum);
              add(id, text, role, rule.apply(text), List.of(place(dictionary, key)));
            });
  }

  void add(
      String id, String text, Role role, Optional<String> rule, List<BesideText.Place> places) {
    CodedText source = source(text);
    tally.text(source.visibleText());
    for (InlineCode code : source.codes()) {
      tally.outside("inline-code", code.text());
    }
    for (int i = 1; i < places.size(); i++) {
      tally.text(source.visibleText());
      tally.outside("mirror", source.visibleText());
    }
    texts.add(new BesideText(new Segment(new SegmentId(id), source, role, STREAM, rule), places));
  }

  /** Counts a text that stays as it is. */
  void outside(String rule, String text) {
    tally.text(text);
    tally.outside(rule, text);
  }

  static Optional<String> fileName(String text) {
    return FILE_NAME.matcher(text.strip()).matches() ? Optional.of("file-name") : Optional.empty();
  }

  /** Returns a text of a dictionary that is not blank. */
  static Optional<String> string(COSDictionary dictionary, COSName key) {
    COSBase value = dictionary.getDictionaryObject(key);
    return value instanceof COSString string && !string.getString().isBlank()
        ? Optional.of(string.getString())
        : Optional.empty();
  }

  static BesideText.Place place(COSDictionary dictionary, COSName key) {
    return text -> dictionary.setString(key, text);
  }

  private static CodedText source(String text) {
    CodedText.Builder source = CodedText.builder();
    Matcher control = CONTROL.matcher(text);
    int from = 0;
    while (control.find()) {
      source.text(text.substring(from, control.start()));
      source.standalone(control.group(), control.group().matches("\\R") ? "\n" : "");
      from = control.end();
    }
    return source.text(text.substring(from)).build();
  }
}
