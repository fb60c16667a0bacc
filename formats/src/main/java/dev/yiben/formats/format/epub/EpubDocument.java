package dev.yiben.formats.format.epub;

import dev.yiben.formats.archive.Archive;
import dev.yiben.formats.archive.FirstEntry;
import dev.yiben.formats.archive.PackedEntry;
import dev.yiben.formats.block.MarkupDocument;
import dev.yiben.formats.block.StyledVocabulary;
import dev.yiben.formats.block.Vocabulary;
import dev.yiben.formats.block.XhtmlVocabulary;
import dev.yiben.formats.document.PackedTexts;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.format.Coverage;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.TargetLookup;
import dev.yiben.formats.markup.MarkupException;
import dev.yiben.formats.style.TextStyle;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An open book. */
final class EpubDocument implements Document {
  private static final String LABELS = "labels";

  /** How readers know a book (EPUB OCF 3.3, 4.3). */
  private static final FirstEntry MIMETYPE = new FirstEntry("mimetype", "application/epub+zip");

  /** Four hundred novels: what is more would fill the memory and is no book. */
  private static final long MOST_CHARACTERS = 200_000_000;

  /** Books of more text keep the rest of it packed, to be at home on small machines. */
  private static final long UNPACKED_CHARACTERS = 5_000_000;

  private final Path file;
  private final Archive archive;
  private final Book book;
  private final FormatOptions options;
  private final LinkedStyles styles;
  private final List<Segment> segments = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();
  private final Map<String, Long> outside = new HashMap<>();
  private long total;

  private EpubDocument(Path file, Archive archive, Book book, FormatOptions options) {
    this.file = file;
    this.archive = archive;
    this.book = book;
    this.options = options;
    this.styles = new LinkedStyles(archive);
  }

  static EpubDocument open(Path file, Archive archive, FormatOptions options) throws IOException {
    Protection.refuse(file, archive);
    EpubDocument document = new EpubDocument(file, archive, Book.read(file, archive), options);
    document.notices.addAll(document.book.notices());
    long characters = 0;
    for (Part part : document.book.parts()) {
      Optional<MarkupDocument> read = document.read(part, document.notices);
      characters += read.map(markup -> markup.source().text().length()).orElse(0);
      if (characters > MOST_CHARACTERS) {
        throw new DocumentException(
            file, "the book has over " + MOST_CHARACTERS + " characters of text; split it");
      }
      read.ifPresent(document::add);
    }
    return document;
  }

  private void add(MarkupDocument part) {
    segments.addAll(
        total > UNPACKED_CHARACTERS ? PackedTexts.packSources(part.segments()) : part.segments());
    total += part.coverage().total();
    part.coverage().outside().forEach((rule, count) -> outside.merge(rule, count, Long::sum));
  }

  private Optional<MarkupDocument> read(Part part, List<String> problems) {
    return new Texts(archive)
        .read(part.name(), problems)
        .flatMap(
            source -> {
              try {
                MarkupDocument document =
                    MarkupDocument.read(
                        source, vocabulary(part, source.text()), part.name(), stream(part));
                ExternalEntities.refuse(file, part.name(), document.tokens());
                return Optional.of(document);
              } catch (MarkupException e) {
                problems.add(part.name() + ": " + e.getMessage() + "; left as it is");
                return Optional.empty();
              }
            });
  }

  private Vocabulary vocabulary(Part part, String text) {
    return switch (part.kind()) {
      case CHAPTER -> {
        Map<Integer, TextStyle> shown = styles.of(part.name(), text);
        Vocabulary content = XhtmlVocabulary.content(options.ruby());
        yield shown.isEmpty() ? content : new StyledVocabulary(content, shown);
      }
      case NAVIGATION -> XhtmlVocabulary.navigation(options.ruby());
      case NCX -> new NcxVocabulary();
      case PACKAGE -> new PackageVocabulary();
    };
  }

  private static String stream(Part part) {
    return part.kind() == Part.Kind.CHAPTER ? part.name() : LABELS;
  }

  private Optional<String> language(PackageDocument opf) {
    return opf.language().map(PackageDocument.Range::value).filter(value -> !value.isEmpty());
  }

  @Override
  public Optional<String> declaredLanguage() {
    return book.packages().values().stream().flatMap(opf -> language(opf).stream()).findFirst();
  }

  @Override
  public List<Segment> segments() {
    return List.copyOf(segments);
  }

  @Override
  public Coverage coverage() {
    return new Coverage(total, outside);
  }

  @Override
  public List<String> notices() {
    return List.copyOf(notices);
  }

  @Override
  public List<String> merge(TargetLookup targets, OutputStream out) throws IOException {
    Editions editions = new Editions(archive, book, options, targets.targetLanguage());
    List<String> problems = new ArrayList<>();
    Map<String, PackedEntry> changed = new TreeMap<>();
    Set<String> changedPackages = changedLabels(targets);
    for (Part part : book.parts()) {
      // What could not be read was said when the book was opened.
      Optional<MarkupDocument> document = read(part, new ArrayList<>());
      if (document.isEmpty()) {
        continue;
      }
      for (Segment segment : document.get().unfit(targets)) {
        problems.add(
            segment.id() + ": the translation has lost or crossed codes; the source is kept");
      }
      boolean isChanged = document.get().isChanged(targets);
      if (isChanged) {
        changedPackages.add(part.packageName());
      }
      // Labels come last, and say what the book is.
      if (isChanged || (part.isLabel() && changedPackages.contains(part.packageName()))) {
        editions
            .of(part.packageName())
            .write(part, document.get(), targets)
            .ifPresent(bytes -> changed.put(part.name(), PackedEntry.of(bytes)));
      }
    }
    editions.added().forEach((name, bytes) -> changed.put(name, PackedEntry.of(bytes)));
    problems.addAll(editions.notices());
    archive.write(changed, Optional.of(MIMETYPE), out);
    return problems;
  }

  /** Returns the packages whose titles or tables of contents are translated. */
  private Set<String> changedLabels(TargetLookup targets) {
    return book.parts().stream()
        .filter(Part::isLabel)
        .filter(part -> read(part, new ArrayList<>()).filter(d -> d.isChanged(targets)).isPresent())
        .map(Part::packageName)
        .collect(Collectors.toCollection(HashSet::new));
  }

  @Override
  public void close() {
    archive.close();
  }
}
