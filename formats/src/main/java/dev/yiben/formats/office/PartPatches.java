package dev.yiben.formats.office;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.splice.Patch;
import dev.yiben.formats.splice.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The patches of a part; texts that lie within others are written first, and go into them. */
final class PartPatches {
  private record Target(TextUnit unit, CodedText text) {}

  private final SourceText source;
  private final String language;
  private final List<Target> targets = new ArrayList<>();

  PartPatches(SourceText source, String language) {
    this.source = source;
    this.language = language;
  }

  void add(TextUnit unit, CodedText target) {
    targets.add(new Target(unit, target));
  }

  List<Patch> patches() {
    NavigableMap<Integer, Patch> patches = new TreeMap<>();
    Set<SegmentId> translated =
        targets.stream().map(target -> target.unit().segment().id()).collect(Collectors.toSet());
    Merging merging =
        new Merging(
            language,
            translated::contains,
            (start, end) ->
                source.slice(start, end, List.copyOf(patches.subMap(start, end).values())));
    Comparator<Target> innerFirst = Comparator.comparingInt(target -> target.unit().end());
    targets.sort(
        innerFirst.thenComparing(
            Comparator.<Target>comparingInt(target -> target.unit().start()).reversed()));
    for (Target target : targets) {
      TextUnit unit = target.unit();
      String written = unit.writer().write(target.text(), merging);
      patches.subMap(unit.start(), unit.end()).clear();
      patches.put(unit.start(), new Patch(unit.start(), unit.end(), written));
    }
    return List.copyOf(patches.values());
  }
}
