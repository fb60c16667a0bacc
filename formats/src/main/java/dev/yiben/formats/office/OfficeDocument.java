package dev.yiben.formats.office;

import dev.yiben.formats.archive.PackedEntry;
import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.PackedTexts;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.Coverage;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.TargetLookup;
import dev.yiben.formats.format.TargetSelection;
import dev.yiben.formats.markup.MarkupException;
import dev.yiben.formats.splice.Patch;
import dev.yiben.formats.splice.SourceText;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** An open Office file of whatever format. */
public final class OfficeDocument implements Document {
  /** Thousands of pages: what is more would fill the memory. */
  private static final long MOST_CHARACTERS = 200_000_000;

  /** Files of more text keep the rest of it packed, to be at home on small machines. */
  private static final long UNPACKED_CHARACTERS = 5_000_000;

  private final OfficePackage office;
  private final Supplier<OfficeReader> readers;
  private final OfficeReader reader;
  private final List<Segment> segments = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();
  private final Map<String, Long> outside = new HashMap<>();
  private long total;

  private OfficeDocument(OfficePackage office, Supplier<OfficeReader> readers) {
    this.office = office;
    this.readers = readers;
    this.reader = readers.get();
  }

  /**
   * Reads a package, and closes it if it cannot be read.
   *
   * @param readers makes a new reader for each time that the document is read
   * @throws DocumentException if the main part cannot be read
   */
  public static OfficeDocument open(OfficePackage office, Supplier<OfficeReader> readers) {
    try {
      OfficeDocument document = new OfficeDocument(office, readers);
      document.readAll();
      return document;
    } catch (RuntimeException e) {
      office.close();
      throw e;
    }
  }

  private void readAll() {
    long characters = 0;
    for (String part : reader.parts()) {
      Optional<SourceText> source = source(part, notices);
      if (source.isEmpty()) {
        continue;
      }
      characters += source.get().text().length();
      if (characters > MOST_CHARACTERS) {
        throw new DocumentException(
            office.file(), "has over " + MOST_CHARACTERS + " characters of markup; split it");
      }
      read(reader, part, source.get(), notices).ifPresent(this::add);
    }
    putStreamsTogether();
    notices.addAll(reader.notices());
  }

  /** Orders segments by the part that their stream is named after, since several may feed one. */
  private void putStreamsTogether() {
    Map<String, Integer> places = new HashMap<>();
    reader.parts().forEach(part -> places.put(part, places.size()));
    segments.sort(
        Comparator.comparingInt(
            segment -> places.getOrDefault(part(segment.stream()), places.size())));
  }

  private static String part(String stream) {
    int number = stream.indexOf('#');
    return number < 0 ? stream : stream.substring(0, number);
  }

  private void add(PartText part) {
    List<Segment> own =
        part.units().stream()
            .filter(unit -> unit.mirrored().isEmpty())
            .map(TextUnit::segment)
            .toList();
    segments.addAll(total > UNPACKED_CHARACTERS ? PackedTexts.packSources(own) : own);
    notices.addAll(part.notices());
    total += part.coverage().total();
    part.coverage().outside().forEach((rule, count) -> outside.merge(rule, count, Long::sum));
  }

  private Optional<SourceText> source(String part, List<String> problems) {
    try {
      Optional<SourceText> source = office.text(part);
      if (source.isEmpty()) {
        leave(part, "missing, or not in the encoding that it declares", problems);
      }
      return source;
    } catch (IOException e) {
      leave(part, "cannot be unpacked (" + e.getMessage() + ")", problems);
      return Optional.empty();
    }
  }

  private Optional<PartText> read(
      OfficeReader reader, String part, SourceText source, List<String> problems) {
    try {
      return Optional.of(reader.read(part, source.text()));
    } catch (MarkupException e) {
      leave(part, String.valueOf(e.getMessage()), problems);
      return Optional.empty();
    }
  }

  /** Leaves a part as it is; without its main part a document is none. */
  private void leave(String part, String problem, List<String> problems) {
    if (part.equals(office.main().name())) {
      throw new DocumentException(office.file(), part, problem + "; save the file again");
    }
    problems.add(part + ": " + problem + "; left as it is");
  }

  @Override
  public Optional<String> declaredLanguage() {
    return reader.declaredLanguage();
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
    TargetSelection selection = TargetSelection.of(segments, targets);
    Map<SegmentId, CodedText> changed = selection.targets();
    List<String> problems = new ArrayList<>(selection.problems());
    Map<String, PackedEntry> entries = new TreeMap<>();
    if (!changed.isEmpty()) {
      if (office.isSigned()) {
        problems.add("is digitally signed; the signature does not hold for the translation");
      }
      Consequences consequences = reader.consequences(changed);
      problems.addAll(consequences.problems());
      OfficeReader again = readers.get();
      for (String part : again.parts()) {
        // What could not be read was said when the document was opened.
        source(part, new ArrayList<>())
            .ifPresent(
                source ->
                    read(again, part, source, new ArrayList<>())
                        .map(text -> patches(source, text, consequences, targets.targetLanguage()))
                        .ifPresent(patches -> put(part, source, patches, consequences, entries)));
      }
      Set<String> others = new TreeSet<>(consequences.patches().keySet());
      others.removeAll(again.parts());
      for (String part : others) {
        source(part, new ArrayList<>())
            .ifPresent(source -> put(part, source, List.of(), consequences, entries));
      }
    }
    office.write(entries, out);
    return problems;
  }

  private static void put(
      String part,
      SourceText source,
      List<Patch> own,
      Consequences consequences,
      Map<String, PackedEntry> entries) {
    List<Patch> patches = new ArrayList<>(own);
    patches.addAll(consequences.patches().getOrDefault(part, List.of()));
    if (!patches.isEmpty()) {
      patches.replaceAll(patch -> encodable(source, patch));
      entries.put(part, PackedEntry.of(source.splice(patches)));
    }
  }

  /** Returns a patch whose characters the part's charset has: others become references. */
  private static Patch encodable(SourceText source, Patch patch) {
    if (source.canEncode(patch.replacement())) {
      return patch;
    }
    StringBuilder written = new StringBuilder();
    patch
        .replacement()
        .codePoints()
        .forEach(
            c -> {
              String character = Character.toString(c);
              written.append(source.canEncode(character) ? character : "&#" + c + ";");
            });
    return new Patch(patch.start(), patch.end(), written.toString());
  }

  private static List<Patch> patches(
      SourceText source, PartText part, Consequences consequences, String language) {
    PartPatches patches = new PartPatches(source, language);
    for (TextUnit unit : part.units()) {
      CodedText target = consequences.targets().get(unit.translatedAs());
      if (target != null) {
        patches.add(unit, unit.segment().source().withMarked(target.marked()));
      }
    }
    return patches.patches();
  }

  @Override
  public void close() {
    office.close();
  }
}
