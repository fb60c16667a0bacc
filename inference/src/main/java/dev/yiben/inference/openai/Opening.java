package dev.yiben.inference.openai;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import dev.yiben.inference.openai.EndpointModels.Model;
import dev.yiben.inference.openai.EndpointPreset.GrammarField;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is found out about an endpoint before the first request.
 *
 * @param client speaks to it
 * @param model the model to ask
 * @param models all that it has, as far as it tells
 * @param window the model's context window
 */
record Opening(EndpointClient client, String model, List<String> models, ContextWindow window) {
  private static final int SHOWN = 30;

  /**
   * Asks an endpoint.
   *
   * @throws InferenceException if it cannot be reached, refuses the key or has no such model
   */
  static Opening of(OpenAiSettings settings) throws InterruptedException {
    EndpointClient client = new EndpointClient(settings);
    List<Model> models = models(client, settings.model().isPresent());
    client = versioned(recognised(client, models));
    String model = model(client, settings.model(), models);
    ContextWindow window = ContextWindow.of(client, model, models, settings.contextWindow());
    return new Opening(client, model, models.stream().map(Model::id).toList(), window);
  }

  private static List<Model> models(EndpointClient client, boolean mayLack)
      throws InterruptedException {
    if (client.address().preset().models() == EndpointPreset.ModelList.NONE) {
      return List.of();
    }
    // Some services have no list, and some keys may not see it, but answers come nevertheless.
    return mayLack ? EndpointModels.listIfThere(client) : EndpointModels.list(client);
  }

  /** Finds out what kind of server it is, if that is not known yet. */
  private static EndpointClient recognised(EndpointClient client, List<Model> models) {
    if (!client.address().preset().name().equals(EndpointAddress.UNKNOWN) || models.isEmpty()) {
      return client;
    }
    String owner = models.get(0).owner();
    return EndpointPreset.all().stream()
        .filter(preset -> preset.owners().contains(owner))
        .findFirst()
        .map(client::as)
        .orElse(client);
  }

  /** Tells older servers of a kind from newer ones. */
  private static EndpointClient versioned(EndpointClient client) throws InterruptedException {
    EndpointPreset preset = client.address().preset();
    if (preset.grammar() != GrammarField.STRUCTURED_OUTPUTS) {
      return client;
    }
    boolean older =
        client
            .find(client.address().server("version"))
            .map(document -> document.path("version").asString(""))
            .filter(version -> version.matches("0\\.(\\d|1[01])(\\..*)?"))
            .isPresent();
    return older ? client.as(preset.withGrammar(GrammarField.GUIDED_GRAMMAR)) : client;
  }

  private static String model(EndpointClient client, Optional<String> wanted, List<Model> models) {
    List<String> ids = models.stream().map(Model::id).toList();
    if (wanted.isPresent()) {
      return present(client, wanted.get(), ids);
    }
    if (ids.size() == 1) {
      return ids.get(0);
    }
    String shown =
        ids.stream().limit(SHOWN).collect(Collectors.joining(", "))
            + (ids.size() > SHOWN ? " and " + (ids.size() - SHOWN) + " more" : "");
    throw new InferenceException(
        Category.USER,
        ids.isEmpty()
            ? client.address() + " lists no models; name one with --model"
            : client.address() + " has several models; choose one with --model: " + shown);
  }

  private static String present(EndpointClient client, String wanted, List<String> ids) {
    boolean complete =
        client.address().preset().models() == EndpointPreset.ModelList.COMPLETE && !ids.isEmpty();
    if (!complete || ids.contains(wanted)) {
      return wanted;
    }
    if (ids.contains(wanted + ":latest")) {
      return wanted + ":latest";
    }
    throw new InferenceException(Category.USER, client.errors().noSuchModel(wanted, ids));
  }
}
