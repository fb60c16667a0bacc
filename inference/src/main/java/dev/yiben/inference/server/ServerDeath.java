package dev.yiben.inference.server;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a server has ended, as far as its last lines tell.
 *
 * @param exitCode of its process
 * @param lastLines what it wrote last
 */
record ServerDeath(int exitCode, List<String> lastLines) {
  private static final Pattern ARCHITECTURE =
      Pattern.compile("unknown model architecture: '([^']{1,60})'");
  private static final Pattern ARGUMENT =
      Pattern.compile("(?:invalid|unknown) argument: *(\\S{1,80})");
  private static final Pattern MEMORY =
      Pattern.compile(
          "out of memory|cudaMalloc failed|failed to allocate|unable to allocate|bad_alloc",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PORT =
      Pattern.compile("couldn't bind|address already in use", Pattern.CASE_INSENSITIVE);
  private static final Pattern ERROR =
      Pattern.compile("error|fail|not found", Pattern.CASE_INSENSITIVE);

  ServerDeath {
    lastLines = List.copyOf(lastLines);
  }

  /** Returns whether another process was faster to take the port. */
  boolean isForThePort() {
    return lastLines.stream().anyMatch(line -> PORT.matcher(line).find());
  }

  /** Returns the exception that says why, and what to do. */
  InferenceException failure(LlamaServerSettings settings, String version) {
    String all = String.join("\n", lastLines);
    Matcher architecture = ARCHITECTURE.matcher(all);
    if (architecture.find()) {
      return new InferenceException(
          Category.USER,
          settings.model()
              + ": "
              + settings.program()
              + (version.isEmpty() ? "" : " (version " + version + ")")
              + " does not know the architecture '"
              + architecture.group(1)
              + "' of the model; get a newer llama.cpp, or choose another model");
    }
    Matcher argument = ARGUMENT.matcher(all);
    if (argument.find()) {
      return new InferenceException(
          Category.USER,
          settings.program()
              + " does not know the argument "
              + argument.group(1)
              + "; look at --llama-server-args, or get a newer llama.cpp");
    }
    if (MEMORY.matcher(all).find()) {
      return new InferenceException(
          Category.RESOURCE,
          settings.program()
              + " has not enough memory for "
              + settings.model()
              + ": take fewer --jobs, a smaller --context-length, fewer --gpu-layers or a smaller"
              + " model");
    }
    return new InferenceException(
        Category.BACKEND_PERMANENT,
        settings.program()
            + " ended by itself ("
            + how()
            + ")"
            + reason()
            + "; its log is "
            + settings.log());
  }

  /** Returns how the process ended; above 128 the shell tells the number of a signal. */
  String how() {
    return switch (exitCode) {
      case 126, 127 -> "it cannot be executed";
      case 132 -> "illegal instruction: it is built for another processor";
      case 134 -> "aborted";
      case 137 -> "killed, perhaps for lack of memory";
      case 139 -> "crashed";
      default -> String.format(Locale.ROOT, "exit code %d", exitCode);
    };
  }

  private String reason() {
    for (int i = lastLines.size() - 1; i >= 0; i--) {
      if (ERROR.matcher(lastLines.get(i)).find()) {
        return ": " + lastLines.get(i);
      }
    }
    return lastLines.isEmpty() ? "" : ": " + lastLines.get(lastLines.size() - 1);
  }
}
