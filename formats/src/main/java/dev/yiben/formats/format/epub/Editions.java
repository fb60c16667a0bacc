package dev.yiben.formats.format.epub;

import dev.yiben.formats.archive.Archive;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.splice.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The translated editions of a file's packages, each begun when a part of it is translated. */
final class Editions {
  private final Archive archive;
  private final Book book;
  private final FormatOptions options;
  private final String target;
  private final Map<String, Edition> byPackage = new TreeMap<>();
  private final Set<String> taken = new HashSet<>();

  Editions(Archive archive, Book book, FormatOptions options, String target) {
    this.archive = archive;
    this.book = book;
    this.options = options;
    this.target = target;
    archive.names().forEach(name -> taken.add(name.toLowerCase(Locale.ROOT)));
  }

  /** Returns the edition of a package. */
  Edition of(String packageName) {
    return byPackage.computeIfAbsent(packageName, this::begin);
  }

  private Edition begin(String packageName) {
    PackageDocument opf = book.packages().get(packageName);
    Optional<SourceText> source = new Texts(archive).read(packageName, new ArrayList<>());
    PackageMarkup markup = PackageMarkup.read(source.map(SourceText::text).orElse(""));
    return new Edition(packageName, opf, markup, archive, options, target, taken);
  }

  /** Returns the entries to add. */
  Map<String, byte[]> added() {
    Map<String, byte[]> added = new HashMap<>();
    byPackage.values().forEach(edition -> added.putAll(edition.added()));
    return added;
  }

  /** Returns what a user should know, one line each. */
  List<String> notices() {
    return byPackage.values().stream().flatMap(edition -> edition.notices().stream()).toList();
  }
}
