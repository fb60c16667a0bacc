package dev.yiben.cli;

import dev.yiben.inference.openai.ApiKey;
import dev.yiben.inference.openai.EndpointAddress;
import dev.yiben.inference.openai.OpenAiSettings;
import dev.yiben.inference.openai.Proxies;
import dev.yiben.inference.openai.Timeouts;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes the settings of endpoints from options and environment. */
final class Endpoints {
  private static final Pattern SECRET_HEADER =
      Pattern.compile("(?i).*(authorization|key|token|secret|cookie|password).*");

  private final Environment environment;

  Endpoints(Environment environment) {
    this.environment = environment;
  }

  /**
   * Returns how the endpoint of the options is used.
   *
   * @param endpoint what users write for it
   * @throws UsageException if a variable is not set or a secret is given where it does not belong
   * @throws dev.yiben.inference.InferenceException if a value is wrong
   */
  OpenAiSettings settings(String endpoint, EndpointOptions options) {
    return OpenAiSettings.of(EndpointAddress.parse(endpoint))
        .withKey(key(options))
        .withTimeouts(new Timeouts(Duration.ofSeconds(options.timeout())))
        .withThinking(options.thinking())
        .withHeaders(headers(options.headers()))
        .withExtraBody(options.extraBody())
        .withProxies(Proxies.of(environment.variables()));
  }

  private ApiKey key(EndpointOptions options) {
    if (options.apiKeyFile().isPresent()) {
      return ApiKey.ofFile(environment.resolve(options.apiKeyFile().get()));
    }
    String name = options.apiKeyVariable();
    return environment
        .variable(name)
        .map(secret -> ApiKey.of(secret, "the variable " + name))
        .orElseGet(
            () -> {
              if (!name.equals(EndpointOptions.USUAL_KEY_VARIABLE)) {
                throw new UsageException("--api-key-variable " + name + ": it is not set");
              }
              return ApiKey.none();
            });
  }

  private Map<String, String> headers(Map<String, String> given) {
    Map<String, String> headers = new LinkedHashMap<>();
    given.forEach((name, value) -> headers.put(name, header(name, value)));
    return headers;
  }

  private String header(String name, String value) {
    if (value.startsWith("$")) {
      String variable = value.substring(1);
      return environment
          .variable(variable)
          .orElseThrow(
              () -> new UsageException("--header " + name + ": " + variable + " is not set"));
    }
    if (SECRET_HEADER.matcher(name).matches()) {
      throw new UsageException(
          "--header "
              + name
              + ": put the secret into an environment variable and give its name: "
              + name
              + "=$NAME");
    }
    return value;
  }
}
