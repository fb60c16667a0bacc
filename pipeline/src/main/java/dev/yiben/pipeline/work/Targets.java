package dev.yiben.pipeline.work;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.TargetLookup;
import dev.yiben.pipeline.Fate;
import dev.yiben.pipeline.SegmentOutcome;
import dev.yiben.pipeline.convert.ChineseConversion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The targets of the segments that were translated or reused, as they are written. */
final class Targets implements TargetLookup {
  private final String language;
  private final Map<SegmentId, CodedText> targets = new HashMap<>();

  Targets(String language, List<SegmentOutcome> outcomes, Optional<ChineseConversion> conversion) {
    this.language = conversion.map(c -> c.kind().language()).orElse(language);
    for (SegmentOutcome outcome : outcomes) {
      if (outcome.fate() == Fate.TRANSLATED || outcome.fate() == Fate.REUSED) {
        CodedText target = outcome.target();
        targets.put(outcome.segment().id(), conversion.map(c -> c.convert(target)).orElse(target));
      }
    }
  }

  @Override
  public String targetLanguage() {
    return language;
  }

  @Override
  public Optional<CodedText> target(SegmentId id) {
    return Optional.ofNullable(targets.get(id));
  }
}
