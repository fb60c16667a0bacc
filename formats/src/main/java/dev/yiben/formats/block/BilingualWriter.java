package dev.yiben.formats.block;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.format.Layout;
import dev.yiben.formats.splice.Patch;
import dev.yiben.formats.splice.SourceText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes a segment's source and its target, each in an element of its own.
 *
 * <p>What links lead to stands in the first copy alone. So does what is played or filled in, and
 * large pictures at the segment's edges stand outside of both.
 */
final class BilingualWriter {
  private static final String UNDETERMINED = "und";

  private final SourceText source;
  private final Copies copies;
  private final Map<Integer, Surroundings> surroundings;
  private final Presentation presentation;

  BilingualWriter(
      SourceText source,
      Copies copies,
      Map<Integer, Surroundings> surroundings,
      Presentation presentation) {
    this.source = source;
    this.copies = copies;
    this.surroundings = surroundings;
    this.presentation = presentation;
  }

  /** Returns whether both copies can stand where the unit is. */
  boolean takes(Unit unit) {
    return unit.quote() == Unit.CONTENT && surroundings.get(unit.start()).takesElements();
  }

  /**
   * Returns both copies.
   *
   * @param first returns a code's markup in a first copy
   * @param patches returns those within a range, in order
   */
  String write(
      Unit unit,
      CodedText target,
      Function<Slot, String> first,
      BiFunction<Integer, Integer, Collection<Patch>> patches) {
    Surroundings around = surroundings.get(unit.start());
    List<Slot> before = copies.edgePictures(unit, false);
    List<Slot> after = copies.edgePictures(unit, true);
    int start = before.isEmpty() ? unit.start() : before.get(before.size() - 1).end();
    int end = after.isEmpty() ? unit.end() : after.get(0).start();
    boolean targetFirst = presentation.layout() == Layout.BILINGUAL_ABOVE;
    boolean whole = copies.isWhole(start, end);
    String sourceCopy =
        source.slice(start, end, targetFirst ? repeated(unit, start, end) : List.of()).strip();
    String targetCopy =
        new TargetWriter(
                source,
                unit,
                slot -> {
                  if (slot.start() < start || slot.end() > end || (slot.loose() && !whole)) {
                    return "";
                  }
                  return targetFirst ? first.apply(slot) : second(slot, patches);
                })
            .write(target)
            .strip();
    String sourceElement = whole ? sourceElement(around, sourceCopy) : sourceCopy;
    String targetElement = targetElement(around, targetCopy);
    String both =
        targetFirst
            ? targetElement + around.separator() + sourceElement
            : sourceElement + around.separator() + targetElement;
    if (presentation.layout() == Layout.BILINGUAL_SIDE && whole) {
      both = element(around, "pair", "", both);
    }
    return joined(before, first) + both + joined(after, first);
  }

  private static String joined(List<Slot> slots, Function<Slot, String> markup) {
    return slots.stream().map(markup).collect(Collectors.joining());
  }

  /** Returns what makes of a source a second copy; tags that another segment closes are not. */
  private List<Patch> repeated(Unit unit, int start, int end) {
    List<Slot> loose = unit.slots().stream().filter(Slot::loose).toList();
    return copies.repeated(start, end).stream()
        .filter(patch -> loose.stream().noneMatch(slot -> covers(slot.start(), slot.end(), patch)))
        .toList();
  }

  private String second(Slot slot, BiFunction<Integer, Integer, Collection<Patch>> patches) {
    if (slot.isRewritten()) {
      return Copies.withoutAnchors(slot.written());
    }
    List<Patch> repeated = copies.repeated(slot.start(), slot.end());
    List<Patch> all = new ArrayList<>(repeated);
    patches.apply(slot.start(), slot.end()).stream()
        .filter(
            patch ->
                repeated.stream().noneMatch(other -> covers(other.start(), other.end(), patch)))
        .forEach(all::add);
    return source.slice(slot.start(), slot.end(), all);
  }

  private static boolean covers(int start, int end, Patch patch) {
    return start <= patch.start() && patch.end() <= end;
  }

  private String sourceElement(Surroundings around, String content) {
    Optional<Language> here = around.language().flatMap(Language::of).or(presentation::source);
    boolean ofTheBook =
        presentation.source().isEmpty()
            || here.filter(presentation.source().get()::isSame).isPresent();
    String language = ofTheBook ? language(here.map(Language::tag).orElse(UNDETERMINED)) : "";
    return element(around, "source", language + direction(around, here), content);
  }

  private String targetElement(Surroundings around, String content) {
    String language = presentation.target().map(Language::tag).map(this::language).orElse("");
    return element(around, "target", language + direction(around, presentation.target()), content);
  }

  private String language(String tag) {
    return presentation.languageAttributes().stream()
        .map(name -> " %s=\"%s\"".formatted(name, tag))
        .collect(Collectors.joining());
  }

  /** Returns the direction of a copy where the two of them differ in it. */
  private String direction(Surroundings around, Optional<Language> language) {
    String here =
        around
            .language()
            .flatMap(Language::of)
            .map(Language::direction)
            .orElseGet(presentation::sourceDirection);
    return here.equals(presentation.targetDirection())
        ? ""
        : " dir=\"%s\"".formatted(language.map(Language::direction).orElse("ltr"));
  }

  private static String element(
      Surroundings around, String name, String attributes, String content) {
    return "<%1$s class=\"yiben-%2$s\"%3$s>%4$s</%1$s>"
        .formatted(around.wrapper(), name, attributes, content);
  }
}
