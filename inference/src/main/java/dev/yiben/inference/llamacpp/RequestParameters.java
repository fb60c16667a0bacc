package dev.yiben.inference.llamacpp;

import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.args.Sampler;
import dev.yiben.inference.GenerationRequest;
import dev.yiben.inference.OutputConstraint;
import dev.yiben.inference.Sampling;

/** Turns a request into llama.cpp's parameters. */
final class RequestParameters {
  private RequestParameters() {}

  /**
   * Returns the parameters.
   *
   * @param limit most tokens to generate
   * @param keeping whether what the slot holds may be taken up and is left for the next
   */
  static InferenceParameters of(
      GenerationRequest request, String prompt, int limit, boolean keeping) {
    InferenceParameters parameters =
        new InferenceParameters(prompt).setNPredict(limit).setCachePrompt(keeping);
    addSampling(parameters, request.sampling());
    if (request.constraint().isPresent()) {
      OutputConstraint constraint = request.constraint().get();
      if (constraint instanceof OutputConstraint.Grammar grammar) {
        parameters.setGrammar(grammar.gbnf());
      } else if (constraint instanceof OutputConstraint.JsonSchema json) {
        parameters.setGrammar(LlamaModel.jsonSchemaToGrammar(json.schema()));
      }
    }
    return parameters;
  }

  private static void addSampling(InferenceParameters parameters, Sampling sampling) {
    parameters.setTemperature((float) sampling.temperature());
    if (sampling.temperature() == 0) {
      parameters.setTopK(1).setSamplers(Sampler.TOP_K, Sampler.TEMPERATURE);
      return;
    }
    // In the order that the model was loaded with: penalties first, temperature last.
    parameters
        .setSeed(sampling.seed())
        .setTopK(sampling.topK())
        .setTopP((float) sampling.topP())
        .setMinP((float) sampling.minP())
        .setRepeatPenalty((float) sampling.repeatPenalty())
        .setFrequencyPenalty((float) sampling.frequencyPenalty())
        .setPresencePenalty((float) sampling.presencePenalty());
  }
}
