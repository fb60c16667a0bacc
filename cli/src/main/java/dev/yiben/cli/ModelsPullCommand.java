package dev.yiben.cli;

import dev.yiben.inference.download.Downloader;
import dev.yiben.inference.models.Catalogue;
import dev.yiben.inference.models.Hub;
import dev.yiben.inference.models.ModelFolder;
import dev.yiben.inference.models.ModelPull;
import dev.yiben.inference.models.ModelPull.Pulled;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fetches models into the folder of models. */
@Command(
    name = "pull",
    description = {
      "Fetches models into the folder of models and prints their paths.",
      "An interrupted download is gone on with by the same command.",
      "",
      "A MODEL is a name of the catalogue (qwen2.5-7b, qwen2.5-7b:Q5_K_M), a file on Hugging Face"
          + " (hf:owner/repository/file.gguf) or ModelScope (ms:…), or an address."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class ModelsPullCommand implements Callable<Integer> {
  private static final int MOST_CONNECTIONS = 16;

  /** Where models of the catalogue come from. */
  enum Site {
    HF(Hub.HUGGING_FACE),
    MS(Hub.MODEL_SCOPE);

    private final Hub hub;

    Site(Hub hub) {
      this.hub = hub;
    }

    @Override
    public String toString() {
      return hub.prefix();
    }
  }

  private final Environment environment;

  @Parameters(arity = "1..*", paramLabel = "MODEL", description = "What to fetch.")
  private List<String> models;

  @Option(
      names = "--hub",
      paramLabel = "hf|ms",
      defaultValue = "hf",
      description = "Where names of the catalogue are fetched from: Hugging Face or ModelScope.")
  private Site hub;

  @Option(
      names = "--connections",
      paramLabel = "N",
      defaultValue = "4",
      description = "Parts of a file that are fetched at once; default: 4.")
  private int connections;

  @Option(
      names = "--sha256",
      paramLabel = "HEX",
      description = "Checksum of the file; default: the server's, if it names one.")
  private Optional<String> sha256 = Optional.empty();

  @Option(
      names = "--as",
      paramLabel = "NAME.gguf",
      description = "Name in the folder of models; default: that of the file.")
  private Optional<String> fileName = Optional.empty();

  @Mixin private final RuntimeOptions runtime = new RuntimeOptions();
  @Mixin private final ConsoleOptions consoleOptions = new ConsoleOptions();

  ModelsPullCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    requireValid();
    Console console = consoleOptions.console(environment);
    try {
      Interruption.watch(
          console,
          () -> {
            for (String model : models) {
              pull(console, model);
            }
            return null;
          });
      return ExitCode.DONE.code();
    } catch (InterruptedException e) {
      return ExitCode.INTERRUPTED.code();
    }
  }

  private void requireValid() {
    consoleOptions.requireValid();
    UsageException.requireAtLeast(1, "--connections", connections);
    if (connections > MOST_CONNECTIONS) {
      throw new UsageException(
          "--connections must be at most " + MOST_CONNECTIONS + ", not " + connections);
    }
    if (sha256.isPresent() && !sha256.get().matches("[0-9a-fA-F]{64}")) {
      throw new UsageException("--sha256 takes 64 hexadecimal digits");
    }
    if (models.size() > 1 && (sha256.isPresent() || fileName.isPresent())) {
      throw new UsageException("--sha256 and --as go with one model only");
    }
  }

  private void pull(Console console, String model) throws InterruptedException {
    DownloadReporter reporter = new DownloadReporter(console);
    ModelPull pull =
        new ModelPull(
            new ModelFolder(Engines.modelFolder(environment)),
            Catalogue.load(),
            environment.variables(),
            Downloader.of(environment.variables(), connections, reporter));
    Pulled pulled;
    try {
      pulled =
          pull.pull(new ModelPull.Request(model, hub.hub, fileName, sha256), reporter::announce);
    } finally {
      reporter.end();
    }
    if (!pulled.fetched()) {
      console.info(model + ": is there already");
    }
    new InProcess(new NativeRuntime(environment, runtime))
        .problem(pulled.files().get(0))
        .ifPresent(console::warning);
    pulled.files().forEach(environment.out()::println);
  }
}
