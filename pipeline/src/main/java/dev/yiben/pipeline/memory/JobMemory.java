package dev.yiben.pipeline.memory;

import dev.yiben.formats.document.Segment;
import dev.yiben.pipeline.plan.Fingerprint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The memories as a job sees them: what was in them when it began.
 *
 * <p>What is found for a document is kept in the job's folder; and until the job has come to its
 * end, documents that are planned later see the memories as they were at its beginning, too. So a
 * run that is resumed gets what the uninterrupted one would have got.
 */
public final class JobMemory implements AutoCloseable {
  private final Optional<MemoryUse> use;
  private final Optional<JobMatches> matches;
  private final boolean restart;
  private final Map<Path, TranslationMemory> open = new HashMap<>();

  private JobMemory(Optional<MemoryUse> use, Optional<JobMatches> matches, boolean restart) {
    this.use = use;
    this.matches = matches;
    this.restart = restart;
  }

  /**
   * Opens the memories for a job.
   *
   * @param use how it uses them; empty for not at all
   * @param jobFolder its folder, which is locked
   * @param restart whether what models have made so far is left alone
   */
  public static JobMemory open(Optional<MemoryUse> use, Path jobFolder, boolean restart) {
    Optional<JobMatches> matches = use.map(any -> JobMatches.open(jobFolder));
    if (restart) {
      matches.ifPresent(JobMatches::clear);
    }
    return new JobMemory(use, matches, restart);
  }

  /** Opens the memories for a plan: nothing is written. */
  public static JobMemory forPlan(Optional<MemoryUse> use, boolean restart) {
    return new JobMemory(use, Optional.empty(), restart);
  }

  /**
   * What decides which units a document gets, besides its segments.
   *
   * @param document the path by which it is known from run to run
   * @param languages from and to
   * @param model name of the job's model
   * @param recipe fingerprint of the model and all settings that shape a translation
   * @param similar whether the model is shown similar units
   */
  public record Request(
      Path document, MemoryLanguages languages, String model, String recipe, boolean similar) {}

  /**
   * Returns what the memory of its languages has for a document.
   *
   * @throws MemoryException if that memory cannot be used
   */
  public DocumentMemory document(Request request, List<Segment> segments) {
    return use.map(u -> document(u, request, segments)).orElse(DocumentMemory.NONE);
  }

  private DocumentMemory document(MemoryUse used, Request request, List<Segment> segments) {
    Path file = used.place().file(request.languages()).toAbsolutePath().normalize();
    if (matches.isEmpty() && !Files.exists(file)) {
      return DocumentMemory.NONE;
    }
    TranslationMemory memory = open.computeIfAbsent(file, any -> openMemory(file, request));
    memory.require(request.languages());
    Revisions revisions = revisions(memory);
    MatchFinder finder =
        new MatchFinder(memory, used.reuse(), request.recipe(), revisions, request.similar());
    String name = String.valueOf(request.document().getFileName());
    if (matches.isEmpty()) {
      return new DocumentMemory(Optional.empty(), finder.find(name, segments));
    }
    String document = request.document().toString();
    String fingerprint = fingerprint(file, used.reuse(), request, revisions, segments);
    Optional<Map<Integer, UnitMatch>> known = matches.get().load(document, fingerprint);
    Map<Integer, UnitMatch> found = known.orElseGet(() -> finder.find(name, segments));
    if (known.isEmpty()) {
      matches.get().save(document, fingerprint, found);
    }
    return new DocumentMemory(
        Optional.of(new DocumentMemory.Keeper(memory, request, used.clock())), found);
  }

  private TranslationMemory openMemory(Path file, Request request) {
    return matches.isEmpty()
        ? TranslationMemory.openReadOnly(file)
        : TranslationMemory.open(file, request.languages());
  }

  private Revisions revisions(TranslationMemory memory) {
    Optional<Revisions> begun = matches.flatMap(m -> m.revisions(memory.file()));
    if (begun.isPresent()) {
      return begun.get();
    }
    Revisions now = memory.revisions();
    Revisions seen = restart ? now.byPeopleOnly() : now;
    matches.ifPresent(m -> m.save(memory.file(), seen));
    return seen;
  }

  private static String fingerprint(
      Path file, MemoryReuse reuse, Request request, Revisions revisions, List<Segment> segments) {
    List<String> parts = new ArrayList<>();
    parts.add(file.toString());
    parts.add(reuse.name());
    parts.add(request.recipe());
    parts.add(String.valueOf(request.similar()));
    parts.add(String.valueOf(revisions.byPeople()));
    for (Segment segment : segments) {
      parts.add(segment.id().value());
      parts.add(segment.stream());
      parts.add(segment.role().name());
      parts.add(segment.skipRule().orElse(""));
      parts.add(segment.source().marked());
    }
    return Fingerprint.of(parts).value();
  }

  /** Notes that the job has come to its end. */
  public void end() {
    matches.ifPresent(JobMatches::end);
  }

  @Override
  public void close() {
    open.values().forEach(TranslationMemory::close);
    matches.ifPresent(JobMatches::close);
  }
}
