package dev.yiben.inference.openai;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Pieces of answers as a {@link StandInServer} writes them. */
final class Chunks {
  private static final JsonMapper JSON = new JsonMapper();

  private final boolean ollama;

  Chunks(EndpointPreset preset) {
    ollama = preset.api() == EndpointPreset.Api.OLLAMA;
  }

  String text(String text) {
    return ollama ? message("content", text) : delta("content", text);
  }

  String thinking(String text) {
    return ollama ? message("thinking", text) : delta("reasoning_content", text);
  }

  private String message(String field, String text) {
    ObjectNode line = JSON.createObjectNode().put("model", "stand-in").put("done", false);
    line.putObject("message").put("role", "assistant").put("content", "").put(field, text);
    return line + "\n";
  }

  private String delta(String field, String text) {
    ObjectNode chunk = JSON.createObjectNode().put("object", "chat.completion.chunk");
    ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
    choice.putObject("delta").put(field, text);
    choice.putNull("finish_reason");
    return "data: " + chunk + "\n\n";
  }

  /** Returns what must be passed over. */
  String comment() {
    return ollama ? "" : ": PROCESSING\n\nevent: message\nid: 7\n\n";
  }

  /** Returns a chunk without any choice. */
  String empty() {
    return ollama
        ? "{\"done\":true}\n"
        : "data: {\"object\":\"chat.completion.chunk\",\"choices\":[]}\n\n";
  }

  String finish(int prompt, int generated) {
    if (ollama) {
      ObjectNode line =
          JSON.createObjectNode()
              .put("model", "stand-in")
              .put("done", true)
              .put("done_reason", "stop")
              .put("prompt_eval_count", prompt)
              .put("eval_count", generated);
      line.putObject("message").put("role", "assistant").put("content", "");
      return line + "\n";
    }
    ObjectNode last = JSON.createObjectNode();
    ObjectNode choice = last.putArray("choices").addObject().put("finish_reason", "stop");
    choice.putObject("delta");
    ObjectNode usage = JSON.createObjectNode();
    usage.putArray("choices");
    usage
        .putObject("usage")
        .put("prompt_tokens", prompt)
        .put("completion_tokens", generated)
        .putObject("prompt_tokens_details")
        .put("cached_tokens", prompt / 2);
    return "data: " + last + "\n\ndata: " + usage + "\n\n";
  }

  String end() {
    return ollama ? "" : "data: [DONE]\n\n";
  }
}
