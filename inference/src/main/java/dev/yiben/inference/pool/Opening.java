package dev.yiben.inference.pool;

import dev.yiben.inference.Capabilities;
import dev.yiben.inference.ConstraintSupport;
import dev.yiben.inference.InferenceEngine;
import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Opens the members of a pool and sees what they can do together. */
final class Opening {
  private final PoolSettings settings;
  private final PoolListener listener;
  private final PoolTime time;

  Opening(PoolSettings settings, PoolListener listener, PoolTime time) {
    this.settings = settings;
    this.listener = listener;
    this.time = time;
  }

  /**
   * Opens what can be opened, and returns all that can be asked now or later.
   *
   * @throws InferenceException if there is none now, or their models differ
   */
  List<Member> open(List<Member> members) {
    List<Member> usable = new ArrayList<>();
    List<InferenceException> failures = new ArrayList<>();
    for (Member member : members) {
      try {
        member.opened(member.open());
        usable.add(member);
      } catch (InferenceException e) {
        failures.add(e);
        if (failures.size() == members.size()) {
          throw failures.get(0);
        }
        if (e.category() == Category.BACKEND_TRANSIENT) {
          usable.add(member);
          member.failed(e, time.nanos(), true);
          listener.onTrouble(member.name() + " is tried again later: " + e.getMessage());
        } else {
          listener.onTrouble(member.name() + " is left out: " + e.getMessage());
        }
      }
    }
    requireOneModel(usable);
    return List.copyOf(usable);
  }

  private void requireOneModel(List<Member> members) {
    List<Member> open = members.stream().filter(member -> member.engine().isPresent()).toList();
    long models = open.stream().map(member -> capabilities(member).model()).distinct().count();
    if (models > 1 && !settings.mixedModels()) {
      throw new InferenceException(
          Category.USER,
          "The endpoints have different models, whose translations would mix: "
              + open.stream()
                  .map(member -> member.name() + " has " + capabilities(member).model())
                  .collect(Collectors.joining(", "))
              + "; name the same model for all, or allow it with mixed_models: true");
    }
  }

  private static Capabilities capabilities(Member member) {
    return member.engine().orElseThrow().capabilities();
  }

  /** Returns what all members that are open can do. */
  static Capabilities capabilities(List<Member> members) {
    List<Capabilities> all =
        members.stream()
            .flatMap(member -> member.engine().stream())
            .map(InferenceEngine::capabilities)
            .toList();
    List<String> profiles = all.stream().map(Capabilities::promptProfile).distinct().toList();
    return new Capabilities(
        joined(all.stream().map(Capabilities::model).toList(), " and "),
        joined(all.stream().map(Capabilities::fingerprint).toList(), "+"),
        all.stream().mapToInt(Capabilities::contextWindow).min().orElseThrow(),
        members.stream().mapToInt(Member::concurrency).sum(),
        all.stream()
            .map(Capabilities::constraint)
            .min(Comparator.naturalOrder())
            .orElse(ConstraintSupport.NONE),
        all.stream().anyMatch(Capabilities::rehearsal),
        profiles.size() == 1 ? profiles.get(0) : "",
        all.stream().allMatch(Capabilities::prefixCache),
        all.stream().allMatch(Capabilities::probabilities));
  }

  private static String joined(List<String> names, String separator) {
    return names.stream().distinct().sorted().collect(Collectors.joining(separator));
  }
}
