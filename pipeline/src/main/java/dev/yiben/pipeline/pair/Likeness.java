package dev.yiben.pipeline.pair;

import java.util.List;

/**
 * How unlikely it is that a segment is the translation of another, as costs.
 *
 * <p>Lengths count as in Gale and Church, <em>A Program for Aligning Sentences in Bilingual
 * Corpora</em> (1993); numbers, words, codes, roles and times that agree make up for them.
 *
 * @param ratio how much the translation says for each letter of the source
 * @param times whether the files are timed alike
 */
record Likeness(double ratio, boolean times) {
  /** What it costs to leave a segment without another: two of them more than any pair. */
  static final double GAP = 5;

  /** What it costs to take two segments for one: lengths must speak for it. */
  static final double JOINT = 6;

  private static final double WORST = 1.9 * GAP;
  private static final double VARIANCE = 6.8;
  private static final long SAME_MOMENT = 400;
  private static final long MILLIS_OF_UNIT = 500;

  /** Returns the likeness of the segments of two files. */
  static Likeness of(List<Traits> sources, List<Traits> targets) {
    double source = sources.stream().mapToDouble(Traits::weight).sum();
    double target = targets.stream().mapToDouble(Traits::weight).sum();
    double ratio = source == 0 || target == 0 ? 1 : Math.max(0.3, Math.min(3, target / source));
    return new Likeness(ratio, timedAlike(sources, targets));
  }

  /** Returns whether most cues of the translation begin when one of the source does. */
  private static boolean timedAlike(List<Traits> sources, List<Traits> targets) {
    long[] starts =
        sources.stream().mapToLong(Traits::start).filter(s -> s >= 0).sorted().toArray();
    long[] others =
        targets.stream().mapToLong(Traits::start).filter(s -> s >= 0).sorted().toArray();
    int same = 0;
    int i = 0;
    for (long other : others) {
      while (i < starts.length && starts[i] < other - SAME_MOMENT) {
        i++;
      }
      same += i < starts.length && starts[i] <= other + SAME_MOMENT ? 1 : 0;
    }
    return same * 2 > Math.min(starts.length, others.length);
  }

  /** Returns what it costs to take one for the translation of the other. */
  double cost(Traits source, Traits target) {
    double cost = 0;
    if (times && source.start() >= 0 && target.start() >= 0) {
      long apart = Math.abs(source.start() - target.start());
      cost += apart <= SAME_MOMENT ? -GAP : Math.min(2 * GAP, (double) apart / MILLIS_OF_UNIT);
    }
    cost += length(source.weight(), target.weight());
    cost += agreement(source.numbers(), target.numbers(), 3, 2);
    cost += agreement(source.codes(), target.codes(), 2, 1);
    cost -= Math.min(3, 1.5 * source.words().shared(target.words()));
    cost -= source.text() != 0 && source.text() == target.text() ? GAP : 0;
    cost += source.role() == target.role() ? 0 : 2;
    return Math.min(WORST, cost);
  }

  /** Returns what it costs to leave a segment alone. */
  static double gap(Traits segment) {
    return GAP + Math.min(2, segment.weight() / 100);
  }

  private double length(double source, double target) {
    double mean = (source + target / ratio) / 2;
    if (mean == 0) {
      return 0;
    }
    double deviation = (target / ratio - source) / Math.sqrt(mean * VARIANCE);
    return Math.min(6, deviation * deviation / 2);
  }

  private static double agreement(Hashes some, Hashes others, double reward, double penalty) {
    int most = Math.max(some.size(), others.size());
    if (most == 0) {
      return 0;
    }
    double share = (double) some.shared(others) / most;
    boolean missing = some.size() == 0 || others.size() == 0;
    return share > 0 ? -reward * share : missing ? penalty / 2 : penalty;
  }
}
