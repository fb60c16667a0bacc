package dev.yiben.formats.format.epub;

import dev.yiben.formats.archive.Archive;
import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.epub.PackageDocument.ManifestItem;
import dev.yiben.formats.markup.MarkupException;
import dev.yiben.formats.markup.MarkupScanner;
import dev.yiben.formats.markup.Token;
import dev.yiben.formats.markup.Token.StartTag;
import dev.yiben.formats.splice.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The files of a book that have text, in the order of reading: chapters, then contents and titles.
 *
 * @param packages the package documents by their entries' names
 */
record Book(List<Part> parts, Map<String, PackageDocument> packages, List<String> notices) {
  static final String CONTAINER = "META-INF/container.xml";

  private static final Pattern CHAPTER = Pattern.compile("(?i)\\.(?:xhtml|html|htm)$");

  /**
   * Finds a book's files.
   *
   * @throws DocumentException if there is no package document
   */
  static Book read(Path file, Archive archive) {
    Texts texts = new Texts(archive);
    List<String> notices = new ArrayList<>();
    Map<String, PackageDocument> packages = new LinkedHashMap<>();
    for (String name : packageNames(file, texts, archive)) {
      // What is wrong with it is said where its text is read.
      Optional<SourceText> source = texts.read(name, new ArrayList<>());
      packages.put(
          name,
          source.map(text -> PackageDocument.read(text.text())).orElse(PackageDocument.EMPTY));
    }
    if (packages.isEmpty()) {
      throw new DocumentException(
          file, CONTAINER, "no package document (.opf); the book is damaged, get it again");
    }
    Map<String, Part> parts = new LinkedHashMap<>();
    for (Part.Kind kind : Part.Kind.values()) {
      packages.forEach((name, opf) -> collect(kind, name, opf, parts));
    }
    if (parts.values().stream().noneMatch(part -> part.kind() == Part.Kind.CHAPTER)) {
      notices.add("no package document names a file to read; read what looks like a chapter");
      chapters(archive, packages.keySet().iterator().next()).forEach(parts::putIfAbsent);
    }
    return new Book(
        List.copyOf(parts.values()), Collections.unmodifiableMap(packages), List.copyOf(notices));
  }

  /** Returns the files whose names are those of chapters. */
  private static Map<String, Part> chapters(Archive archive, String packageName) {
    Map<String, Part> chapters = new LinkedHashMap<>();
    archive.names().stream()
        .filter(name -> CHAPTER.matcher(name).find())
        .forEach(name -> chapters.put(name, new Part(name, Part.Kind.CHAPTER, packageName)));
    return chapters;
  }

  private static void collect(
      Part.Kind kind, String packageName, PackageDocument opf, Map<String, Part> parts) {
    switch (kind) {
      case CHAPTER -> {
        List<ManifestItem> chapters = new ArrayList<>();
        opf.spine().stream()
            .filter(opf.manifest()::containsKey)
            .map(opf.manifest()::get)
            .forEach(chapters::add);
        chapters.addAll(opf.manifest().values());
        chapters.stream()
            .filter(item -> item.isContent() && !item.isNavigation())
            .forEach(item -> add(kind, item, packageName, parts));
      }
      case NAVIGATION ->
          opf.manifest().values().stream()
              .filter(ManifestItem::isNavigation)
              .forEach(item -> add(kind, item, packageName, parts));
      case NCX ->
          opf.manifest().values().stream()
              .filter(opf::isNcx)
              .forEach(item -> add(kind, item, packageName, parts));
      case PACKAGE -> parts.putIfAbsent(packageName, new Part(packageName, kind, packageName));
    }
  }

  private static void add(
      Part.Kind kind, ManifestItem item, String packageName, Map<String, Part> parts) {
    EntryAddress.resolve(packageName, item.address())
        .ifPresent(name -> parts.putIfAbsent(name, new Part(name, kind, packageName)));
  }

  /** Returns the rootfiles; where the container names none that exists, what looks like one. */
  private static Set<String> packageNames(Path file, Texts texts, Archive archive) {
    Set<String> names = new LinkedHashSet<>();
    texts
        .read(CONTAINER, new ArrayList<>())
        .ifPresent(source -> names.addAll(rootfiles(file, source.text())));
    names.retainAll(archive.names());
    if (names.isEmpty()) {
      archive.names().stream().filter(name -> name.endsWith(".opf")).forEach(names::add);
    }
    return names;
  }

  private static List<String> rootfiles(Path file, String container) {
    List<String> rootfiles = new ArrayList<>();
    try {
      List<Token> tokens = MarkupScanner.scan(container, Set.of());
      ExternalEntities.refuse(file, CONTAINER, tokens);
      for (Token token : tokens) {
        if (token instanceof StartTag tag
            && tag.localName().equals("rootfile")
            && tag.attribute("media-type")
                .map(type -> type.value(container).strip())
                .filter(type -> !type.equals("application/oebps-package+xml"))
                .isEmpty()) {
          tag.attribute("full-path").ifPresent(path -> rootfiles.add(path.value(container)));
        }
      }
      return rootfiles;
    } catch (MarkupException e) {
      return List.of();
    }
  }
}
