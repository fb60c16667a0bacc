package dev.yiben.inference.load;

import dev.yiben.inference.Choice;
import dev.yiben.inference.gguf.MemoryEstimate;
import java.util.List;

/**
 * The values that a model is loaded with, where the settings left them open.
 *
 * @param window tokens of the context window of each slot
 * @param threads threads for one token after the other
 * @param batchThreads threads for prompts
 * @param batch most tokens of prompts at once
 * @param microBatch most tokens that are computed at once
 * @param flashAttention whether attention is computed piece by piece
 * @param gpuLayers layers of the model that run on graphics processors
 * @param estimate the memory that it will take, without a draft model
 * @param draft the memory that the draft model will take, with its contexts
 * @param choices all of it for people, with reasons
 */
public record LoadPlan(
    int window,
    int threads,
    int batchThreads,
    int batch,
    int microBatch,
    boolean flashAttention,
    int gpuLayers,
    MemoryEstimate estimate,
    long draft,
    List<Choice> choices) {
  public LoadPlan {
    choices = List.copyOf(choices);
  }
}
