package dev.yiben.inference.decoding;

import dev.yiben.inference.gbnf.Gbnf;
import dev.yiben.inference.gbnf.GbnfPart;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A grammar over bytes, made of one over characters. */
final class GrammarProgram {
  private final Map<String, Alternatives> rules = new HashMap<>();
  private final Utf8Places places = new Utf8Places();
  // Bytes that stand on different sides of one of these are told apart somewhere in the grammar.
  private final BitSet borders = new BitSet();
  private final BitSet seen = new BitSet();
  private final byte[] kinds = new byte[256];
  private final int kindCount;

  GrammarProgram(Gbnf grammar) {
    grammar.rules().keySet().forEach(name -> rules.put(name, new Alternatives()));
    grammar.rules().forEach((name, alternatives) -> rules.get(name).set(sequences(alternatives)));
    int kind = 0;
    for (int value = 0; value < 256; value++) {
      kind += value > 0 && borders.get(value) ? 1 : 0;
      kinds[value] = (byte) kind;
    }
    kindCount = kind + 1;
  }

  Alternatives start() {
    return rules.get(Gbnf.START);
  }

  Utf8Places places() {
    return places;
  }

  /** Returns the kind of a byte: bytes of the same kind lead to the same. */
  int kind(byte value) {
    return kinds[value & 0xFF] & 0xFF;
  }

  int kindCount() {
    return kindCount;
  }

  private List<Alternatives.Sequence> sequences(List<List<GbnfPart>> alternatives) {
    List<Alternatives.Sequence> sequences = new ArrayList<>();
    for (List<GbnfPart> parts : alternatives) {
      Element first = null;
      for (int i = parts.size() - 1; i >= 0; i--) {
        first = element(parts.get(i), first);
      }
      sequences.add(new Alternatives.Sequence(first));
    }
    return sequences;
  }

  private Alternatives alternatives(GbnfPart part) {
    if (part instanceof GbnfPart.Reference reference) {
      return rules.get(reference.rule());
    }
    Alternatives alternatives = new Alternatives();
    alternatives.set(
        sequences(
            part instanceof GbnfPart.Group group ? group.alternatives() : List.of(List.of(part))));
    return alternatives;
  }

  private Element element(GbnfPart part, Element next) {
    if (part instanceof GbnfPart.Literal literal) {
      byte[] bytes = literal.text().getBytes(StandardCharsets.UTF_8);
      for (byte value : bytes) {
        borders.set(value & 0xFF);
        borders.set((value & 0xFF) + 1);
      }
      return bytes.length == 0 ? next : new Element.Literal(bytes, next);
    }
    if (part instanceof GbnfPart.CharacterClass characters) {
      int place = places.of(CodePoints.of(characters));
      addBorders(place);
      return new Element.OneOf(place, next);
    }
    if (part instanceof GbnfPart.Repetition repetition) {
      return new Element.Repetition(
          alternatives(repetition.part()), repetition.least(), repetition.most(), next);
    }
    return new Element.Choice(alternatives(part), next);
  }

  private void addBorders(int place) {
    if (place < 0 || seen.get(place)) {
      return;
    }
    seen.set(place);
    int[] runs = places.runs(place);
    for (int at = 0; at < runs.length; at += 2) {
      borders.set(runs[at]);
      addBorders(runs[at + 1]);
    }
  }
}
