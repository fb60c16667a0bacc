package dev.yiben.pipeline.prepare;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.PackedTexts;
import dev.yiben.formats.document.Segment;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** A document's segments as they are translated, and as the document has them; immutable. */
public final class PreparedSegments {
  private final Preparation preparation;
  private final List<Segment> own;
  private final List<Segment> prepared;
  private final Set<Integer> changed;

  PreparedSegments(
      Preparation preparation, List<Segment> own, SortedMap<Integer, Segment> changed) {
    this.preparation = preparation;
    this.own = List.copyOf(own);
    this.changed = Set.copyOf(changed.keySet());
    List<Segment> all = new ArrayList<>(own);
    Iterator<Segment> packed = PackedTexts.packSources(List.copyOf(changed.values())).iterator();
    changed.keySet().forEach(index -> all.set(index, packed.next()));
    this.prepared = List.copyOf(all);
  }

  /** Returns the segments as they are planned, asked for, checked and stored. */
  public List<Segment> segments() {
    return prepared;
  }

  /** Returns the segments as the document has them. */
  public List<Segment> own() {
    return own;
  }

  /** Returns whether a segment is not as the document has it. */
  public boolean isChanged(int index) {
    return changed.contains(index);
  }

  /** Returns a target of the prepared segment in the codes of the document's own. */
  public CodedText restored(int index, CodedText target) {
    return isChanged(index) ? Protection.undo(own.get(index).source(), target) : target;
  }

  /**
   * Returns a target of the document's own segment in the codes of the prepared one; nothing if it
   * has not just the protected texts of its source.
   */
  public Optional<CodedText> prepared(int index, CodedText target) {
    return isChanged(index)
        ? preparation.translation(prepared.get(index).source(), own.get(index).source(), target)
        : Optional.of(target);
  }
}
