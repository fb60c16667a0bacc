package dev.yiben.inference.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import dev.yiben.inference.libllama.LlamaLibrary;
import dev.yiben.inference.runtime.RuntimeForTests;
import dev.yiben.inference.runtime.RuntimeLibraries;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Compares our grammars with llama.cpp's own, token by token, with the vocabulary of a model. */
public final class GrammarJudge implements AutoCloseable {
  /** A candidate is a token, its logit and its probability. */
  private static final int CANDIDATE_INTS = 3;

  private static final int LIKELY = Float.floatToIntBits(1);
  private static final int ARRAY_SIZE = 32;
  private static final int ROOM = 256;

  private final SamplerApi llama;
  private final Pointer model;
  private final Pointer vocabulary;
  private final int size;
  private final Memory candidates;
  private final int[] fresh;
  private final Memory array = new Memory(ARRAY_SIZE);
  private final BitSet compared = new BitSet();
  private final BitSet partial = new BitSet();
  private final TokenTable table;
  private final GrammarCache cache;

  private GrammarJudge(SamplerApi llama, Path file) {
    this.llama = llama;
    model = llama.llama_model_load_from_file(file.toString(), llama.llama_model_default_params());
    assertThat(model).as("model " + file).isNotNull();
    vocabulary = llama.llama_model_get_vocab(model);
    size = llama.llama_vocab_n_tokens(vocabulary);
    candidates = new Memory((long) CANDIDATE_INTS * Integer.BYTES * size);
    fresh = new int[CANDIDATE_INTS * size];
    for (int token = 0; token < size; token++) {
      fresh[CANDIDATE_INTS * token] = token;
      fresh[CANDIDATE_INTS * token + 1] = LIKELY;
    }
    table = table();
    cache = new GrammarCache(table);
  }

  /** Opens the judge with the vocabulary of a model; skips the test where there is no llama.cpp. */
  public static GrammarJudge open(Path model) {
    RuntimeLibraries files = RuntimeForTests.required().libraries();
    LlamaLibrary.load(files);
    // As the library itself is loaded, so that its names do not become those of the whole process.
    int local = Platform.isMac() ? 2 | 4 : Platform.isWindows() ? -1 : 2;
    Map<String, Object> options =
        Map.of(Library.OPTION_OPEN_FLAGS, local, Library.OPTION_STRING_ENCODING, "UTF-8");
    return new GrammarJudge(
        Native.load(files.llama().toString(), SamplerApi.class, options), model);
  }

  private TokenTable table() {
    List<byte[]> pieces = new ArrayList<>();
    BitSet ends = new BitSet();
    BitSet never = new BitSet();
    for (int token = 0; token < size; token++) {
      byte[] piece = new byte[ROOM];
      int length = llama.llama_token_to_piece(vocabulary, token, piece, ROOM, 0, (byte) 0);
      pieces.add(Arrays.copyOf(piece, Math.max(0, length)));
      ends.set(token, llama.llama_vocab_is_eog(vocabulary, token) != 0);
      never.set(token, llama.llama_vocab_is_control(vocabulary, token) != 0);
      compared.set(
          token, ends.get(token) || (!never.get(token) && isCharacters(pieces.get(token))));
      partial.set(token, endsWithin(pieces.get(token)));
    }
    return new TokenTable(pieces, ends, never);
  }

  /** Returns the tokens of the model. */
  public TokenTable tokens() {
    return table;
  }

  /**
   * Walks through a grammar by chance and compares what may come at each place.
   *
   * @return the number of places, or 0 if llama.cpp does not take the grammar
   */
  public int compare(String grammar, long seed, int steps) {
    Pointer sampler = llama.llama_sampler_init_grammar(vocabulary, grammar, "root");
    if (sampler == null) {
      return 0;
    }
    try {
      return walk(sampler, cache.of(grammar).start(), grammar, new Random(seed), steps);
    } finally {
      llama.llama_sampler_free(sampler);
    }
  }

  private int walk(Pointer sampler, GrammarState start, String grammar, Random random, int steps) {
    GrammarState state = start;
    StringBuilder before = new StringBuilder();
    int step = 0;
    while (step < steps) {
      BitSet theirs = theirs(sampler);
      BitSet ours = state.allowed();
      ours.and(compared);
      BitSet different = (BitSet) ours.clone();
      different.xor(theirs);
      // Before the rest of a character is there, llama.cpp takes it for a forbidden one if it can.
      BitSet unknownYet = (BitSet) ours.clone();
      unknownYet.and(partial);
      different.andNot(unknownYet);
      String where = "after «" + before + "» in " + shortened(grammar);
      assertThat(different.stream().mapToObj(this::text).toList()).as(where).isEmpty();
      step++;
      ours.and(theirs);
      int token = next(ours, state, random);
      if (token < 0) {
        break;
      }
      llama.llama_sampler_accept(sampler, token);
      assertThat(state.allows(token)).as(where).isTrue();
      state = state.after(token);
      before.append(text(token));
    }
    return step;
  }

  /** Returns a token after which the grammar is elsewhere, if that is to be found soon. */
  private int next(BitSet allowed, GrammarState state, Random random) {
    int[] tokens = allowed.stream().filter(this::mayBeTaken).toArray();
    if (tokens.length == 0) {
      return -1;
    }
    int token = tokens[random.nextInt(tokens.length)];
    boolean elsewhere = random.nextInt(3) == 0;
    for (int tries = 0; elsewhere && tries < tokens.length; tries++) {
      token = tokens[(random.nextInt(tokens.length) + tries) % tokens.length];
      elsewhere = state.after(token).state() == state.state();
    }
    return token;
  }

  private BitSet theirs(Pointer sampler) {
    candidates.write(0, fresh, 0, fresh.length);
    array.clear();
    array.setPointer(0, candidates);
    array.setLong(8, size);
    array.setLong(16, -1);
    llama.llama_sampler_apply(sampler, array);
    BitSet allowed = new BitSet();
    int[] judged = new int[fresh.length];
    candidates.read(0, judged, 0, judged.length);
    for (int i = 0; i < judged.length; i += CANDIDATE_INTS) {
      allowed.set(judged[i], judged[i + 1] == LIKELY);
    }
    allowed.and(compared);
    return allowed;
  }

  private String text(int token) {
    return token + ":" + new String(table.piece(token), StandardCharsets.UTF_8);
  }

  private static String shortened(String grammar) {
    return grammar.length() < 2000 ? grammar : grammar.substring(0, 2000) + "…";
  }

  /**
   * Whether a token is characters, perhaps with parts of ones at its ends, as llama.cpp expects.
   */
  private static boolean isCharacters(byte[] piece) {
    int at = 0;
    while (at < piece.length && at < 3 && (piece[at] & 0xC0) == 0x80) {
      at++;
    }
    while (at < piece.length) {
      int lead = piece[at] & 0xFF;
      if (lead == 0 || lead > 0xF4 || (lead >= 0x80 && lead < 0xC2)) {
        return false;
      }
      int end = at + (lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4);
      for (at++; at < Math.min(end, piece.length); at++) {
        if ((piece[at] & 0xC0) != 0x80) {
          return false;
        }
      }
    }
    return piece.length > 0;
  }

  private static boolean endsWithin(byte[] piece) {
    return !new String(piece, StandardCharsets.UTF_8).isEmpty()
        && new String(piece, StandardCharsets.UTF_8).endsWith("\uFFFD");
  }

  /** llama.cpp does not mind overlong characters and halves of pairs after these bytes. */
  private boolean mayBeTaken(int token) {
    byte[] piece = table.piece(token);
    int last = piece.length == 0 ? 0 : piece[piece.length - 1] & 0xFF;
    return !table.isEnd(token) && last != 0xE0 && last != 0xED && last != 0xF0 && last != 0xF4;
  }

  @Override
  public void close() {
    llama.llama_model_free(model);
  }
}
