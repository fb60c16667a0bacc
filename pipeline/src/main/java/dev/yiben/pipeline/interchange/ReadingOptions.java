package dev.yiben.pipeline.interchange;

import dev.yiben.formats.format.CellFilter;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.OfficeOptions;
import dev.yiben.formats.format.Revisions;
import dev.yiben.formats.format.RubyReadings;
import dev.yiben.formats.format.SpeakerNames;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.poi.ss.util.CellReference;

/**
 * The options that decide which segments a document has, by the names of the command's options: a
 * document must be read again as it was read before.
 */
public final class ReadingOptions {
  private static final String RUBY = "ruby";
  private static final String SPEAKER_NAMES = "speaker-names";
  private static final String ENCODING = "encoding";
  private static final String TRANSLATION_FOLDER = "tl";
  private static final String REVISIONS = "revisions";
  private static final String HIDDEN_TEXT = "hidden-text";
  private static final String DOCUMENT_PROPERTIES = "document-properties";
  private static final String MASTER_TEXT = "master-text";
  private static final String SHEET_NAMES = "sheet-names";
  private static final String COLUMNS = "columns";
  private static final String ROWS = "rows";

  private ReadingOptions() {}

  /** Returns those that are not the default. */
  static Map<String, String> of(FormatOptions options) {
    Map<String, String> names = new TreeMap<>();
    if (options.ruby() != FormatOptions.DEFAULT.ruby()) {
      names.put(RUBY, options.ruby().toString());
    }
    if (options.speakerNames() != FormatOptions.DEFAULT.speakerNames()) {
      names.put(SPEAKER_NAMES, options.speakerNames().toString());
    }
    options.encoding().ifPresent(charset -> names.put(ENCODING, charset.name()));
    options.translationFolder().ifPresent(folder -> names.put(TRANSLATION_FOLDER, folder));
    OfficeOptions office = options.office();
    if (office.revisions() != OfficeOptions.DEFAULT.revisions()) {
      names.put(REVISIONS, office.revisions().name().toLowerCase(Locale.ROOT));
    }
    putIfOn(names, HIDDEN_TEXT, office.hiddenText());
    putIfOn(names, DOCUMENT_PROPERTIES, office.documentProperties());
    putIfOn(names, MASTER_TEXT, office.masterText());
    putIfOn(names, SHEET_NAMES, office.sheetNames());
    if (!office.cells().columns().isEmpty()) {
      names.put(COLUMNS, ranges(office.cells().columns(), true));
    }
    if (!office.cells().rows().isEmpty()) {
      names.put(ROWS, ranges(office.cells().rows(), false));
    }
    return names;
  }

  /**
   * Returns options with those of an origin in them.
   *
   * @throws ExchangeException if one of them is none
   */
  public static FormatOptions in(FormatOptions options, Origin origin) {
    if (origin.format().isEmpty()) {
      // Another tool has lost them.
      return options;
    }
    Map<String, String> names = origin.reading();
    try {
      FormatOptions read =
          options.with(FormatOptions.DEFAULT.ruby()).with(FormatOptions.DEFAULT.speakerNames());
      if (names.containsKey(RUBY)) {
        read = read.with(RubyReadings.valueOf(upper(names.get(RUBY))));
      }
      if (names.containsKey(SPEAKER_NAMES)) {
        read = read.with(SpeakerNames.valueOf(upper(names.get(SPEAKER_NAMES))));
      }
      if (names.containsKey(ENCODING)) {
        read = read.with(Charset.forName(names.get(ENCODING)));
      }
      if (names.containsKey(TRANSLATION_FOLDER)) {
        read = read.withTranslationFolder(folder(names.get(TRANSLATION_FOLDER)));
      }
      return read.with(office(names));
    } catch (IllegalArgumentException e) {
      throw new ExchangeException(
          "the file says that " + origin.original() + " was read in an unknown way: " + names, e);
    }
  }

  private static OfficeOptions office(Map<String, String> names) {
    return new OfficeOptions(
        names.containsKey(REVISIONS)
            ? Revisions.valueOf(upper(names.get(REVISIONS)))
            : OfficeOptions.DEFAULT.revisions(),
        names.containsKey(HIDDEN_TEXT),
        names.containsKey(DOCUMENT_PROPERTIES),
        names.containsKey(MASTER_TEXT),
        names.containsKey(SHEET_NAMES),
        new CellFilter(
            names.containsKey(COLUMNS) ? CellFilter.columns(names.get(COLUMNS)) : List.of(),
            names.containsKey(ROWS) ? CellFilter.rows(names.get(ROWS)) : List.of()));
  }

  /** The name becomes a folder's, so that it must not lead anywhere else. */
  private static String folder(String name) {
    if (!name.matches("[\\p{L}_][\\p{L}\\p{N}_]{0,63}")) {
      throw new IllegalArgumentException(name);
    }
    return name;
  }

  private static void putIfOn(Map<String, String> names, String name, boolean on) {
    if (on) {
      names.put(name, "true");
    }
  }

  private static String upper(String name) {
    return name.toUpperCase(Locale.ROOT);
  }

  private static String ranges(List<CellFilter.Range> ranges, boolean columns) {
    return ranges.stream()
        .map(
            range -> {
              String first = number(range.first(), columns);
              if (range.last() == Integer.MAX_VALUE) {
                return first + "-";
              }
              return range.first() == range.last()
                  ? first
                  : first + "-" + number(range.last(), columns);
            })
        .collect(Collectors.joining(","));
  }

  private static String number(int number, boolean column) {
    return column ? CellReference.convertNumToColString(number - 1) : String.valueOf(number);
  }
}
