package dev.yiben.cli.bench;

import dev.yiben.inference.gguf.BpeVocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Makes models that cost what real ones of their shape cost, and whose answers are known.
 *
 * <p>The weights are random, but the last matrix of each half of a layer is zero: everything is
 * computed and nothing comes of it, so that the next token depends on the last one only. An
 * obedient model then answers n numbered lines with n numbered lines of {@value #LINE_TOKENS}
 * tokens; an unruly one writes whatever its random weights say.
 */
final class BenchModel {
  static final int LINE_TOKENS = 24;
  static final int MOST_LINES = 9;

  private static final int FIRST_CHARACTER = 0x5000;
  private static final List<String> LINE_ENDS =
      List.of("。", "！", "？", "；", "、", "：", "～", "」", "』");
  private static final String TEMPLATE =
      "{% for message in messages %}<|im_start|>{{ message['role'] }}\n"
          + "{{ message['content'] }}<|im_end|>\n{% endfor %}"
          + "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}";

  private final Shape shape;
  private final boolean obedient;
  private final BpeVocabulary vocabulary;

  private BenchModel(Shape shape, boolean obedient) {
    this.shape = shape;
    this.obedient = obedient;
    List<List<String>> combinations = new ArrayList<>();
    for (int line = 1; line <= MOST_LINES; line++) {
      combinations.add(List.of("|", character(line, 0)));
      combinations.add(List.of(LINE_ENDS.get(line - 1), "\n"));
    }
    vocabulary = BpeVocabulary.large(shape.vocabulary(), BenchText.WORDS, combinations);
  }

  /** Returns a model's file, which is written where it is not there yet. */
  static Path file(Path folder, Shape shape, boolean obedient) throws IOException {
    Path file =
        folder.resolve(
            "bench-%d-%d-%d-%s.gguf"
                .formatted(
                    shape.layers(),
                    shape.width(),
                    shape.vocabulary(),
                    obedient ? "obedient" : "unruly"));
    if (!Files.exists(file)) {
      Path part = file.resolveSibling(file.getFileName() + ".part");
      new BenchModel(shape, obedient).write(part);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return file;
  }

  private static String character(int line, int place) {
    return Character.toString(FIRST_CHARACTER + line * LINE_TOKENS + place);
  }

  private void write(Path file) throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    int keys = shape.width() / shape.heads() * shape.keyHeads();
    GgufFile gguf = new GgufFile();
    metadata(gguf);
    gguf.matrix("token_embd.weight", shape.width(), shape.vocabulary(), this::embedding);
    gguf.matrix("output.weight", shape.width(), shape.vocabulary(), output());
    gguf.ones("output_norm.weight", shape.width());
    for (int layer = 0; layer < shape.layers(); layer++) {
      String block = "blk." + layer + ".";
      gguf.ones(block + "attn_norm.weight", shape.width());
      gguf.ones(block + "ffn_norm.weight", shape.width());
      gguf.random(block + "attn_q.weight", shape.width(), shape.width(), random.split());
      gguf.random(block + "attn_k.weight", shape.width(), keys, random.split());
      gguf.random(block + "attn_v.weight", shape.width(), keys, random.split());
      gguf.zeros(block + "attn_output.weight", shape.width(), shape.width());
      gguf.random(block + "ffn_gate.weight", shape.width(), shape.inner(), random.split());
      gguf.random(block + "ffn_up.weight", shape.width(), shape.inner(), random.split());
      gguf.zeros(block + "ffn_down.weight", shape.inner(), shape.width());
    }
    gguf.write(file);
  }

  private void metadata(GgufFile gguf) {
    gguf.text("general.architecture", "llama");
    gguf.text("general.name", "bench " + shape);
    gguf.number("llama.context_length", 8192);
    gguf.number("llama.embedding_length", shape.width());
    gguf.number("llama.block_count", shape.layers());
    gguf.number("llama.feed_forward_length", shape.inner());
    gguf.number("llama.attention.head_count", shape.heads());
    gguf.number("llama.attention.head_count_kv", shape.keyHeads());
    gguf.fraction("llama.attention.layer_norm_rms_epsilon", 1e-6f);
    gguf.number("general.file_type", 7);
    gguf.text("tokenizer.ggml.model", "gpt2");
    gguf.text("tokenizer.ggml.pre", "qwen2");
    gguf.texts("tokenizer.ggml.tokens", vocabulary.tokens());
    List<Integer> types = new ArrayList<>();
    for (int id = 0; id < vocabulary.tokens().size(); id++) {
      types.add(vocabulary.isControl(id) ? 3 : 1);
    }
    gguf.numbers("tokenizer.ggml.token_type", types);
    gguf.texts("tokenizer.ggml.merges", vocabulary.merges());
    gguf.number("tokenizer.ggml.bos_token_id", vocabulary.id("<|endoftext|>"));
    gguf.number("tokenizer.ggml.eos_token_id", vocabulary.id(BpeVocabulary.END));
    gguf.flag("tokenizer.ggml.add_bos_token", false);
    gguf.text("tokenizer.chat_template", TEMPLATE);
  }

  /** Fills the vector of a token: random signs, so that any two are nearly perpendicular. */
  private void embedding(int token, float[] vector) {
    SplittableRandom random = new SplittableRandom(token * 31L + 5);
    for (int i = 0; i < vector.length; i++) {
      vector[i] = random.nextBoolean() ? 1 : -1;
    }
  }

  private GgufFile.Rows output() {
    Map<Integer, Map<Integer, Float>> before = obedient ? successors() : Map.of();
    return (token, row) -> {
      SplittableRandom random = new SplittableRandom(token * 17L + 3);
      float noise = obedient ? 0.004f : 0.05f;
      for (int i = 0; i < row.length; i++) {
        row[i] = (float) (random.nextDouble() - 0.5) * noise;
      }
      float[] vector = new float[row.length];
      before
          .getOrDefault(token, Map.of())
          .forEach(
              (last, weight) -> {
                embedding(last, vector);
                for (int i = 0; i < row.length; i++) {
                  row[i] += weight * vector[i];
                }
              });
    };
  }

  /** Returns which tokens each token follows, and how surely. */
  private Map<Integer, Map<Integer, Float>> successors() {
    Map<Integer, Map<Integer, Float>> before = new HashMap<>();
    int end = vocabulary.id(BpeVocabulary.END);
    follow(before, vocabulary.id("\n"), vocabulary.id("1"), 1);
    for (int line = 1; line <= MOST_LINES; line++) {
      int last = vocabulary.id("|" + character(line, 0));
      follow(before, vocabulary.id(String.valueOf(line)), last, 1);
      for (int place = 1; place < LINE_TOKENS - 3; place++) {
        int next = vocabulary.id(character(line, place));
        follow(before, last, next, 1);
        last = next;
      }
      int lineEnd = vocabulary.id(LINE_ENDS.get(line - 1) + "\n");
      follow(before, last, lineEnd, 1);
      // The grammar refuses a line end after the last line, and this is what is left then.
      follow(before, last, end, 0.7f);
      if (line < MOST_LINES) {
        follow(before, lineEnd, vocabulary.id(String.valueOf(line + 1)), 1);
      }
    }
    return before;
  }

  private static void follow(
      Map<Integer, Map<Integer, Float>> before, int token, int next, float weight) {
    before.computeIfAbsent(next, any -> new HashMap<>()).merge(token, 0.05f * weight, Float::sum);
  }
}
