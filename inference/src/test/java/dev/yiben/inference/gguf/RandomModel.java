package dev.yiben.inference.gguf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Writes models in the shapes of real ones, a thousand times as small and with random weights:
 * always the same for the same shape.
 *
 * <p>They say nothing with sense, and so try out all that a model could say.
 */
public final class RandomModel {
  private static final List<String> WORDS =
      List.of("the", "old", "keeper", "opens", "door", "and", "sees", "sea", "lamp", "user");
  private static final String CHARACTERS = "，。！？的一是在不了有和人这中大为上个国我以要他时来用们生到作";
  private static final String CHATML =
      "{% for message in messages %}<|im_start|>{{ message['role'] }}\n"
          + "{{ message['content'] }}<|im_end|>\n{% endfor %}"
          + "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}";
  private static final String TURNS =
      "{{ bos_token }}{% for message in messages %}<start_of_turn>"
          + "{{ 'model' if message['role'] == 'assistant' else 'user' }}\n"
          + "{{ message['content'] | trim }}<end_of_turn>\n{% endfor %}"
          + "{% if add_generation_prompt %}<start_of_turn>model\n{% endif %}";

  private static final int WINDOW = 2048;
  private static final int WIDTH = 64;
  private static final int INNER = 128;
  private static final int HEADS = 4;
  private static final int KEY_HEADS = 2;
  // Wider than the width divided by the heads, as in the real ones.
  private static final int HEAD = 32;

  private static final int SLIDING = 64;

  private final GgufBuilder gguf = new GgufBuilder();
  private final SplittableRandom random = new SplittableRandom(11);
  private final String architecture;
  private final int layers;
  private String splitter = "qwen2";

  private RandomModel(String architecture, int layers) {
    this.architecture = architecture;
    this.layers = layers;
  }

  /**
   * Writes a Qwen3 model of some hundred tokens: norms of queries and keys, one matrix of tokens.
   */
  public static Path qwen3(Path file) throws IOException {
    return qwen3(BpeVocabulary.small(WORDS), true, file);
  }

  /** Writes a Qwen3 model whose texts are split into words as those of another model. */
  public static Path qwen3(Path file, String splitter) throws IOException {
    RandomModel model = new RandomModel("qwen3", 2);
    model.splitter = splitter;
    return model.qwen3(BpeVocabulary.small(WORDS), true).write(file);
  }

  /** Writes a Qwen3 model with a matrix of its own for the output. */
  public static Path untiedQwen3(Path file) throws IOException {
    return qwen3(BpeVocabulary.small(WORDS), false, file);
  }

  /** Writes a Qwen3 model of so many tokens, of which there should be 30,000 at least. */
  public static Path qwen3(int tokens, Path file) throws IOException {
    return qwen3(BpeVocabulary.large(tokens, WORDS, List.of()), true, file);
  }

  private static Path qwen3(BpeVocabulary vocabulary, boolean tied, Path file) throws IOException {
    return new RandomModel("qwen3", 2).qwen3(vocabulary, tied).write(file);
  }

  private GgufBuilder qwen3(BpeVocabulary vocabulary, boolean tied) {
    describe();
    describe(vocabulary);
    tokens(vocabulary.tokens().size(), tied, "output_norm");
    for (int layer = 0; layer < layers; layer++) {
      norm(layer, "attn_norm", WIDTH);
      attention(layer, HEADS * HEAD, HEAD);
      norm(layer, "ffn_norm", WIDTH);
      feedForward(layer);
    }
    return gguf;
  }

  /**
   * Writes a Gemma 3 model: five layers that see {@value #SLIDING} tokens and one that sees all,
   * norms before and after each half, pieces with scores.
   */
  public static Path gemma3(Path file) throws IOException {
    RandomModel model = new RandomModel("gemma3", 6);
    model.describe();
    model.gguf.number("gemma3.attention.sliding_window", SLIDING);
    PieceVocabulary vocabulary = new PieceVocabulary(CHARACTERS, WORDS);
    vocabulary.describe(model.gguf);
    model.gguf.text("tokenizer.chat_template", TURNS);
    model.tokens(vocabulary.size(), true, "output_norm");
    for (int layer = 0; layer < model.layers; layer++) {
      model.norm(layer, "attn_norm", WIDTH);
      model.attention(layer, HEADS * HEAD, HEAD);
      model.norm(layer, "post_attention_norm", WIDTH);
      model.norm(layer, "ffn_norm", WIDTH);
      model.feedForward(layer);
      model.norm(layer, "post_ffw_norm", WIDTH);
    }
    return model.gguf.write(file);
  }

  /**
   * Writes a Qwen3.5 model: of four layers the last one attends, the others keep a state that has
   * no past to go back to.
   */
  public static Path qwen35(Path file) throws IOException {
    RandomModel model = new RandomModel("qwen35", 4);
    int state = 32;
    int keys = 2;
    int values = 4;
    int kernel = 4;
    int inner = state * values;
    int mixed = 2 * state * keys + inner;
    model.describe();
    model
        .gguf
        .number("qwen35.ssm.conv_kernel", kernel)
        .number("qwen35.ssm.inner_size", inner)
        .number("qwen35.ssm.state_size", state)
        .number("qwen35.ssm.time_step_rank", values)
        .number("qwen35.ssm.group_count", keys)
        .number("qwen35.full_attention_interval", 4)
        .numbers("qwen35.rope.dimension_sections", 4, 2, 2, 0)
        .number("qwen35.rope.dimension_count", HEAD / 2);
    BpeVocabulary vocabulary = BpeVocabulary.small(WORDS);
    model.describe(vocabulary);
    model.tokens(vocabulary.tokens().size(), true, "output_norm");
    for (int layer = 0; layer < model.layers; layer++) {
      model.norm(layer, "attn_norm", WIDTH);
      model.norm(layer, "post_attention_norm", WIDTH);
      if (layer == model.layers - 1) {
        // Each query comes with a gate of its own.
        model.attention(layer, 2 * HEADS * HEAD, HEAD);
      } else {
        model.matrix(layer, "attn_qkv", WIDTH, mixed);
        model.matrix(layer, "attn_gate", WIDTH, inner);
        model.matrix(layer, "ssm_conv1d", kernel, mixed);
        model.vector("blk." + layer + ".ssm_dt.bias", values, 0);
        model.vector("blk." + layer + ".ssm_a", values, -1);
        model.matrix(layer, "ssm_beta", WIDTH, values);
        model.matrix(layer, "ssm_alpha", WIDTH, values);
        model.norm(layer, "ssm_norm", state);
        model.matrix(layer, "ssm_out", inner, WIDTH);
      }
      model.feedForward(layer);
    }
    return model.gguf.write(file);
  }

  /** Writes an LFM2 model: a short convolution and a layer that attends. */
  public static Path lfm2(Path file) throws IOException {
    RandomModel model = new RandomModel("lfm2", 2);
    int kernel = 3;
    model.describeLayers();
    model
        .gguf
        // A layer without heads is one that does not attend.
        .numbers("lfm2.attention.head_count_kv", 0, KEY_HEADS)
        .number("lfm2.shortconv.l_cache", kernel);
    BpeVocabulary vocabulary = BpeVocabulary.small(WORDS);
    model.describe(vocabulary);
    model.tokens(vocabulary.tokens().size(), true, "token_embd_norm");
    for (int layer = 0; layer < model.layers; layer++) {
      model.norm(layer, "attn_norm", WIDTH);
      model.norm(layer, "ffn_norm", WIDTH);
      if (layer == model.layers - 1) {
        model.attention(layer, WIDTH, WIDTH / HEADS);
      } else {
        model.matrix(layer, "shortconv.in_proj", WIDTH, 3 * WIDTH);
        model.matrix(layer, "shortconv.conv", kernel, WIDTH);
        model.matrix(layer, "shortconv.out_proj", WIDTH, WIDTH);
      }
      model.feedForward(layer);
    }
    return model.gguf.write(file);
  }

  /** Writes a sound file whose architecture nobody knows. */
  public static Path unknown(Path file) throws IOException {
    RandomModel model = new RandomModel("tomorrow", 1);
    model.describe();
    BpeVocabulary vocabulary = BpeVocabulary.small(WORDS);
    model.describe(vocabulary);
    model.tokens(vocabulary.tokens().size(), true, "output_norm");
    return model.gguf.write(file);
  }

  /** Describes attention with heads of a width of their own. */
  private void describe() {
    describeLayers();
    gguf.number(architecture + ".attention.head_count_kv", KEY_HEADS)
        .number(architecture + ".attention.key_length", HEAD)
        .number(architecture + ".attention.value_length", HEAD);
  }

  private void describeLayers() {
    gguf.text("general.architecture", architecture)
        .text("general.name", "random " + architecture)
        .number("general.file_type", 0)
        .number(architecture + ".context_length", WINDOW)
        .number(architecture + ".embedding_length", WIDTH)
        .number(architecture + ".block_count", layers)
        .number(architecture + ".feed_forward_length", INNER)
        .number(architecture + ".attention.head_count", HEADS)
        .fraction(architecture + ".attention.layer_norm_rms_epsilon", 1e-6f)
        .fraction(architecture + ".rope.freq_base", 1_000_000);
  }

  private void describe(BpeVocabulary vocabulary) {
    List<String> tokens = vocabulary.tokens();
    int[] types = new int[tokens.size()];
    for (int id = 0; id < types.length; id++) {
      types[id] = vocabulary.isControl(id) ? 3 : 1;
    }
    gguf.text("tokenizer.ggml.model", "gpt2")
        .text("tokenizer.ggml.pre", splitter)
        .texts("tokenizer.ggml.tokens", tokens.toArray(String[]::new))
        .numbers("tokenizer.ggml.token_type", types)
        .texts("tokenizer.ggml.merges", vocabulary.merges().toArray(String[]::new))
        .number("tokenizer.ggml.bos_token_id", vocabulary.id("<|endoftext|>"))
        .number("tokenizer.ggml.eos_token_id", vocabulary.id(BpeVocabulary.END))
        .flag("tokenizer.ggml.add_bos_token", false)
        .text("tokenizer.chat_template", CHATML);
  }

  private void tokens(int count, boolean tied, String norm) {
    matrix("token_embd.weight", WIDTH, count);
    vector(norm + ".weight", WIDTH, 1);
    if (!tied) {
      matrix("output.weight", WIDTH, count);
    }
  }

  private void attention(int layer, int queries, int head) {
    matrix(layer, "attn_q", WIDTH, queries);
    matrix(layer, "attn_k", WIDTH, KEY_HEADS * head);
    matrix(layer, "attn_v", WIDTH, KEY_HEADS * head);
    matrix(layer, "attn_output", HEADS * head, WIDTH);
    norm(layer, "attn_q_norm", head);
    norm(layer, "attn_k_norm", head);
  }

  private void feedForward(int layer) {
    matrix(layer, "ffn_gate", WIDTH, INNER);
    matrix(layer, "ffn_up", WIDTH, INNER);
    matrix(layer, "ffn_down", INNER, WIDTH);
  }

  private void norm(int layer, String name, int size) {
    vector("blk." + layer + "." + name + ".weight", size, 1);
  }

  private void vector(String name, int size, float about) {
    float[] numbers = new float[size];
    for (int i = 0; i < size; i++) {
      numbers[i] = about + 0.1f * (float) (random.nextDouble() - 0.5);
    }
    gguf.tensor(name, numbers, size);
  }

  private void matrix(int layer, String name, int columns, int rows) {
    matrix("blk." + layer + "." + name + ".weight", columns, rows);
  }

  private void matrix(String name, int columns, int rows) {
    float[] numbers = new float[columns * rows];
    // So that what comes out is about as large as what goes in.
    double scale = Math.sqrt(12.0 / columns);
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) (scale * (random.nextDouble() - 0.5));
    }
    gguf.tensor(name, numbers, columns, rows);
  }
}
