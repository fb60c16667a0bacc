package dev.yiben.cli;

import java.util.List;

/**
 * A value from the environment or a configuration file.
 *
 * @param values one for each element of a list or map, else exactly one
 * @param origin where it stands, such as {@code yiben.yaml:3}
 */
record Setting(List<String> values, String origin) {
  Setting {
    values = List.copyOf(values);
  }
}
