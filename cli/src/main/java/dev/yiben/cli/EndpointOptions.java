package dev.yiben.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of servers and services that answer instead of a model in the process. */
final class EndpointOptions implements OptionSection {
  static final String USUAL_KEY_VARIABLE = "TRANSLATE_API_KEY";

  @Option(
      names = "--endpoint",
      paramLabel = "NAME|URL",
      description =
          "Server or service that translates: its name, such as ollama, vllm or deepseek, its URL,"
              + " or both as vllm=http://gpu:8000; --engine is openai then.")
  private Optional<String> endpoint = Optional.empty();

  @Option(
      names = "--api-key-variable",
      paramLabel = "NAME",
      defaultValue = USUAL_KEY_VARIABLE,
      description =
          "Environment variable that holds the endpoint's key; default: ${DEFAULT-VALUE}.")
  private String apiKeyVariable;

  @Option(
      names = "--api-key-file",
      paramLabel = "FILE",
      description = "File that holds the endpoint's key, and nothing else.")
  private Optional<Path> apiKeyFile = Optional.empty();

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "120",
      description =
          "Longest silence of the endpoint within an answer; what depends on the length of prompt"
              + " and answer is in proportion; default: 120.")
  private int timeout;

  @Option(
      names = "--header",
      paramLabel = "NAME=VALUE",
      description =
          "Further header of requests to the endpoint; $$NAME as the value stands for the"
              + " environment variable NAME.")
  private Map<String, String> headers = new LinkedHashMap<>();

  @Option(
      names = "--extra-body",
      paramLabel = "JSON",
      defaultValue = "{}",
      description =
          "JSON object whose fields go into every request to the endpoint; null takes one out.")
  private String extraBody;

  @Option(
      names = "--thinking",
      paramLabel = "on|off",
      defaultValue = "off",
      arity = "1",
      converter = OnOff.class,
      description =
          "Whether the endpoint's model may think before it answers, where it can; default: off.")
  private boolean thinking;

  @Override
  public String heading() {
    return "Servers and services:";
  }

  /** Throws a usage exception if a number is out of its range. */
  void requireValid() {
    UsageException.requireAtLeast(1, "--timeout", timeout);
  }

  Optional<String> endpoint() {
    return endpoint;
  }

  String apiKeyVariable() {
    return apiKeyVariable;
  }

  Optional<Path> apiKeyFile() {
    return apiKeyFile;
  }

  int timeout() {
    return timeout;
  }

  Map<String, String> headers() {
    return headers;
  }

  String extraBody() {
    return extraBody;
  }

  boolean thinking() {
    return thinking;
  }
}
