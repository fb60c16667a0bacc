package dev.yiben.formats.format.renpy;

import java.util.List;

/**
 * A translation file as it was read.
 *
 * @param blocks translations of dialogue, in order
 * @param strings translations of strings, in order
 * @param faults what the engine would not accept
 */
record Catalogue(
    List<TranslationBlock> blocks, List<TranslatedString> strings, List<CatalogueFault> faults) {
  Catalogue {
    blocks = List.copyOf(blocks);
    strings = List.copyOf(strings);
    faults = List.copyOf(faults);
  }

  boolean isEmpty() {
    return blocks.isEmpty() && strings.isEmpty();
  }

  /** Returns what is translated into one language. */
  Catalogue into(String language) {
    return new Catalogue(
        blocks.stream().filter(block -> block.language().equals(language)).toList(),
        strings.stream().filter(string -> string.language().equals(language)).toList(),
        faults);
  }
}
