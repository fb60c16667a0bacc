package dev.yiben.glossary.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The entries of one list of a glossary, as they are in the file and as they shall be. */
final class Section<T> {
  private final List<String> path;
  private final Function<T, EntryContent> content;
  private final List<T> originals;
  private final List<Optional<T>> kept = new ArrayList<>();
  private final List<T> added = new ArrayList<>();

  /**
   * Creates a section without changes.
   *
   * @param path the keys that lead to it
   */
  Section(List<String> path, List<T> originals, Function<T, EntryContent> content) {
    this.path = path;
    this.originals = originals;
    this.content = content;
    originals.forEach(entry -> kept.add(Optional.of(entry)));
  }

  void add(T entry) {
    added.add(entry);
  }

  /** Replaces the first entry that equals another, and returns whether there was one. */
  boolean replace(T old, T wanted) {
    int index = kept.indexOf(Optional.of(old));
    if (index >= 0) {
      kept.set(index, Optional.of(wanted));
      return true;
    }
    int addedIndex = added.indexOf(old);
    if (addedIndex >= 0) {
      added.set(addedIndex, wanted);
    }
    return addedIndex >= 0;
  }

  /** Removes the first entry that equals another, and returns whether there was one. */
  boolean remove(T old) {
    int index = kept.indexOf(Optional.of(old));
    if (index >= 0) {
      kept.set(index, Optional.empty());
      return true;
    }
    return added.remove(old);
  }

  /** Returns the entries as they shall be. */
  List<T> entries() {
    return Stream.concat(kept.stream().flatMap(Optional::stream), added.stream()).toList();
  }

  boolean isChanged() {
    return !added.isEmpty() || !kept.equals(originals.stream().map(Optional::of).toList());
  }

  List<String> path() {
    return path;
  }

  List<EntryContent> added() {
    return added.stream().map(content).toList();
  }

  /** Returns which of the file's entries are taken out. */
  boolean[] removed() {
    boolean[] removed = new boolean[kept.size()];
    for (int i = 0; i < removed.length; i++) {
      removed[i] = kept.get(i).isEmpty();
    }
    return removed;
  }

  /** Changes the file's entries that are replaced. */
  void changeEntries(YamlPiece list, EntryChange change) {
    for (int i = 0; i < originals.size(); i++) {
      T original = originals.get(i);
      Optional<T> wanted = kept.get(i);
      if (wanted.isPresent() && !wanted.get().equals(original)) {
        change.apply(
            list.children().get(i),
            list.flow(),
            content.apply(original),
            content.apply(wanted.get()));
      }
    }
  }
}
