package dev.yiben.pipeline.check;

import dev.yiben.pipeline.check.Language.Writing;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The writings of the languages of a job, looked up once each. */
final class Writings {
  private static final Set<Writing> EAST_ASIAN = EnumSet.of(Writing.HAN, Writing.KANA);

  private final Map<String, Set<Writing>> known = new ConcurrentHashMap<>();

  /** Returns the kinds of writing that texts of a language consist of. */
  Set<Writing> of(String tag) {
    return known.computeIfAbsent(tag, Language::writings);
  }

  /** Returns whether a language is written in Chinese characters, with or without kana. */
  boolean isEastAsian(String tag) {
    return of(tag).stream().anyMatch(EAST_ASIAN::contains);
  }

  /** Returns the writings that the source language has and the target language has not. */
  Set<Writing> foreign(CheckedSegment segment) {
    Set<Writing> foreign = EnumSet.noneOf(Writing.class);
    segment.sourceLanguage().map(this::of).ifPresent(foreign::addAll);
    foreign.removeAll(of(segment.targetLanguage()));
    return foreign;
  }
}
