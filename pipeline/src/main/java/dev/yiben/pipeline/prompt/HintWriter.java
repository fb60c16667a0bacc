package dev.yiben.pipeline.prompt;

import dev.yiben.pipeline.check.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what is known of lines besides their texts; numbers of lines count from 1. */
record HintWriter(ProfileTexts texts, String targetLanguage) {
  /** A translation may well be longer than its source lets expect by so much. */
  private static final double SPREAD = 1.25;

  private static final int LONGEST_NAME = 60;

  /** Returns the places of a text for the user with what belongs there. */
  Map<String, String> values(List<PromptLine> lines) {
    return Map.of(
        "speakers", list("speakers", speakers(lines)),
        "sentences", list("sentences", sentences(lines)),
        "limits", list("limits", limits(lines)));
  }

  private String list(String key, List<String> entries) {
    return entries.isEmpty() ? "" : texts.fill(key, Map.of("list", String.join("", entries)));
  }

  private List<String> speakers(List<PromptLine> lines) {
    Map<String, List<String>> linesOf = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      Optional<String> speaker =
          lines.get(i).hints().speaker().filter(name -> name.length() <= LONGEST_NAME);
      if (speaker.isPresent()) {
        linesOf
            .computeIfAbsent(speaker.get(), name -> new ArrayList<>())
            .add(String.valueOf(i + 1));
      }
    }
    return linesOf.entrySet().stream()
        .map(
            entry ->
                texts.fill(
                    "speaker",
                    Map.of(
                        "name",
                        oneLine(entry.getKey()),
                        "numbers",
                        String.join(", ", entry.getValue()))))
        .toList();
  }

  private static String oneLine(String name) {
    return name.lines().collect(Collectors.joining(" "));
  }

  private List<String> sentences(List<PromptLine> lines) {
    List<String> sentences = new ArrayList<>();
    int first = 0;
    for (int i = 0; i < lines.size(); i++) {
      boolean goesOn = i + 1 < lines.size() && isJoined(lines.get(i), lines.get(i + 1));
      if (!goesOn) {
        if (i > first) {
          sentences.add(
              texts.fill(
                  "sentence",
                  Map.of("first", String.valueOf(first + 1), "last", String.valueOf(i + 1))));
        }
        first = i + 1;
      }
    }
    return sentences;
  }

  private static boolean isJoined(PromptLine line, PromptLine next) {
    return line.hints().continues() && next.index() == line.index() + 1;
  }

  /** Names only limits that may matter: to tell all of them would hide those. */
  private List<String> limits(List<PromptLine> lines) {
    List<String> limits = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      PromptLine line = lines.get(i);
      int columns = line.hints().limit().map(limit -> limit.columns()).orElse(Integer.MAX_VALUE);
      if (Language.expectedColumns(line.marked(), targetLanguage) * SPREAD > columns) {
        limits.add(
            texts.fill(
                "limit",
                Map.of(
                    "number",
                    String.valueOf(i + 1),
                    "most",
                    String.valueOf(Language.characters(columns, targetLanguage)))));
      }
    }
    return limits;
  }
}
