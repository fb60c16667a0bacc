package dev.yiben.inference.pool;

import dev.yiben.inference.Capabilities;
import dev.yiben.inference.Choice;
import dev.yiben.inference.GenerationListener;
import dev.yiben.inference.GenerationRequest;
import dev.yiben.inference.GenerationResult;
import dev.yiben.inference.InferenceEngine;
import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import dev.yiben.inference.RestartableListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Asks several engines as if they were one, each within its limits.
 *
 * <p>A request that fails for a moment only goes to another member, or waits until one answers
 * again; it fails in the end if none has for the time of {@link PoolSettings#outageLimit}. A member
 * whose failure no waiting can cure, such as a refused key, is not asked again. The requests of a
 * stream go to the same member while that is healthy.
 */
public final class EnginePool implements InferenceEngine {
  private static final int MANY_FAILURES = 8;

  private final Roster roster;
  private final List<Member> members;
  private final PoolSettings settings;
  private final PoolTime time;
  private final Capabilities capabilities;
  private final boolean countsTokens;

  private EnginePool(
      List<Member> members,
      Roster roster,
      PoolSettings settings,
      PoolTime time,
      Capabilities capabilities) {
    this.members = members;
    this.roster = roster;
    this.settings = settings;
    this.time = time;
    this.capabilities = capabilities;
    countsTokens = members.stream().anyMatch(Member::countsTokens);
  }

  /**
   * Opens the members.
   *
   * @param listener hears of members that fail and recover
   * @throws InferenceException if no member can be opened, or their models differ
   */
  public static EnginePool open(
      List<PoolMember> members, PoolSettings settings, PoolListener listener) {
    return open(members, settings, listener, new SystemTime(), new SplittableRandom());
  }

  static EnginePool open(
      List<PoolMember> configured,
      PoolSettings settings,
      PoolListener listener,
      PoolTime time,
      RandomGenerator random) {
    Backoff backoff = new Backoff(random);
    List<Member> members =
        configured.stream().map(member -> new Member(member, backoff, time.nanos())).toList();
    Opening opening = new Opening(settings, listener, time);
    try {
      List<Member> usable = opening.open(members);
      Roster roster = new Roster(usable, settings, time, listener);
      return new EnginePool(usable, roster, settings, time, Opening.capabilities(usable));
    } catch (RuntimeException e) {
      members.forEach(member -> member.engine().ifPresent(InferenceEngine::close));
      throw e;
    }
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public GenerationResult generate(GenerationRequest request, GenerationListener listener)
      throws InterruptedException {
    RestartableListener pieces = new RestartableListener(listener);
    long promptTokens = countsTokens ? promptTokens(request) : 0;
    Optional<Long> firstFailure = Optional.empty();
    int failures = 0;
    while (true) {
      Lease lease = roster.take(request.stream(), promptTokens, request.maxTokens());
      try {
        GenerationResult result = engine(lease.member()).generate(request, pieces);
        roster.succeeded(lease, result.tokens(), request.maxTokens());
        return result;
      } catch (InferenceException e) {
        roster.failed(lease, e);
        // Who is asked to wait has not failed by fault of the request, however often.
        if (e.retryAfter().isEmpty()) {
          firstFailure = Optional.of(firstFailure.orElse(time.nanos()));
          failures++;
          requirePatience(firstFailure.get(), failures, e);
        }
      } finally {
        roster.end(lease);
      }
      pieces.onRestart();
    }
  }

  private InferenceEngine engine(Member member) {
    Optional<InferenceEngine> engine = member.engine();
    if (engine.isPresent()) {
      return engine.get();
    }
    InferenceEngine opened = member.open();
    try {
      requireSuitable(opened.capabilities());
    } catch (InferenceException e) {
      opened.close();
      throw e;
    }
    roster.admit(member, opened);
    return opened;
  }

  /** Prompts are planned for what the other members can do. */
  private void requireSuitable(Capabilities late) {
    if (!settings.mixedModels() && !late.model().equals(capabilities.model())) {
      throw new InferenceException(
          Category.USER,
          "it has the model " + late.model() + " and the others have " + capabilities.model());
    }
    if (late.contextWindow() < capabilities.contextWindow()) {
      throw new InferenceException(
          Category.USER,
          "its context window of "
              + late.contextWindow()
              + " tokens is smaller than that of the others ("
              + capabilities.contextWindow()
              + "), which this run has begun with");
    }
  }

  /** Others may be answered meanwhile, so that there is no outage, but not this request. */
  private void requirePatience(long firstFailure, int failures, InferenceException failure) {
    Duration failing = Duration.ofNanos(time.nanos() - firstFailure);
    // Few failures in a long time are none of the request's: it had to wait for a new day.
    if (failing.compareTo(settings.outageLimit()) > 0 && failures >= MANY_FAILURES) {
      throw new InferenceException(
          Category.BACKEND_PERMANENT,
          "One request has failed for " + Span.words(failing) + ": " + failure.getMessage(),
          failure);
    }
  }

  private long promptTokens(GenerationRequest request) {
    return request.messages().stream().mapToLong(message -> countTokens(message.content())).sum();
  }

  @Override
  public int countTokens(String text) {
    List<InferenceException> failures = new ArrayList<>();
    for (Member member : members) {
      try {
        if (member.engine().isPresent()) {
          return member.engine().get().countTokens(text);
        }
      } catch (InferenceException e) {
        failures.add(e);
      }
    }
    throw failures.get(0);
  }

  @Override
  public List<Choice> choices() {
    List<Choice> choices = new ArrayList<>();
    for (Member member : members) {
      String prefix = members.size() == 1 ? "" : member.name() + ": ";
      member.engine().map(InferenceEngine::choices).orElse(List.of()).stream()
          .map(choice -> new Choice(prefix + choice.name(), choice.value(), choice.reason()))
          .forEach(choices::add);
    }
    return choices;
  }

  @Override
  public Map<String, String> provenance() {
    Map<String, String> provenance = new LinkedHashMap<>();
    for (Member member : members) {
      String prefix = members.size() == 1 ? "" : member.name() + ": ";
      member
          .engine()
          .map(InferenceEngine::provenance)
          .orElse(Map.of())
          .forEach((name, value) -> provenance.put(prefix + name, value));
    }
    return provenance;
  }

  /** Returns how many members are left. */
  int size() {
    return roster.members().size();
  }

  @Override
  public void close() {
    roster.close();
    members.forEach(member -> member.engine().ifPresent(InferenceEngine::close));
  }
}
