package dev.yiben.formats.format.markdown;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.encoding.DetectedText;
import dev.yiben.formats.format.Coverage;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.Layout;
import dev.yiben.formats.format.TargetLookup;
import dev.yiben.formats.splice.Patch;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An open Markdown file, held in memory. */
final class MarkdownDocument implements Document {
  private final DetectedText file;
  private final FormatOptions options;
  private final MarkdownText text;

  MarkdownDocument(DetectedText file, FormatOptions options) {
    this.file = file;
    this.options = options;
    this.text = MarkdownText.read(file.source().text(), options.ruby());
  }

  @Override
  public Optional<String> declaredLanguage() {
    return Optional.empty();
  }

  @Override
  public List<Segment> segments() {
    return List.copyOf(text.segments());
  }

  @Override
  public Coverage coverage() {
    return text.coverage();
  }

  @Override
  public List<String> notices() {
    return file.doubt().stream().toList();
  }

  @Override
  public List<String> merge(TargetLookup targets, OutputStream out) throws IOException {
    List<String> notices = new ArrayList<>();
    List<Optional<CodedText>> changes = new ArrayList<>();
    for (Unit unit : text.units()) {
      changes.add(change(unit, targets, notices));
    }
    UnitWriter writer =
        new UnitWriter(options.lineWrap(), targets.targetLanguage(), file.source().lineEnd());
    Care[] cares = cares(changes, targets, writer);
    for (int i = 0; i < cares.length; i++) {
      if (changes.get(i).isPresent() && cares[i] == Care.NONE) {
        notices.add(
            text.units().get(i).segment().id()
                + ": the translation would read as other Markdown; the source is kept");
      }
    }
    List<Patch> patches = patches(changes, cares, targets, writer, options.layout());
    notices.addAll(file.source().write(patches, out).stream().toList());
    return notices;
  }

  private static Optional<CodedText> change(Unit unit, TargetLookup targets, List<String> notices) {
    CodedText source = unit.segment().source();
    Optional<CodedText> change =
        targets
            .target(unit.segment().id())
            .filter(target -> !target.equals(source) && !target.isBlank());
    boolean fits =
        change.isEmpty()
            || (change.get().isNested() && counts(change.get()).equals(counts(source)));
    if (!fits) {
      notices.add(
          unit.segment().id() + ": the translation has lost or crossed codes; the source is kept");
    }
    return fits ? change : Optional.empty();
  }

  private static Map<String, Long> counts(CodedText coded) {
    return coded.codes().stream()
        .collect(Collectors.groupingBy(InlineCode::placeholder, Collectors.counting()));
  }

  /** Finds out how each target is to be written by reading what was written. */
  private Care[] cares(List<Optional<CodedText>> changes, TargetLookup targets, UnitWriter writer) {
    Care[] cares = new Care[changes.size()];
    Arrays.fill(cares, Care.PLAIN);
    if (changes.stream().noneMatch(Optional::isPresent)) {
      return cares;
    }
    for (int round = 0; round < Care.values().length; round++) {
      String written = spliced(patches(changes, cares, targets, writer, Layout.TARGET));
      List<Unit> again = MarkdownText.read(written, options.ruby()).units();
      Set<String> titles =
          again.stream()
              .filter(unit -> unit.kind() == Unit.Kind.TITLE)
              .map(unit -> words(unit.segment().source()))
              .collect(Collectors.toSet());
      boolean same = true;
      boolean lost = again.size() != changes.size();
      for (int i = 0; i < cares.length; i++) {
        boolean wrong =
            i >= again.size()
                || !isSame(text.units().get(i), changes.get(i), again.get(i), cares[i], titles);
        // Where one block has become two or none, all that follow seem wrong.
        if (wrong && changes.get(i).isPresent() && cares[i] != Care.NONE) {
          cares[i] = cares[i].next();
          same = false;
          if (lost) {
            break;
          }
        }
      }
      if (same) {
        break;
      }
    }
    return cares;
  }

  private String spliced(List<Patch> patches) {
    return new String(file.source().in(UTF_8, false).splice(patches), UTF_8);
  }

  /**
   * Returns whether a unit reads as it was meant.
   *
   * @param titles all titles that were read; translations may change the order of links
   */
  private static boolean isSame(
      Unit unit, Optional<CodedText> change, Unit again, Care care, Set<String> titles) {
    CodedText expected =
        care == Care.NONE ? unit.segment().source() : change.orElse(unit.segment().source());
    if (unit.kind() == Unit.Kind.TITLE) {
      return titles.contains(words(expected));
    }
    return unit.kind().isInline() == again.kind().isInline()
        && unit.segment().role() == again.segment().role()
        && words(expected).equals(words(again.segment().source()))
        && signature(unit, care).equals(signature(again, care));
  }

  private static String words(CodedText coded) {
    return coded.plainText().replaceAll("\\s+", "");
  }

  private static List<String> signature(Unit unit, Care care) {
    boolean tags = care == Care.TAGS || care == Care.ESCAPED;
    return unit.signature().stream()
        .filter(
            code ->
                !tags
                    || !(code.equals("Emphasis")
                        || code.equals("StrongEmphasis")
                        || code.equals("Strikethrough")
                        || code.equals("/")
                        || code.startsWith("html ")))
        .sorted()
        .toList();
  }

  private List<Patch> patches(
      List<Optional<CodedText>> changes,
      Care[] cares,
      TargetLookup targets,
      UnitWriter writer,
      Layout layout) {
    NavigableMap<Integer, Patch> patches = new TreeMap<>();
    for (MarkdownText.Html html : text.html()) {
      if (html.document().isChanged(targets) && !layout.isBilingual()) {
        String written = new String(html.document().write(targets, List.of()), UTF_8);
        patches.put(html.start(), new Patch(html.start(), html.end(), written));
      }
    }
    // Titles first: the text around them takes them along in its codes.
    for (boolean inline : List.of(false, true)) {
      for (int i = 0; i < cares.length; i++) {
        Unit unit = text.units().get(i);
        if (changes.get(i).isPresent()
            && cares[i] != Care.NONE
            && unit.kind().isInline() == inline) {
          put(unit, changes.get(i).get(), cares[i], writer, layout, patches);
        }
      }
    }
    return new ArrayList<>(patches.values());
  }

  private void put(
      Unit unit,
      CodedText target,
      Care care,
      UnitWriter writer,
      Layout layout,
      NavigableMap<Integer, Patch> patches) {
    unit.fixes().forEach(fix -> patches.put(fix.start(), fix));
    String written = writer.write(unit, target, care, (start, end) -> slice(start, end, patches));
    if (layout.isBilingual() && unit.kind().isInline()) {
      unit.fixes().forEach(fix -> patches.remove(fix.start()));
      BilingualBlock block = new BilingualBlock(unit, file.source().lineEnd(), layout);
      Patch patch = block.with(written);
      patches.merge(patch.start(), patch, (one, other) -> other);
      return;
    }
    patches
        .subMap(unit.start(), true, unit.end(), true)
        .values()
        .removeIf(patch -> patch.end() <= unit.end());
    patches.put(unit.start(), new Patch(unit.start(), unit.end(), written));
  }

  private String slice(int start, int end, NavigableMap<Integer, Patch> patches) {
    String source = text.text();
    StringBuilder slice = new StringBuilder();
    int done = start;
    for (Patch patch : patches.subMap(start, true, end, true).values()) {
      boolean before = patch.end() == start;
      if (patch.start() >= done && patch.end() <= end && !before) {
        slice.append(source, done, patch.start()).append(patch.replacement());
        done = patch.end();
      }
    }
    return slice.append(source, done, end).toString();
  }

  @Override
  public void close() {}
}
