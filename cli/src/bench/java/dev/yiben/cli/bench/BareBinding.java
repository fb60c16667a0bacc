package dev.yiben.cli.bench;

import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.LlamaOutput;
import de.kherud.llama.ModelParameters;
import de.kherud.llama.Pair;
import de.kherud.llama.args.Sampler;
import dev.yiben.inference.ChatMessage;
import dev.yiben.inference.OutputConstraint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The binding of llama.cpp without Yiben, which answers recorded requests again. */
final class BareBinding implements AutoCloseable {
  private final LlamaModel model;

  BareBinding(Path file, int window, int slots, int threads) {
    model =
        new LlamaModel(
            new ModelParameters()
                .setModel(file.toString())
                .setCtxSize(window * slots)
                .setParallel(slots)
                .setThreads(threads)
                .setThreadsBatch(threads)
                .disableContextShift()
                .skipWarmup()
                .enableSpecial()
                .enableJinja()
                .disableLog());
  }

  /** Prepares the requests of each thread: what takes place before the time is taken. */
  List<List<InferenceParameters>> prepare(
      List<List<RecordingEngine.Exchange>> exchanges, boolean constrained) {
    return exchanges.stream()
        .map(
            ofThread ->
                ofThread.stream().map(exchange -> parameters(exchange, constrained)).toList())
        .toList();
  }

  private InferenceParameters parameters(RecordingEngine.Exchange exchange, boolean constrained) {
    InferenceParameters parameters =
        new InferenceParameters(prompt(exchange.request().messages()))
            .setNPredict((int) exchange.result().tokens().generated())
            .setCachePrompt(!exchange.request().stream().isEmpty())
            .setTemperature(0)
            .setTopK(1)
            .setSamplers(Sampler.TOP_K, Sampler.TEMPERATURE);
    if (!constrained) {
      return parameters.setIgnoreEos(true);
    }
    exchange
        .request()
        .constraint()
        .filter(OutputConstraint.Grammar.class::isInstance)
        .map(OutputConstraint.Grammar.class::cast)
        .ifPresent(grammar -> parameters.setGrammar(grammar.gbnf()));
    return parameters;
  }

  private String prompt(List<ChatMessage> messages) {
    String system = "";
    List<Pair<String, String>> turns = new ArrayList<>();
    for (ChatMessage message : messages) {
      if (message.role() == ChatMessage.Role.SYSTEM) {
        system = message.content();
      } else {
        turns.add(new Pair<>(message.role().name().toLowerCase(Locale.ROOT), message.content()));
      }
    }
    return model.applyTemplate(new InferenceParameters("").setMessages(system, turns));
  }

  /** Generates all answers, the threads at once, and returns what it took. */
  Stopwatch.Time run(List<List<InferenceParameters>> requests) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(requests.size());
    try {
      Stopwatch watch = new Stopwatch();
      List<Future<Integer>> all = new ArrayList<>();
      for (List<InferenceParameters> ofThread : requests) {
        all.add(threads.submit(() -> ofThread.stream().mapToInt(this::generate).sum()));
      }
      for (Future<Integer> one : all) {
        one.get();
      }
      return watch.stop();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      threads.shutdown();
    }
  }

  private int generate(InferenceParameters parameters) {
    int pieces = 0;
    for (LlamaOutput output : model.generate(parameters)) {
      pieces += output.text.isEmpty() ? 0 : 1;
    }
    return pieces;
  }

  @Override
  public void close() {
    model.close();
  }
}
