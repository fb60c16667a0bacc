package dev.yiben.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A mixin whose options stand below a heading of their own, behind the others, in the help. */
interface OptionSection {
  /** Returns the heading. */
  String heading();

  /** Returns the list of options for the help. */
  static String list(Help help) {
    Map<String, String> headings = new HashMap<>();
    addHeadings(help.commandSpec(), headings);
    Map<String, List<OptionSpec>> sections = new LinkedHashMap<>();
    // The common ones come first, whatever stands between them.
    sections.put("", new ArrayList<>());
    for (OptionSpec option : help.commandSpec().options()) {
      sections
          .computeIfAbsent(
              headings.getOrDefault(option.longestName(), ""), key -> new ArrayList<>())
          .add(option);
    }
    StringBuilder list = new StringBuilder();
    sections.forEach(
        (heading, options) -> {
          list.append(heading.isEmpty() ? "" : String.format("%n%s%n", heading));
          Help.Layout layout = help.createDefaultLayout();
          layout.addOptions(options, help.parameterLabelRenderer());
          list.append(layout);
        });
    return list.toString();
  }

  /** Adds the headings of a command's options by their names. */
  private static void addHeadings(CommandSpec command, Map<String, String> headings) {
    for (CommandSpec mixin : command.mixins().values()) {
      if (mixin.userObject() instanceof OptionSection section) {
        mixin.options().forEach(o -> headings.put(o.longestName(), section.heading()));
      }
      addHeadings(mixin, headings);
    }
  }
}
