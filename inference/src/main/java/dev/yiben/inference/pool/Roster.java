package dev.yiben.inference.pool;

import dev.yiben.inference.InferenceEngine;
import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import dev.yiben.inference.TokenUsage;
import dev.yiben.inference.pool.Readiness.Obstacle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses who answers a request, and lets it wait while nobody can. */
final class Roster {
  private static final Logger LOG = LoggerFactory.getLogger(Roster.class);

  /** How long a stream waits for the member that has computed its beginning. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final int MOST_STREAMS = 4096;

  /** The weight of the newest answer in the mean length of answers. */
  private static final double NEWEST = 0.1;

  private static final long TOLD_WAIT = Duration.ofMinutes(5).toNanos();

  // Fair, so that of those who wait the first goes on first.
  private final ReentrantLock lock = new ReentrantLock(true);
  private final Condition changed = lock.newCondition();
  private final List<Member> members;
  private final PoolTime time;
  private final PoolListener listener;
  private final Outage outage;
  private final Map<String, Member> homes =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Member> eldest) {
          return size() > MOST_STREAMS;
        }
      };
  private double answerShare = 1;
  private boolean dayTold;
  private boolean closed;
  private Optional<InferenceException> end = Optional.empty();

  Roster(List<Member> members, PoolSettings settings, PoolTime time, PoolListener listener) {
    this.members = new ArrayList<>(members);
    this.time = time;
    this.listener = listener;
    outage = new Outage(settings.outageLimit());
  }

  /**
   * Waits until a member can take a request, and takes a place there.
   *
   * @throws InferenceException if no member is left, or none has answered for too long
   */
  Lease take(String stream, long promptTokens, int maxTokens) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long since = time.nanos();
      while (true) {
        requireMember();
        long tokens = promptTokens + Math.round(maxTokens * answerShare);
        long now = time.nanos();
        Choice choice = choose(stream, tokens, now - since);
        if (choice.member().isPresent()) {
          return choice.member().get().lease(tokens, now);
        }
        tellOfWaiting(choice, now);
        time.await(changed, choice.nanos());
      }
    } finally {
      lock.unlock();
    }
  }

  private void requireMember() {
    if (closed) {
      throw new InferenceException(Category.BACKEND_PERMANENT, "The engine was closed");
    }
    if (end.isPresent()) {
      throw new InferenceException(
          end.get().category(), end.get().getMessage(), end.get().getCause());
    }
  }

  private Choice choose(String stream, long tokens, long waited) {
    Member home = stream.isEmpty() ? null : homes.get(stream);
    if (home != null && members.contains(home)) {
      Readiness readiness = home.readiness(tokens, time);
      if (readiness.isNow()) {
        return new Choice(Optional.of(home), Obstacle.NONE, 0);
      }
      long patience = PATIENCE.toNanos() - waited;
      boolean worthIt = readiness.obstacle() == Obstacle.FULL || readiness.nanos() <= patience;
      if (home.isHealthy(time.nanos()) && patience > 0 && worthIt) {
        return new Choice(
            Optional.empty(), readiness.obstacle(), Math.min(readiness.nanos(), patience));
      }
    }
    Readiness soonest = Readiness.FULL;
    boolean underWay = false;
    List<Member> ready = new ArrayList<>();
    for (Member member : members) {
      Readiness readiness = member.readiness(tokens, time);
      if (readiness.isNow()) {
        ready.add(member);
      } else if (readiness.nanos() < soonest.nanos()) {
        soonest = readiness;
      }
      underWay |= readiness.obstacle() == Obstacle.FULL;
    }
    if (ready.isEmpty()) {
      // While a request is under way somewhere, its end may change everything.
      return new Choice(
          Optional.empty(), underWay ? Obstacle.FULL : soonest.obstacle(), soonest.nanos());
    }
    Member chosen = inTurn(ready);
    if (!stream.isEmpty()) {
      homes.put(stream, chosen);
    }
    return new Choice(Optional.of(chosen), Obstacle.NONE, 0);
  }

  private static Member inTurn(List<Member> ready) {
    Member chosen = ready.get(0);
    long best = Long.MIN_VALUE;
    long weights = 0;
    for (Member member : ready) {
      weights += member.weight();
      long claim = member.claim();
      if (claim > best) {
        best = claim;
        chosen = member;
      }
    }
    chosen.pay(weights);
    return chosen;
  }

  private void tellOfWaiting(Choice choice, long now) {
    if (choice.obstacle() == Obstacle.DAY) {
      outage.forget();
      if (choice.nanos() > TOLD_WAIT && !dayTold) {
        dayTold = true;
        listener.onTrouble(
            "the requests of the day are used up; going on in "
                + Span.words(choice.nanos())
                + ", at "
                + time.now().plusNanos(choice.nanos())
                + " (^C ends, and the same command resumes)");
      }
    } else if (members.stream().noneMatch(member -> member.isHealthy(now))) {
      long attempt = choice.obstacle() == Obstacle.FULL ? Long.MAX_VALUE : choice.nanos();
      outage.waiting(attempt, now).ifPresent(listener::onTrouble);
    }
  }

  /** Notes an answer. */
  void succeeded(Lease lease, TokenUsage usage, int maxTokens) {
    lock.lock();
    try {
      double share = Math.min(1, (double) usage.generated() / maxTokens);
      answerShare += NEWEST * (share - answerShare);
      boolean memberTold = lease.member().succeeded(lease, usage);
      Optional<String> over = outage.answered(time.nanos());
      if (over.isPresent() || memberTold) {
        listener.onRelief(lease.member().name() + " " + over.orElse("answers again"));
      }
      if (dayTold) {
        dayTold = false;
        listener.onRelief("going on, since a new day of requests has begun");
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Notes a failure: a member that may recover rests, any other leaves.
   *
   * @throws InferenceException the failure, if no other member is left
   */
  void failed(Lease lease, InferenceException failure) {
    Member member = lease.member();
    lock.lock();
    try {
      if (closed) {
        throw failure;
      }
      LOG.warn("{} failed: {}", member.name(), failure.getMessage());
      if (failure.category() != Category.BACKEND_TRANSIENT) {
        drop(member, failure);
        return;
      }
      long now = time.nanos();
      outage.failed(failure.getMessage(), now);
      if (member.failed(lease, failure, now)
          && members.stream().anyMatch(other -> other != member && other.isHealthy(now))) {
        listener.onTrouble(
            member.name()
                + " fails, and others take its requests meanwhile: "
                + failure.getMessage());
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Removes a member that cannot be asked again.
   *
   * @throws InferenceException the failure, if no other member is left
   */
  private void drop(Member member, InferenceException failure) {
    if (members.remove(member) && !members.isEmpty()) {
      listener.onTrouble(member.name() + " is left out from now on: " + failure.getMessage());
    }
    changed.signalAll();
    if (members.isEmpty()) {
      end = Optional.of(failure);
      throw failure;
    }
  }

  /** Takes the engine of a member into use that could not be opened before. */
  void admit(Member member, InferenceEngine engine) {
    lock.lock();
    try {
      if (closed) {
        engine.close();
        throw new InferenceException(Category.BACKEND_PERMANENT, "The engine was closed");
      }
      member.opened(engine);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Gives the place at a member back, whatever became of the request. */
  void end(Lease lease) {
    lock.lock();
    try {
      lease.member().ended();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Returns the members that are left. */
  List<Member> members() {
    lock.lock();
    try {
      return List.copyOf(members);
    } finally {
      lock.unlock();
    }
  }

  /** Lets all that wait, and all that come later, fail. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Who takes a request.
   *
   * @param member nobody if all have to wait
   * @param obstacle why all have to wait
   * @param nanos how long until that is looked at again
   */
  private record Choice(Optional<Member> member, Obstacle obstacle, long nanos) {}
}
