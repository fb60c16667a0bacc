package dev.yiben.pipeline.terms;

import dev.yiben.glossary.extract.Candidate;
import dev.yiben.inference.GenerationListener;
import dev.yiben.inference.GenerationRequest;
import dev.yiben.inference.InferenceEngine;
import dev.yiben.inference.InferenceException;
import dev.yiben.pipeline.check.Language;
import dev.yiben.pipeline.prompt.LanguagePair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/**
 * Asks a model what candidates are and how to translate them: several times each, with other
 * sentences, until most answers agree. What most hold for an ordinary word is not proposed.
 */
public final class TermProposer {
  private static final int ATTEMPTS = 3;
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int MOST_CONTEXTS = 3;

  private final InferenceEngine engine;
  private final TermQuestion question;
  private final Set<Language.Writing> writings;
  private final int votes;
  private final int parallel;

  /**
   * Creates a proposer.
   *
   * @param votes how often each term is asked about at most
   * @param parallel how many terms are asked about at once, at most what the engine can do
   */
  public TermProposer(InferenceEngine engine, LanguagePair languages, int votes, int parallel) {
    this.engine = engine;
    this.question = new TermQuestion(languages, engine.capabilities().constraint());
    this.writings = EnumSet.copyOf(Language.writings(languages.target()));
    this.votes = votes;
    this.parallel = Math.max(1, Math.min(parallel, engine.capabilities().slots()));
  }

  /**
   * Returns the proposals in the order of the candidates.
   *
   * @param progress is told how many candidates are done
   * @throws InferenceException if the engine gives no answers
   */
  public List<Proposal> propose(List<Candidate> candidates, IntConsumer progress)
      throws InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(parallel);
    try {
      List<Future<Optional<Proposal>>> pending = new ArrayList<>();
      for (Candidate candidate : candidates) {
        pending.add(workers.submit(() -> ask(candidate)));
      }
      List<Proposal> proposals = new ArrayList<>();
      for (int i = 0; i < pending.size(); i++) {
        result(pending.get(i)).ifPresent(proposals::add);
        progress.accept(i + 1);
      }
      return proposals;
    } finally {
      workers.shutdownNow();
    }
  }

  private static Optional<Proposal> result(Future<Optional<Proposal>> future)
      throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private Optional<Proposal> ask(Candidate candidate) throws InterruptedException {
    List<Opinion> opinions = new ArrayList<>();
    for (int vote = 0; vote < votes && !isDecided(opinions); vote++) {
      GenerationRequest request =
          question.request(candidate.source(), contexts(candidate, vote), vote);
      Opinion.parse(answer(request)).filter(this::isUsable).ifPresent(opinions::add);
    }
    return decided(candidate, opinions);
  }

  /** Each request shows other sentences, as far as there are any. */
  private List<String> contexts(Candidate candidate, int vote) {
    List<String> all = candidate.contexts();
    List<String> chosen = new ArrayList<>();
    for (int i = vote; i < all.size() && chosen.size() < MOST_CONTEXTS; i += votes) {
      chosen.add(all.get(i));
    }
    return chosen.isEmpty() ? all.subList(0, Math.min(MOST_CONTEXTS, all.size())) : chosen;
  }

  private String answer(GenerationRequest request) throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        return engine.generate(request, GenerationListener.NONE).text();
      } catch (InferenceException e) {
        if (e.category() != InferenceException.Category.BACKEND_TRANSIENT || attempt == ATTEMPTS) {
          throw e;
        }
        Thread.sleep(PAUSE.multipliedBy(attempt).toMillis());
      }
    }
  }

  /** A translation must have a character of its language's writing, where that is not Latin. */
  private boolean isUsable(Opinion opinion) {
    return opinion.category() == Category.NONE
        || (!opinion.translation().isEmpty()
            && (writings.isEmpty()
                || writings.contains(Language.Writing.LATIN)
                || opinion
                    .translation()
                    .codePoints()
                    .anyMatch(c -> writings.contains(Language.writing(c)))));
  }

  /** More answers could not change what most of them say. */
  private boolean isDecided(List<Opinion> opinions) {
    return most(opinions, opinion -> opinion.category() == Category.NONE) * 2 > votes
        || most(opinions, Opinion::translation) * 2 > votes;
  }

  private static <T> int most(List<Opinion> opinions, Function<Opinion, T> of) {
    return opinions.stream()
        .filter(opinion -> !Boolean.FALSE.equals(of.apply(opinion)))
        .collect(Collectors.groupingBy(of, Collectors.summingInt(one -> 1)))
        .values()
        .stream()
        .max(Integer::compare)
        .orElse(0);
  }

  private Optional<Proposal> decided(Candidate candidate, List<Opinion> opinions) {
    List<Opinion> terms =
        opinions.stream().filter(opinion -> opinion.category() != Category.NONE).toList();
    boolean speaks = candidate.kind() == Candidate.Kind.SPEAKER;
    if (terms.isEmpty() || (!speaks && terms.size() * 2 <= opinions.size())) {
      return Optional.empty();
    }
    String translation = favourite(terms, Opinion::translation);
    List<Opinion> agreeing =
        terms.stream().filter(opinion -> opinion.translation().equals(translation)).toList();
    Category category = favourite(agreeing, Opinion::category);
    return Optional.of(
        new Proposal(
            candidate,
            category,
            translation,
            agreeing.stream()
                .filter(opinion -> opinion.category() == category)
                .findFirst()
                .map(Opinion::note)
                .orElse(""),
            agreeing.size(),
            opinions.size()));
  }

  /** Returns what most say, of equally many the first. */
  private static <T> T favourite(List<Opinion> opinions, Function<Opinion, T> of) {
    Map<T, Integer> counts = new LinkedHashMap<>();
    opinions.forEach(opinion -> counts.merge(of.apply(opinion), 1, Integer::sum));
    T best = null;
    for (Map.Entry<T, Integer> entry : counts.entrySet()) {
      if (best == null || entry.getValue() > counts.get(best)) {
        best = entry.getKey();
      }
    }
    return best;
  }
}
