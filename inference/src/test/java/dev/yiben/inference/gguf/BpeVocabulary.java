package dev.yiben.inference.gguf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A byte-level BPE vocabulary, as small as can be or as large as that of real models and put
 * together alike: bytes, Han characters and kana, words, punctuation with line ends, and
 * combinations of all these.
 */
public final class BpeVocabulary {
  public static final String END = "<|im_end|>";
  private static final int LONGEST = 16;
  private static final String PUNCTUATION = ".,;:!?()[]{}<>/\\|\"'=+-*#_&%$@^~`";
  private static final String NEW_LINE = "\n";

  private final List<String> tokens = new ArrayList<>();
  private final List<String> merges = new ArrayList<>();
  private final Map<String, Integer> ids = new LinkedHashMap<>();
  private final List<Integer> control = new ArrayList<>();

  private BpeVocabulary() {
    for (int value = 0; value < 256; value++) {
      add(letter(value));
    }
    for (String special : List.of("<|endoftext|>", "<|im_start|>", END)) {
      control.add(tokens.size());
      add(special);
    }
  }

  /** Creates a vocabulary of bytes and these words. */
  public static BpeVocabulary small(List<String> words) {
    BpeVocabulary vocabulary = new BpeVocabulary();
    vocabulary.words(words);
    return vocabulary;
  }

  /**
   * Creates a vocabulary of so many tokens, which has these words and, each as one token, these
   * combinations.
   */
  public static BpeVocabulary large(int size, List<String> words, List<List<String>> combinations) {
    BpeVocabulary vocabulary = new BpeVocabulary();
    // Han characters that are left to the combinations alone would be split otherwise.
    for (int character = 0x4E00; character <= 0x9FA5; character++) {
      vocabulary.character(character);
    }
    for (int character = 0x3000; character <= 0x30FF; character++) {
      vocabulary.character(character);
    }
    for (List<String> parts : combinations) {
      vocabulary.merge(vocabulary.character(parts.get(0)), vocabulary.character(parts.get(1)));
    }
    vocabulary.words(words);
    vocabulary.fill(size);
    return vocabulary;
  }

  private void words(List<String> words) {
    for (String word : words) {
      String left = letter(' ');
      for (byte value : word.getBytes(StandardCharsets.UTF_8)) {
        left = merge(left, letter(value & 0xFF));
      }
    }
  }

  private String character(String text) {
    return character(text.codePointAt(0));
  }

  private String character(int codePoint) {
    String left = "";
    for (byte value : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
      String right = letter(value & 0xFF);
      left = left.isEmpty() ? right : merge(left, right);
    }
    return left;
  }

  /** Adds random combinations until the vocabulary is as large as it should be. */
  private void fill(int size) {
    SplittableRandom random = new SplittableRandom(1);
    List<String> latin = new ArrayList<>();
    "abcdefghijklmnopqrstuvwxyz".chars().forEach(c -> latin.add(letter(c)));
    List<String> begun = new ArrayList<>(List.of(letter(' ')));
    List<String> han = new ArrayList<>();
    // The first characters are used by the model's answers, which must stay as they are.
    for (int character = 0x6000; character <= 0x9FA5; character++) {
      han.add(character(character));
    }
    List<String> signs = new ArrayList<>();
    PUNCTUATION.chars().forEach(c -> signs.add(letter(c)));
    List<String> ends = new ArrayList<>(List.of(letter('\n'), letter('\r'), letter('\t')));
    while (tokens.size() < size) {
      int kind = random.nextInt(100);
      if (kind < 35) {
        combine(latin, latin, latin, random);
      } else if (kind < 55) {
        combine(begun, latin, begun, random);
      } else if (kind < 90) {
        combine(han, han, han, random);
      } else if (kind < 97) {
        combine(signs, signs, signs, random);
      } else {
        combine(random.nextBoolean() ? signs : ends, ends, ends, random);
      }
    }
  }

  private void combine(
      List<String> lefts, List<String> rights, List<String> into, SplittableRandom random) {
    String left = lefts.get(random.nextInt(lefts.size()));
    String right = rights.get(random.nextInt(rights.size()));
    if (left.length() + right.length() <= LONGEST && !ids.containsKey(left + right)) {
      into.add(merge(left, right));
    }
  }

  private String merge(String left, String right) {
    String both = left + right;
    if (!ids.containsKey(both)) {
      merges.add(left + " " + right);
      add(both);
    }
    return both;
  }

  private void add(String token) {
    ids.put(token, tokens.size());
    tokens.add(token);
  }

  /** Returns the letter that stands for a byte, as in GPT-2's vocabulary. */
  private static String letter(int value) {
    boolean shown =
        (value >= '!' && value <= '~')
            || (value >= 0xA1 && value <= 0xAC)
            || (value >= 0xAE && value <= 0xFF);
    if (shown) {
      return String.valueOf((char) value);
    }
    int place = 0;
    for (int other = 0; other < value; other++) {
      boolean otherShown =
          (other >= '!' && other <= '~')
              || (other >= 0xA1 && other <= 0xAC)
              || (other >= 0xAE && other <= 0xFF);
      place += otherShown ? 0 : 1;
    }
    return String.valueOf((char) (256 + place));
  }

  /** Returns the token of a text that is one. */
  public int id(String text) {
    if (ids.containsKey(text) && text.startsWith("<|")) {
      return ids.get(text);
    }
    StringBuilder letters = new StringBuilder();
    for (byte value : text.getBytes(StandardCharsets.UTF_8)) {
      letters.append(letter(value & 0xFF));
    }
    Integer id = ids.get(letters.toString());
    if (id == null) {
      throw new IllegalArgumentException("'" + text.replace(NEW_LINE, "\\n") + "' is no token");
    }
    return id;
  }

  public List<String> tokens() {
    return tokens;
  }

  public List<String> merges() {
    return merges;
  }

  public boolean isControl(int id) {
    return control.contains(id);
  }
}
