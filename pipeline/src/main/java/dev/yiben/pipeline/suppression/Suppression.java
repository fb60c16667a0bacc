package dev.yiben.pipeline.suppression;

import dev.yiben.pipeline.check.Finding;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A person's word that findings do not count.
 *
 * @param check id of the check, in which {@code *} stands for anything
 * @param file a glob of the file's name or, with a slash in it, of the end of its path; empty for
 *     all files
 * @param segment id of the segment, in which {@code *} stands for anything; empty for all segments
 * @param text a part of the segment's source or target; empty for any
 * @param reason why they do not count
 * @param until the last day on which they do not; empty for ever
 * @param place where it is written, such as {@code yiben.yaml:12}
 */
public record Suppression(
    String check,
    Optional<String> file,
    Optional<String> segment,
    Optional<String> text,
    String reason,
    Optional<LocalDate> until,
    String place) {

  /** Returns whether it is about a file. */
  boolean isAbout(Path path) {
    return file.isEmpty() || matcher().matches(path.toAbsolutePath().normalize());
  }

  /**
   * Returns the matcher of the files' absolute paths.
   *
   * @throws java.util.regex.PatternSyntaxException if the glob is wrong
   */
  public PathMatcher matcher() {
    String glob = file.orElse("**").replaceFirst("^(\\./|/)+", "");
    return FileSystems.getDefault().getPathMatcher("glob:**/" + glob);
  }

  /** Returns whether it is about a finding in a segment of a file that it is about. */
  boolean isAbout(Finding finding, String id, String source, String target) {
    return isLike(check, finding.id())
        && segment.map(pattern -> isLike(pattern, id)).orElse(true)
        && text.map(part -> source.contains(part) || target.contains(part)).orElse(true);
  }

  /** Returns whether it holds no more. */
  boolean hasEnded(LocalDate today) {
    return until.filter(today::isAfter).isPresent();
  }

  private static boolean isLike(String pattern, String id) {
    String regex = "\\Q" + pattern.replace("\\E", "\\E\\\\E\\Q").replace("*", "\\E.*\\Q") + "\\E";
    return Pattern.compile(regex, Pattern.DOTALL).matcher(id).matches();
  }
}
