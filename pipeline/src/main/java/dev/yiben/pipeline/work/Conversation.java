package dev.yiben.pipeline.work;

import dev.yiben.pipeline.plan.Batch;
import dev.yiben.pipeline.plan.PlannedSegment;
import dev.yiben.pipeline.prompt.ContextPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the requests of a stream show of the batches before them.
 *
 * <p>Where the engine keeps what it has computed, the conversation only grows: each request is the
 * one before with its answer and the next batch, so that nothing is computed twice. When the window
 * would be too full, it begins anew with the last segments. Elsewhere every request shows just the
 * last segments.
 *
 * <p>All of this depends on the plan and on the accepted targets only, so that a resumed run says
 * what the uninterrupted one would have said.
 */
final class Conversation {
  private final PromptBuilder prompts;
  private final ContextSource context;
  private final boolean grows;
  private final List<List<ContextPair>> exchanges = new ArrayList<>();
  private int tokens;
  private List<PlannedSegment> current = List.of();
  private boolean open;

  Conversation(PromptBuilder prompts, ContextSource context) {
    this(prompts, context, grows(prompts));
  }

  private Conversation(PromptBuilder prompts, ContextSource context, boolean grows) {
    this.prompts = prompts;
    this.context = context;
    this.grows = grows;
  }

  /** Returns a conversation whose requests never continue another. */
  static Conversation ofSingleRequests(PromptBuilder prompts, ContextSource context) {
    return new Conversation(prompts, context, false);
  }

  /** Returns whether requests continue those before them, with this engine and template. */
  static boolean grows(PromptBuilder prompts) {
    return prompts.engine().capabilities().prefixCache()
        && prompts.settings().contextSegments() > 0
        && prompts.settings().template().mostExchanges() > 1;
  }

  /** Returns whether each request continues the one before. */
  boolean grows() {
    return grows;
  }

  /** Makes room for a batch and its answer. */
  void open(Batch batch) {
    if (!grows) {
      return;
    }
    int needed =
        prompts.tokens(prompts.messages(List.of(), batch.segments(), Map.of()))
            + PromptBuilder.answerRoom(batch.segments());
    List<ContextPair> known =
        current.isEmpty()
            ? List.of()
            : context.knownBetween(
                current.get(current.size() - 1).index(),
                batch.segments().get(0).index(),
                prompts.settings().contextSegments());
    int more = known.isEmpty() ? 0 : prompts.exchangeTokens(known);
    int most = prompts.settings().template().mostExchanges() - (known.isEmpty() ? 0 : 1);
    if (exchanges.isEmpty()
        || exchanges.size() >= most
        || tokens + more + needed > prompts.window()) {
      restart(batch, needed);
    } else {
      add(known);
    }
    current = batch.segments();
    open = true;
  }

  private void restart(Batch batch, int needed) {
    exchanges.clear();
    tokens = 0;
    int first = batch.segments().get(0).index();
    List<ContextPair> last = context.before(first, prompts.settings().contextSegments());
    while (!last.isEmpty() && prompts.exchangeTokens(last) + needed > prompts.window()) {
      last = last.subList(1, last.size());
    }
    add(last);
  }

  /** Adds what became of a batch. */
  void close(Batch batch) {
    if (grows) {
      open = false;
      add(context.of(batch.segments()));
    }
  }

  private void add(List<ContextPair> exchange) {
    if (!exchange.isEmpty()) {
      exchanges.add(exchange);
      tokens += prompts.exchangeTokens(exchange);
    }
  }

  /**
   * Returns the earlier exchanges of a conversation that grows, oldest first; the last one shows
   * what is accepted of the open batch.
   */
  List<List<ContextPair>> exchanges() {
    List<ContextPair> accepted = open ? context.of(current) : List.of();
    return accepted.isEmpty()
        ? List.copyOf(exchanges)
        : Stream.concat(exchanges.stream(), Stream.of(accepted)).toList();
  }
}
