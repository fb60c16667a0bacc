package dev.yiben.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Text without a meaning, made of common words. */
final class BenchText {
  static final List<String> WORDS =
      List.of(
          ("the old keeper opened door and light of lamp fell on stairs when ship came into harbour"
                  + " nobody had seen her for three years so they went down to beach with ropes"
                  + " wind was cold but sea lay still under clouds while children waited by wall"
                  + " captain said that storm would come before morning because birds were silent"
                  + " she wrote letter put it between pages book closed window looked at far hills"
                  + " one man laughed another shook his head then all of them began to sing again")
              .split(" "));

  private BenchText() {}

  /** Returns a sentence of so many words, always the same for the same number. */
  static String sentence(int number, int words) {
    SplittableRandom random = new SplittableRandom(number);
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < words; i++) {
      chosen.add(WORDS.get(random.nextInt(WORDS.size())));
    }
    return String.join(" ", chosen);
  }
}
