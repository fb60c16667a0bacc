package dev.yiben.cli;

import dev.yiben.inference.InferenceEngine;
import dev.yiben.inference.InferenceException;
import dev.yiben.inference.openai.ApiKey;
import dev.yiben.inference.openai.OpenAiEngine;
import dev.yiben.inference.openai.OpenAiSettings;
import dev.yiben.inference.pool.EnginePool;
import dev.yiben.inference.pool.Limits;
import dev.yiben.inference.pool.PoolListener;
import dev.yiben.inference.pool.PoolMember;
import dev.yiben.inference.pool.PoolSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Opens the endpoints of the options as one engine, and tells of their outages. */
final class EndpointPool implements PoolListener {
  private final Environment environment;
  private final Console console;

  EndpointPool(Environment environment, Console console) {
    this.environment = environment;
    this.console = console;
  }

  /**
   * Opens one endpoint, or all of a file.
   *
   * @throws UsageException if the file makes no sense
   * @throws dev.yiben.inference.InferenceException if no endpoint can be asked
   */
  InferenceEngine open(EngineOptions options) throws InterruptedException {
    LimitOptions limits = options.limits();
    Limits usual = limits.limits(options.jobs());
    Optional<EndpointsFile> file =
        limits.endpoints().map(environment::resolve).map(path -> EndpointsFile.read(path, usual));
    List<PoolMember> members = new ArrayList<>();
    if (file.isPresent()) {
      file.get().entries().forEach(entry -> members.add(member(entry, options)));
    } else {
      String endpoint = options.endpoint().endpoint().orElseThrow();
      members.add(
          member(
              new Endpoints(environment).settings(endpoint, options.endpoint()),
              options.model(),
              options.contextLength(),
              1,
              usual));
    }
    boolean mixed = file.map(EndpointsFile::mixedModels).orElse(false);
    try {
      return EnginePool.open(members, new PoolSettings(limits.outageLimit(), mixed), this);
    } catch (InferenceException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      throw e;
    }
  }

  private PoolMember member(EndpointEntry entry, EngineOptions options) {
    return member(
        new Endpoints(environment)
            .settings(entry.endpoint(), options.endpoint())
            .withKey(key(entry)),
        entry.model().or(options::model),
        entry.contextLength() == 0 ? options.contextLength() : entry.contextLength(),
        entry.weight(),
        entry.limits());
  }

  private PoolMember member(
      OpenAiSettings endpoint,
      Optional<String> model,
      int contextLength,
      int weight,
      Limits limits) {
    OpenAiSettings settings =
        endpoint
            .withModel(model)
            .withContextWindow(contextLength)
            .withConcurrency(limits.concurrency());
    String key = settings.key().origin();
    String name = settings.address() + (key.isEmpty() ? "" : " (key from " + key + ")");
    console.detail("endpoint: " + name);
    return new PoolMember(name, () -> OpenAiEngine.open(settings), weight, limits);
  }

  /** The key of the options is none of theirs, since it would go to all of them. */
  private ApiKey key(EndpointEntry entry) {
    Optional<Path> file = entry.keyFile();
    if (file.isPresent()) {
      return ApiKey.ofFile(environment.resolve(file.get()));
    }
    return entry
        .keyVariable()
        .map(
            name ->
                environment
                    .variable(name)
                    .map(secret -> ApiKey.of(secret, "the variable " + name))
                    .orElseThrow(
                        () ->
                            new UsageException(
                                entry.place() + ": the variable " + name + " is not set")))
        .orElseGet(ApiKey::none);
  }

  @Override
  public void onTrouble(String line) {
    console.warning(line);
  }

  @Override
  public void onRelief(String line) {
    console.info(line);
  }
}
