package dev.yiben.inference.openai;

import dev.yiben.inference.InferenceException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Lists the models that an endpoint has. */
public final class EndpointModels {
  private static final int MOST = 10_000;

  /**
   * A model of an endpoint.
   *
   * @param id what requests call it
   * @param owner who the endpoint says owns it; empty if it does not
   * @param contextWindow tokens that a prompt and its answer may take together; 0 if it is not told
   */
  public record Model(String id, String owner, int contextWindow) {}

  private EndpointModels() {}

  /**
   * Asks an endpoint for its models.
   *
   * @return the models in the endpoint's order; none if it lists none
   * @throws InferenceException if it cannot be asked; the message says what to do
   * @throws InterruptedException if the thread is interrupted
   */
  public static List<Model> list(OpenAiSettings settings) throws InterruptedException {
    return list(new EndpointClient(settings));
  }

  static List<Model> list(EndpointClient client) throws InterruptedException {
    return read(client.get(place(client.address())), client.redaction());
  }

  /** Asks for the models where there may be no list, or not for this key. */
  static List<Model> listIfThere(EndpointClient client) throws InterruptedException {
    return client
        .getIfThere(place(client.address()))
        .map(document -> read(document, client.redaction()))
        .orElse(List.of());
  }

  private static URI place(EndpointAddress address) {
    return address.api(address.preset().api() == EndpointPreset.Api.OLLAMA ? "api/tags" : "models");
  }

  private static List<Model> read(JsonNode document, Redaction redaction) {
    JsonNode entries =
        document.isArray()
            ? document
            : document.path("data").isArray() ? document.path("data") : document.path("models");
    List<Model> models = new ArrayList<>();
    for (JsonNode entry : entries) {
      String id = id(entry);
      if (!id.isEmpty() && models.size() < MOST) {
        models.add(
            new Model(
                redaction.apply(OneLine.of(id)),
                redaction.apply(OneLine.of(entry.path("owned_by").asString(""))),
                window(entry)));
      }
    }
    return List.copyOf(models);
  }

  private static String id(JsonNode entry) {
    String id = entry.path("id").asString("");
    return id.isEmpty() ? entry.path("name").asString("") : id;
  }

  /** Returns what vLLM, SGLang, OpenRouter, Mistral, Groq and others tell of a model's context. */
  private static int window(JsonNode entry) {
    for (String field :
        new String[] {
          "max_model_len", "context_length", "max_context_length", "context_window", "context_size"
        }) {
      int window = entry.path(field).asInt(0);
      if (window > 0) {
        return window;
      }
    }
    return 0;
  }
}
