package dev.yiben.formats.pdf.layout;

import dev.yiben.formats.document.Role;
import dev.yiben.formats.pdf.page.Box;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Claims listings of programs, which stay as they are. */
final class CodeClaims {
  static final String RULE = "code";

  /** Lines further apart, in em, are not of one listing. */
  private static final double FARTHEST = 3;

  private CodeClaims() {}

  /** Returns the region with its listings claimed. */
  static Region of(Region region) {
    List<Line> mono = region.lines().stream().filter(Code::isMono).toList();
    if (mono.isEmpty()) {
      return region;
    }
    boolean typewriter = characters(mono) > 0.6 * characters(region.lines());
    Set<Line> taken = new HashSet<>();
    List<Claim> claims = new ArrayList<>(region.claims());
    for (List<Line> group : groups(mono)) {
      if (isCode(group, typewriter)) {
        taken.addAll(group);
        claims.add(
            new Claim(
                Line.box(group),
                List.of(
                    new Block(Role.PARAGRAPH, group, true, Optional.empty(), Optional.of(RULE)))));
      }
    }
    List<Line> free = region.lines().stream().filter(line -> !taken.contains(line)).toList();
    return new Region(region.direction(), region.page(), free, region.shapes(), claims);
  }

  private static int characters(List<Line> lines) {
    return lines.stream()
        .flatMap(line -> line.words().stream())
        .mapToInt(word -> word.glyphs().size())
        .sum();
  }

  private static boolean isCode(List<Line> lines, boolean typewriter) {
    double code = Code.share(lines);
    if (typewriter) {
      return lines.size() > 2 && code > 0.5 && Code.symbols(lines) > 0.1;
    }
    return Code.prose(lines) < 0.5
        && (code > 0.3 || (lines.size() > 1 && Code.symbols(lines) > 0.08));
  }

  /** Returns lines that stand below or beside each other, from the top down. */
  private static List<List<Line>> groups(List<Line> lines) {
    List<List<Line>> groups = new ArrayList<>();
    List<Box> boxes = new ArrayList<>();
    for (Line line : lines) {
      int in = -1;
      for (int i = groups.size() - 1; i >= 0 && in < 0; i--) {
        Line last = groups.get(i).get(groups.get(i).size() - 1);
        Box box = boxes.get(i);
        if (last.stream() == line.stream()
            && last.baseline() - line.baseline() < FARTHEST * line.size()
            && line.box().left() < box.right() + 4 * line.size()
            && line.box().right() > box.left() - 4 * line.size()) {
          in = i;
        }
      }
      if (in < 0) {
        groups.add(new ArrayList<>(List.of(line)));
        boxes.add(line.box());
      } else {
        groups.get(in).add(line);
        boxes.set(in, boxes.get(in).union(line.box()));
      }
    }
    return groups;
  }
}
