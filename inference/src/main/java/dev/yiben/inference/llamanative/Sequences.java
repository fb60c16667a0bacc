package dev.yiben.inference.llamanative;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The sequences of a context: which one an answer gets, what it takes over from others, and what is
 * forgotten when room is short.
 *
 * <p>There are more sequences than answers at once, so that what pauses is kept as long as there is
 * room. All share the cells of one cache: what two have in common is there once.
 */
final class Sequences {
  /** What is shorter is computed again rather than waited for or copied. */
  private static final int WORTH_SHARING = 32;

  private final Computing computing;
  private final List<Sequence> all;
  private final int slots;
  private final long cells;
  private final boolean copies;
  private final Optional<SavedContexts> saved;
  private long uses;

  /**
   * Creates empty sequences.
   *
   * @param slots how many answers are worked on at once
   * @param cells how many tokens fit into the cache
   * @param copies whether copies are kept of what will be needed again, as the model does not keep
   *     all that it computes
   * @param saved where streams are saved and looked for, if they are
   */
  Sequences(
      Computing computing, int slots, long cells, boolean copies, Optional<SavedContexts> saved) {
    this.computing = computing;
    this.slots = slots;
    this.cells = cells;
    this.copies = copies;
    this.saved = saved;
    all = IntStream.range(0, count(slots, copies)).mapToObj(Sequence::new).toList();
  }

  /**
   * Returns how many sequences a context needs: one for each answer and one for each stream that
   * pauses or for its copy; one more for the copy of what all begin with.
   */
  static int count(int slots, boolean copies) {
    return 2 * slots + (copies ? 1 : 0);
  }

  /** Returns those that answers are made in, in the order in which these began. */
  List<Sequence> busy() {
    return all.stream()
        .filter(sequence -> !sequence.isFree())
        .sorted(Comparator.comparingLong(sequence -> sequence.lastUse))
        .toList();
  }

  /** Returns how many answers more can be made. */
  int open() {
    return slots - (int) all.stream().filter(sequence -> !sequence.isFree()).count();
  }

  /**
   * Gives an answer a sequence.
   *
   * @return false if it is better to wait, as another answer is just computing what it begins with
   */
  boolean begin(Answer answer) {
    if (!answer.shares()) {
      start(answer, takeFree(), 0);
      return true;
    }
    Optional<Sequence> own = own(answer).or(() -> restored(answer));
    Optional<Sequence> source = longest(s -> usable(s, answer.prompt));
    int common = source.map(s -> usable(s, answer.prompt)).orElse(0);
    if (soon(answer.prompt) >= common + WORTH_SHARING) {
      return false;
    }
    if (own.isPresent() && usable(own.get(), answer.prompt) >= common) {
      start(answer, own.get(), common);
      return true;
    }
    own.ifPresent(this::clear);
    Sequence target = own.orElseGet(this::takeFree);
    // The one that was taken may have been the source.
    common = source.map(s -> usable(s, answer.prompt)).orElse(0);
    if (common > 0) {
      Sequence from = source.get();
      computing.share(from.number, target.number, common == from.computed.size() ? -1 : common);
      target.computed.addAll(answer.prompt, 0, common);
      from.lastUse = ++uses;
    }
    start(answer, target, common);
    return true;
  }

  private Optional<Sequence> own(Answer answer) {
    return all.stream()
        .filter(s -> s.isFree() && !s.copy && s.stream.equals(answer.stream))
        .findFirst();
  }

  /** Reads what an earlier run saved of a stream, where that is more than there is already. */
  private Optional<Sequence> restored(Answer answer) {
    int[] tokens = saved.map(files -> files.tokens(answer.stream)).orElse(new int[0]);
    int common = Math.max(0, Arrays.mismatch(tokens, answer.prompt));
    int most = all.stream().mapToInt(s -> usable(s, answer.prompt)).max().orElse(0);
    if (tokens.length > cells || common < most + WORTH_SHARING) {
      return Optional.empty();
    }
    Sequence target = takeFree();
    target.computed.addAll(tokens, 0, tokens.length);
    makeRoom(target);
    if (!saved.get().restore(answer.stream, target, tokens)) {
      clear(target);
      return Optional.empty();
    }
    target.stream = answer.stream;
    target.lastUse = ++uses;
    return Optional.of(target);
  }

  private void start(Answer answer, Sequence target, int common) {
    if (target.computed.size() > common) {
      computing.remove(target.number, common);
      target.computed.keep(common);
    }
    answer.begin(target.computed.size());
    target.copy = false;
    target.begin(answer);
    target.lastUse = ++uses;
    if (copies && answer.shares()) {
      mark(target, answer);
    }
    makeRoom(target);
  }

  /** Returns how much of a sequence a prompt can take over; its last token is always computed. */
  private int usable(Sequence sequence, int[] prompt) {
    int common = Math.min(sequence.common(prompt), prompt.length - 1);
    return common == sequence.computed.size() || computing.canCut(sequence.number, common)
        ? common
        : 0;
  }

  /** Returns how much of a prompt others are about to compute. */
  private int soon(int[] prompt) {
    int most = 0;
    for (Sequence sequence : busy()) {
      int common = Math.min(sequence.commonSoon(prompt), prompt.length - 1);
      if (!copies) {
        most = Math.max(most, common);
      } else if (common >= WORTH_SHARING && common > sequence.computed.size()) {
        sequence.marks.add(common);
        most = Math.max(most, common);
      }
    }
    return most;
  }

  /** Has copies kept of what the next answers will begin with. */
  private void mark(Sequence sequence, Answer answer) {
    int head =
        all.stream()
            .filter(s -> s != sequence)
            .mapToInt(s -> Math.min(s.common(answer.prompt), answer.prompt.length - 1))
            .max()
            .orElse(0);
    for (int size : new int[] {head, answer.lasting}) {
      if (size >= sequence.computed.size() + WORTH_SHARING) {
        sequence.marks.add(size);
      }
    }
  }

  /** Keeps a copy of a sequence if it has come to a mark. */
  void copyAtMark(Sequence sequence) {
    if (!sequence.marks.remove(sequence.computed.size())) {
      return;
    }
    int[] tokens = sequence.computed.toArray();
    if (all.stream().anyMatch(s -> s.isFree() && s.computed.equalTo(tokens))) {
      return;
    }
    boolean lasting =
        sequence.answer().filter(answer -> answer.lasting == tokens.length).isPresent();
    if (lasting) {
      all.stream()
          .filter(s -> s.isFree() && s.copy && s.stream.equals(sequence.stream))
          .forEach(this::clear);
    }
    Sequence copy = takeFree();
    computing.share(sequence.number, copy.number, -1);
    copy.computed.addAll(tokens, 0, tokens.length);
    copy.copy = true;
    copy.stream = lasting ? sequence.stream : "";
    copy.lastUse = ++uses;
    makeRoom(sequence);
  }

  /** Returns an empty sequence, if need be the one that was not used for longest. */
  private Sequence takeFree() {
    Optional<Sequence> empty = all.stream().filter(Sequence::isEmpty).findFirst();
    if (empty.isPresent()) {
      return empty.get();
    }
    Sequence oldest = oldest().orElseThrow();
    clear(oldest);
    return oldest;
  }

  private Optional<Sequence> oldest() {
    return kept().min(Comparator.comparingLong(sequence -> sequence.lastUse));
  }

  private Stream<Sequence> kept() {
    return all.stream().filter(sequence -> sequence.isFree() && !sequence.isEmpty());
  }

  private Optional<Sequence> longest(ToIntFunction<Sequence> length) {
    // Where several have as much, the one that was used last is the one that stays longest.
    return all.stream()
        .max(Comparator.comparingInt(length).thenComparingLong(sequence -> sequence.lastUse));
  }

  /** Forgets what pauses until all that answers may come to need fits beside it. */
  private void makeRoom(Sequence keep) {
    long needed = all.stream().mapToLong(Sequence::room).sum();
    while (needed > cells) {
      Optional<Sequence> oldest =
          kept().filter(s -> s != keep).min(Comparator.comparingLong(s -> s.lastUse));
      if (oldest.isEmpty()) {
        return;
      }
      needed -= oldest.get().room();
      clear(oldest.get());
    }
  }

  /** Ends the work in a sequence; what it holds is kept for its stream. */
  void end(Sequence sequence) {
    boolean keep = sequence.answer().filter(Answer::shares).isPresent();
    sequence.end();
    sequence.lastUse = ++uses;
    if (keep) {
      saved.ifPresent(files -> files.saveIfDue(sequence));
    } else {
      clear(sequence);
    }
  }

  /** Saves all streams, as nothing more will be computed. */
  void save() {
    saved.ifPresent(files -> all.stream().filter(s -> !s.copy).forEach(files::save));
  }

  /** Ends the work in a sequence of which it is not known what it holds. */
  void drop(Sequence sequence) {
    sequence.end();
    clear(sequence);
  }

  private void clear(Sequence sequence) {
    computing.remove(sequence.number, 0);
    sequence.computed.keep(0);
    sequence.stream = "";
    sequence.copy = false;
  }
}
