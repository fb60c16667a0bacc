package dev.yiben.inference.llamanative;

import dev.yiben.inference.ChatMessage;
import dev.yiben.inference.GenerationListener;
import dev.yiben.inference.GenerationRequest;
import dev.yiben.inference.InferenceEngine;
import dev.yiben.inference.InferenceException;
import dev.yiben.inference.OutputConstraint;
import dev.yiben.inference.Sampling;
import dev.yiben.inference.load.LlamaCppSettings;
import dev.yiben.inference.runtime.RuntimeLibraries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * What would wear out an engine: a program for a process of its own, which prints what it holds now
 * and then.
 */
final class Endurance {
  private static final int THREADS = 3;
  private static final int CLOSINGS = 50;

  private final RuntimeLibraries libraries = InstalledRuntime.libraries();
  private final Path model;

  private Endurance(Path model) {
    this.model = model;
  }

  /** Runs with a model and a number of requests. */
  public static void main(String[] arguments) throws Exception {
    Endurance endurance = new Endurance(Path.of(arguments[0]));
    endurance.answer(Integer.parseInt(arguments[1]));
    endurance.closeWhileAnswering();
    System.out.println("done");
    System.exit(0);
  }

  private InferenceEngine open() {
    return LlamaNativeEngine.open(
        libraries, LlamaCppSettings.of(model).withContextWindow(512).withSlots(2).withThreads(1));
  }

  private static GenerationRequest request(int number) {
    // Most grammars are known already, some are new.
    int grammar = number % 10 == 0 ? number : number % 7;
    return new GenerationRequest(
        List.of(ChatMessage.user("line " + number % 50)),
        Optional.of(
            new OutputConstraint.Grammar(
                "root ::= \"" + grammar + "|\" [a-z]{1,3} \"\\n\" [^\\x00-\\x1F]{1,2}")),
        Sampling.of(1, number),
        10,
        number % 3 == 0 ? "" : "stream " + number % 5);
  }

  /** Asks from several threads, of which some are interrupted and some lose interest. */
  private void answer(int requests) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (InferenceEngine engine = open()) {
      int asked = 0;
      for (int share = 1; share <= 10; share++) {
        List<Future<?>> answers = new ArrayList<>();
        for (; asked < requests * share / 10; asked++) {
          GenerationRequest request = request(asked);
          GenerationListener listener = asked % 11 == 0 ? piece -> false : GenerationListener.NONE;
          answers.add(threads.submit(() -> engine.generate(request, listener)));
          if (asked % 17 == 0) {
            answers.get(answers.size() - 1).cancel(true);
          }
        }
        for (Future<?> answer : answers) {
          if (!answer.isCancelled()) {
            answer.get();
          }
        }
        // The first shares fill caches.
        if (share == 4 || share == 10) {
          tell(asked);
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private void closeWhileAnswering() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    for (int i = 0; i < CLOSINGS; i++) {
      InferenceEngine engine = open();
      CountDownLatch begun = new CountDownLatch(1);
      List<Future<?>> answers = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        GenerationRequest endless =
            new GenerationRequest(
                List.of(ChatMessage.user("line " + i)),
                Optional.of(new OutputConstraint.Grammar("root ::= [a-z]{400}")),
                Sampling.greedy(),
                400);
        answers.add(
            threads.submit(
                () ->
                    engine.generate(
                        endless,
                        piece -> {
                          begun.countDown();
                          return true;
                        })));
      }
      begun.await();
      engine.close();
      for (Future<?> answer : answers) {
        try {
          answer.get();
        } catch (ExecutionException e) {
          if (!(e.getCause() instanceof InferenceException)) {
            throw e;
          }
        }
      }
      if (i == CLOSINGS / 2 || i == CLOSINGS - 1) {
        tell(i + 1);
      }
    }
    threads.shutdownNow();
  }

  private static void tell(int count) throws IOException, InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(100);
    }
    long resident =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
            .findFirst()
            .orElseThrow();
    System.out.println(
        "held " + count + " " + resident + " " + entries("task") + " " + entries("fd"));
  }

  private static long entries(String folder) throws IOException {
    try (Stream<Path> all = Files.list(Path.of("/proc/self").resolve(folder))) {
      return all.count();
    }
  }
}
