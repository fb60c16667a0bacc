package dev.yiben.cli;

import dev.yiben.inference.machine.GraphicsCards;
import dev.yiben.inference.runtime.LlamaRuntime;
import dev.yiben.inference.runtime.PackageChoice;
import dev.yiben.inference.runtime.Platform;
import dev.yiben.inference.runtime.RuntimeInstaller;
import dev.yiben.inference.runtime.RuntimePackage;
import dev.yiben.inference.runtime.RuntimePackages;
import dev.yiben.inference.runtime.Runtimes;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gets libraries of llama.cpp. */
@Command(
    name = "install",
    description = {
      "Fetches libraries of llama.cpp with your npm, or copies those of a folder, and prints where"
          + " they are."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class RuntimeInstallCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(
      arity = "0..1",
      paramLabel = "cpu|cuda|cuda12|vulkan|metal",
      description =
          "What to fetch, of what 'translate runtime' shows; default: what suits this machine.")
  private Optional<String> variant = Optional.empty();

  @Option(
      names = "--from",
      paramLabel = "FOLDER",
      description = "Copy the libraries in this folder, such as an unpacked release of llama.cpp.")
  private Optional<Path> from = Optional.empty();

  @Option(
      names = "--as",
      paramLabel = "NAME",
      description = "Name for what --from copies; default: that of the folder.")
  private Optional<String> name = Optional.empty();

  @Mixin private final ConsoleOptions consoleOptions = new ConsoleOptions();

  RuntimeInstallCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    requireValid();
    Console console = consoleOptions.console(environment);
    try {
      LlamaRuntime runtime =
          Interruption.watch(console, () -> from.isPresent() ? copy() : fetch(console));
      environment.out().println(runtime.folder());
      return ExitCode.DONE.code();
    } catch (InterruptedException e) {
      return ExitCode.INTERRUPTED.code();
    }
  }

  private void requireValid() {
    consoleOptions.requireValid();
    if (from.isPresent() && variant.isPresent()) {
      throw new UsageException("--from and '" + variant.get() + "' exclude each other");
    }
    if (name.isPresent() && from.isEmpty()) {
      throw new UsageException("--as goes with --from only");
    }
  }

  private LlamaRuntime copy() throws InterruptedException {
    Path folder = environment.resolve(from.orElseThrow()).toAbsolutePath().normalize();
    return new RuntimeInstaller(NativeRuntime.runtimes(environment))
        .copy(folder, name.orElseGet(() -> String.valueOf(folder.getFileName())));
  }

  private LlamaRuntime fetch(Console console) throws InterruptedException {
    Platform platform = Platform.current();
    RuntimePackage wanted =
        RuntimePackages.load().of(platform).get(variant.orElseGet(() -> choice(console)));
    Runtimes runtimes = NativeRuntime.runtimes(environment);
    boolean there =
        runtimes.installed().stream().anyMatch(one -> one.name().equals(wanted.installedName()));
    if (there) {
      console.info(wanted.installedName() + ": is there already");
    }
    return new RuntimeInstaller(runtimes)
        .install(
            wanted,
            part ->
                console.info(
                    "fetching "
                        + part.name()
                        + " "
                        + part.version()
                        + " with npm ("
                        + Sizes.text(part.size())
                        + ")"));
  }

  private String choice(Console console) {
    PackageChoice choice =
        PackageChoice.of(Platform.current(), environment.variables(), GraphicsCards.hasNvidia());
    console.info("taking " + choice.variant() + ": " + choice.reason());
    return choice.variant();
  }
}
