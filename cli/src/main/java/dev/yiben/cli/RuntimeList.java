package dev.yiben.cli;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.runtime.Backend;
import dev.yiben.inference.runtime.LlamaRuntime;
import dev.yiben.inference.runtime.LlamaRuntime.Origin;
import dev.yiben.inference.runtime.Platform;
import dev.yiben.inference.runtime.RuntimePackage;
import dev.yiben.inference.runtime.RuntimePackages;
import dev.yiben.inference.runtime.Runtimes;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows the libraries of llama.cpp that there are, and those that can be installed. */
final class RuntimeList {
  private final Environment environment;
  private final Console console;
  private final RuntimePackages packages = RuntimePackages.load().of(Platform.current());

  RuntimeList(Environment environment, ConsoleOptions options) {
    options.requireValid();
    this.environment = environment;
    this.console = options.console(environment);
  }

  ExitCode show(RuntimeListOptions options) {
    Runtimes runtimes = NativeRuntime.runtimes(environment);
    List<LlamaRuntime> installed = runtimes.installed();
    List<LlamaRuntime> found = runtimes.found();
    Optional<LlamaRuntime> used = used(options.runtime());
    if (options.json()) {
      Json.print(environment.out(), json(runtimes.folder(), installed, found, used));
      return ExitCode.DONE;
    }
    PrintStream out = environment.out();
    out.println("In " + runtimes.folder() + (installed.isEmpty() ? " there is no runtime." : ":"));
    installed.forEach(runtime -> out.println(line(runtime, used)));
    if (!found.isEmpty()) {
      out.println();
      out.println("On this machine, put there by others:");
      found.forEach(runtime -> out.println(line(runtime, used)));
    }
    used.filter(runtime -> runtime.origin() == Origin.NAMED)
        .ifPresent(
            runtime -> {
              out.println();
              out.println("Named by --llama-runtime:");
              out.println(line(runtime, used));
            });
    out.println();
    out.println("To be had with 'translate runtime install NAME', through npm:");
    packages.packages().forEach(one -> out.println(line(one)));
    return ExitCode.DONE;
  }

  private Optional<LlamaRuntime> used(RuntimeOptions options) {
    try {
      return new NativeRuntime(environment, options).find();
    } catch (InferenceException e) {
      console.warning(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static String line(LlamaRuntime runtime, Optional<LlamaRuntime> used) {
    String size = runtime.origin() == Origin.INSTALLED ? Sizes.text(size(runtime)) : "";
    return String.format(
            Locale.ROOT,
            "%s %-34s %-8s %8s  %s",
            isUsed(runtime, used) ? "*" : " ",
            Texts.printable(runtime.name()),
            runtime.version().orElse(""),
            size,
            backends(runtime))
        .stripTrailing();
  }

  private static String line(RuntimePackage one) {
    return String.format(
        Locale.ROOT,
        "  %-8s %-8s %8s  %s",
        one.variant(),
        one.llama(),
        Sizes.text(one.size()),
        one.about());
  }

  private static String backends(LlamaRuntime runtime) {
    return runtime.backends().stream()
        .sorted()
        .map(Backend::toString)
        .collect(Collectors.joining(" "));
  }

  private static boolean isUsed(LlamaRuntime runtime, Optional<LlamaRuntime> used) {
    return used.filter(one -> one.libraries().equals(runtime.libraries())).isPresent();
  }

  private static long size(LlamaRuntime runtime) {
    try (Stream<Path> files = Files.list(runtime.folder())) {
      long size = 0;
      for (Path file : files.toList()) {
        size += Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Files.size(file) : 0;
      }
      return size;
    } catch (IOException e) {
      // Removed by somebody else a moment ago.
      return 0;
    }
  }

  private Map<String, Object> json(
      Path folder,
      List<LlamaRuntime> installed,
      List<LlamaRuntime> found,
      Optional<LlamaRuntime> used) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("folder", folder.toString());
    used.ifPresent(runtime -> json.put("used", runtime.folder().toString()));
    json.put("installed", installed.stream().map(RuntimeList::json).toList());
    json.put("found", found.stream().map(RuntimeList::json).toList());
    json.put("available", packages.packages().stream().map(RuntimeList::json).toList());
    return json;
  }

  private static Map<String, Object> json(LlamaRuntime runtime) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", runtime.name());
    json.put("folder", runtime.folder().toString());
    runtime.version().ifPresent(version -> json.put("version", version));
    json.put("backends", runtime.backends().stream().sorted().map(Backend::toString).toList());
    if (runtime.origin() == Origin.INSTALLED) {
      json.put("size", size(runtime));
    }
    return json;
  }

  private static Map<String, Object> json(RuntimePackage one) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", one.variant());
    json.put("version", one.llama());
    json.put("size", one.size());
    json.put("about", one.about());
    json.put(
        "packages", one.parts().stream().map(part -> part.name() + "@" + part.version()).toList());
    return json;
  }
}
