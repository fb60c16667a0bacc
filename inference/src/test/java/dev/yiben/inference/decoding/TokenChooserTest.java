package dev.yiben.inference.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.Sampling;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TokenChooserTest {
  private static final int[] NONE = {};
  private static final int DRAWS = 20_000;

  @Test
  void takesTheFirstOfTheMostProbableTokens() {
    for (int size : new int[] {1, 7, 8, 9, 40}) {
      for (int best = 0; best < size; best++) {
        float[] logits = new float[size];
        Arrays.fill(logits, -2);
        logits[best] = -1;
        logits[size - 1] = -1;
        assertThat(choose(Sampling.greedy(), logits)).isEqualTo(best);
      }
    }
  }

  @Test
  void choosesAsIfAllThatIsForbiddenHadNoWeight() {
    TestTokens tokens = TestTokens.of("ab", "bc", "好", "你好", "1|", " the", "the");
    List<Sampling> samplings =
        List.of(
            Sampling.greedy(),
            Sampling.of(0.7, 1),
            Sampling.of(4, 2),
            new Sampling(1, 3, 5, 1, 0, 1, 0, 0),
            new Sampling(1, 4, 40, 0.9, 0.05, 1.3, 0.5, 0.5),
            new Sampling(2, 5, 0, 0.8, 0, 1, 0, 0),
            new Sampling(0.5, 6, 0, 1, 0.1, 1.2, 0, 0),
            new Sampling(1, 7, 100_000, 0.99, 0, 1, 0, 0));
    Random random = new Random(1);
    for (int round = 0; round < 400; round++) {
      GrammarState state = tokens.state(RegularGrammar.random(round).gbnf());
      float[] logits = randomLogits(random, tokens.table().size(), round % 7);
      BitSet allowed = state.allowed();
      float[] masked = logits.clone();
      for (int token = 0; token < masked.length; token++) {
        masked[token] = allowed.get(token) ? masked[token] : Float.NEGATIVE_INFINITY;
      }
      int[] before = random.ints(100, 0, logits.length).toArray();
      Sampling sampling = samplings.get(round % samplings.size());
      int chosen = new TokenChooser(sampling).choose(logits, before, Optional.of(state));
      assertThat(chosen)
          .as("%s", sampling)
          .isEqualTo(new TokenChooser(sampling).choose(masked, before, Optional.empty()));
      assertThat(allowed.get(chosen)).isTrue();
    }
  }

  @Test
  void findsTheBestAmongManyTokensWhenFewAreAllowed() {
    String[] texts = new String[20_000];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = "x" + i + (i % 5000 == 77 ? "好" : "");
    }
    TestTokens tokens = TestTokens.of(texts);
    GrammarState state = tokens.state("root ::= \"x\" [0-9]+ \"好\"");
    Random random = new Random(1);
    for (Sampling sampling :
        List.of(Sampling.of(2, 1), new Sampling(1, 1, 2, 1, 0, 1, 0, 0), Sampling.greedy())) {
      float[] logits = randomLogits(random, tokens.table().size(), 3);
      BitSet allowed = new BitSet();
      for (int i = 77; i < texts.length; i += 5000) {
        allowed.set(tokens.token(texts[i]));
        logits[tokens.token(texts[i])] -= 2;
      }
      GrammarState whole = TestTokens.after(state, "");
      int chosen = new TokenChooser(sampling).choose(logits, NONE, Optional.of(whole));
      assertThat(whole.allows(chosen)).isTrue();
    }
  }

  @Test
  void drawsByProbability() {
    float[] logits = {0, (float) Math.log(2), (float) Math.log(5), -1000};
    Map<Integer, Integer> counts = counts(Sampling.of(1, 7), logits);
    assertThat(counts).containsOnlyKeys(0, 1, 2);
    assertThat(counts.get(0) / (double) DRAWS).isCloseTo(1 / 8.0, within(0.015));
    assertThat(counts.get(1) / (double) DRAWS).isCloseTo(2 / 8.0, within(0.015));
    assertThat(counts.get(2) / (double) DRAWS).isCloseTo(5 / 8.0, within(0.015));
  }

  @Test
  void theTemperatureLevelsOrSharpens() {
    float[] logits = {0, (float) Math.log(4)};
    assertThat(counts(Sampling.of(2, 7), logits).get(1) / (double) DRAWS)
        .isCloseTo(2 / 3.0, within(0.015));
    assertThat(counts(Sampling.of(0.5, 7), logits).get(1) / (double) DRAWS)
        .isCloseTo(16 / 17.0, within(0.015));
    assertThat(counts(Sampling.of(5, 7), new float[] {0, 100}).get(1)).isEqualTo(DRAWS);
    assertThat(counts(Sampling.of(5, 7), new float[] {0, 40})).containsKey(0);
  }

  @Test
  void leavesTheBestByTopK() {
    float[] logits = {1, 4, 3, 2, 3, 0, 0, 0, 0, 0};
    assertThat(counts(new Sampling(5, 1, 1, 1, 0, 1, 0, 0), logits)).containsOnlyKeys(1);
    assertThat(counts(new Sampling(5, 1, 2, 1, 0, 1, 0, 0), logits)).containsOnlyKeys(1, 2);
    assertThat(counts(new Sampling(5, 1, 3, 1, 0, 1, 0, 0), logits)).containsOnlyKeys(1, 2, 4);
    assertThat(counts(new Sampling(5, 1, 1000, 1, 0, 1, 0, 0), logits)).hasSize(10);
  }

  @Test
  void leavesTheMostProbableOnesByTopPBeforeTheTemperature() {
    // Probabilities 0.5, 0.3, 0.15, 0.05.
    float[] logits = logarithms(0.15, 0.5, 0.05, 0.3);
    assertThat(counts(new Sampling(5, 1, 0, 0.45, 0, 1, 0, 0), logits)).containsOnlyKeys(1);
    assertThat(counts(new Sampling(5, 1, 0, 0.55, 0, 1, 0, 0), logits)).containsOnlyKeys(1, 3);
    assertThat(counts(new Sampling(5, 1, 0, 0.9, 0, 1, 0, 0), logits)).containsOnlyKeys(0, 1, 3);
    assertThat(counts(new Sampling(5, 1, 0, 0.96, 0, 1, 0, 0), logits)).hasSize(4);
    // Of the two best, the first has 0.625.
    assertThat(counts(new Sampling(5, 1, 2, 0.6, 0, 1, 0, 0), logits)).containsOnlyKeys(1);
  }

  @Test
  void topPOfManyTokensCountsThemAll() {
    float[] logits = new float[10_000];
    TokenChooser chooser = new TokenChooser(new Sampling(1, 1, 0, 0.5, 0, 1, 0, 0));
    assertThat(IntStream.range(0, 200).map(i -> chooser.choose(logits, NONE, Optional.empty())))
        .allMatch(token -> token < 5000)
        .anyMatch(token -> token > 4500);
  }

  @Test
  void leavesOutByMinPWhatIsFarBelowTheBest() {
    float[] logits = logarithms(0.15, 0.5, 0.05, 0.3);
    assertThat(counts(new Sampling(5, 1, 0, 1, 0.2, 1, 0, 0), logits)).containsOnlyKeys(0, 1, 3);
    assertThat(counts(new Sampling(5, 1, 0, 1, 0.5, 1, 0, 0), logits)).containsOnlyKeys(1, 3);
    assertThat(counts(new Sampling(5, 1, 0, 1, 1, 1, 0, 0), logits)).containsOnlyKeys(1);
  }

  @Test
  void penalisesWhatCameBeforeLately() {
    float[] logits = {2, 1.5f, -2, -3};
    assertThat(penalised(logits, new Sampling(0.01, 1, 0, 1, 0, 2, 0, 0), 0)).isEqualTo(1);
    assertThat(penalised(logits, new Sampling(0.01, 1, 0, 1, 0, 1, 0.3, 0), 0)).isEqualTo(0);
    assertThat(penalised(logits, new Sampling(0.01, 1, 0, 1, 0, 1, 0.3, 0), 0, 0)).isEqualTo(1);
    assertThat(penalised(logits, new Sampling(0.01, 1, 0, 1, 0, 1, 0, 0.6), 0)).isEqualTo(1);
    float[] negative = {-2, -3};
    assertThat(penalised(negative, new Sampling(0.01, 1, 0, 1, 0, 2, 0, 0), 0)).isEqualTo(1);
    int[] longAgo = new int[TokenChooser.PENALTY_WINDOW + 1];
    Arrays.fill(longAgo, 3);
    longAgo[0] = 0;
    assertThat(penalised(logits, new Sampling(0.01, 1, 0, 1, 0, 2, 0, 0), longAgo)).isEqualTo(0);
  }

  @Test
  void leavesTheLogitsAsTheyWere() {
    float[] logits = {2.1f, 1.5f, -2.3f, -3};
    float[] copy = logits.clone();
    new TokenChooser(new Sampling(1, 1, 3, 0.9, 0.1, 1.7, 0.3, 0.3))
        .choose(logits, new int[] {0, 1, 1, 2}, Optional.empty());
    assertThat(logits).containsExactly(copy);
  }

  @Test
  void theSameSeedMakesTheSameChoices() {
    float[] logits = randomLogits(new Random(2), 1000, 2);
    TokenChooser one = new TokenChooser(Sampling.of(1, 5));
    TokenChooser same = new TokenChooser(Sampling.of(1, 5));
    TokenChooser other = new TokenChooser(Sampling.of(1, 6));
    boolean different = false;
    for (int i = 0; i < 50; i++) {
      int chosen = one.choose(logits, NONE, Optional.empty());
      assertThat(same.choose(logits, NONE, Optional.empty())).isEqualTo(chosen);
      different |= other.choose(logits, NONE, Optional.empty()) != chosen;
    }
    assertThat(different).isTrue();
  }

  @Test
  void refusesLogitsThatAreNoNumbers() {
    for (float wrong : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
      float[] logits = {wrong, wrong, wrong};
      for (Sampling sampling : List.of(Sampling.greedy(), Sampling.of(1, 1))) {
        assertThatThrownBy(() -> choose(sampling, logits))
            .isInstanceOf(InferenceException.class)
            .hasMessageContaining("NaN");
      }
      assertThatThrownBy(() -> TokenChooser.logProbability(logits, 1))
          .isInstanceOf(InferenceException.class);
    }
  }

  @Test
  void saysSoWhereTheVocabularyLacksWhatMustCome() {
    TokenTable table =
        new TokenTable(List.of(new byte[] {'a'}, new byte[] {'b'}), new BitSet(), new BitSet());
    GrammarState state = new GrammarCache(table).of("root ::= \"c\"").start();
    assertThatThrownBy(
            () ->
                new TokenChooser(Sampling.greedy())
                    .choose(new float[] {1, 2}, NONE, Optional.of(state)))
        .isInstanceOf(InferenceException.class)
        .hasMessageContaining("lacks characters");
  }

  @Test
  void logProbabilitiesAreThoseOfTheModel() {
    for (int spread = 0; spread < 12; spread++) {
      float[] logits = randomLogits(new Random(spread), 5001, spread);
      double sum = 0;
      for (float logit : logits) {
        sum += Math.exp(logit);
      }
      for (int token : new int[] {0, 77, 5000}) {
        assertThat(TokenChooser.logProbability(logits, token))
            .isCloseTo(logits[token] - Math.log(sum), within(1e-5));
      }
    }
  }

  private static float[] randomLogits(Random random, int size, double spread) {
    float[] logits = new float[size];
    for (int i = 0; i < size; i++) {
      logits[i] = (float) (random.nextGaussian() * spread);
    }
    return logits;
  }

  private static float[] logarithms(double... probabilities) {
    float[] logits = new float[probabilities.length];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = (float) Math.log(probabilities[i]);
    }
    return logits;
  }

  private static int penalised(float[] logits, Sampling sampling, int... before) {
    return new TokenChooser(sampling).choose(logits, before, Optional.empty());
  }

  private static int choose(Sampling sampling, float[] logits) {
    return new TokenChooser(sampling).choose(logits, NONE, Optional.empty());
  }

  private static Map<Integer, Integer> counts(Sampling sampling, float[] logits) {
    TokenChooser chooser = new TokenChooser(sampling);
    Map<Integer, Integer> counts = new TreeMap<>();
    for (int i = 0; i < DRAWS; i++) {
      counts.merge(chooser.choose(logits, NONE, Optional.empty()), 1, Integer::sum);
    }
    return counts;
  }
}
