package dev.yiben.formats.format.epub;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.yiben.formats.format.Layout;
import dev.yiben.formats.format.epub.PackageMarkup.Tag;
import dev.yiben.formats.markup.Token.EndTag;
import dev.yiben.formats.markup.Token.Text;
import dev.yiben.formats.splice.Patch;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The new unique identifier of a translated book, so that readers tell it from its source. What
 * named the source's edition becomes the {@code dc:source} of the new one.
 */
final class Identifiers {
  private static final UUID URL_NAMESPACE = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");
  private static final Pattern ISBN =
      Pattern.compile("(?i)(?:urn:)?isbn[: ].*|97[89](?:[- ]?[0-9]){10}");

  /** A URN, by ONIX code list 5. */
  private static final String ONIX_URN = "22";

  private Identifiers() {}

  /** Returns what identifies the translation of a book: the same for the same three. */
  static String of(String old, String target, Layout layout) {
    return "urn:uuid:" + nameBased(URL_NAMESPACE, old + '\n' + target + '\n' + layout);
  }

  /** Returns a version 5 UUID (RFC 9562, section 5.5). */
  static UUID nameBased(UUID namespace, String name) {
    byte[] prefix =
        ByteBuffer.allocate(16)
            .putLong(namespace.getMostSignificantBits())
            .putLong(namespace.getLeastSignificantBits())
            .array();
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(prefix);
      ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(UTF_8)));
      long high = (hash.getLong() & ~0xF000L) | 0x5000L;
      long low = (hash.getLong() & ~(3L << 62)) | (1L << 63);
      return new UUID(high, low);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-1", e);
    }
  }

  /** Returns the content of the unique identifier, if the package document names one. */
  static Optional<Tag> unique(PackageMarkup markup) {
    String id = markup.first("package").map(p -> markup.value(p, "unique-identifier")).orElse("");
    return markup.all("identifier").stream()
        .filter(tag -> !id.isEmpty() && markup.value(tag, "id").equals(id))
        .filter(tag -> !tag.value().isEmpty())
        .findFirst();
  }

  /** Returns the patches that give a package document another unique identifier. */
  static List<Patch> patches(PackageMarkup markup, String identifier) {
    List<Patch> patches = new ArrayList<>();
    Optional<Tag> unique = unique(markup);
    if (unique.isEmpty()) {
      return patches;
    }
    Tag old = unique.get();
    String name = old.start().name();
    Text content = old.content().orElseThrow();
    EndTag end = old.end().orElseThrow();
    patches.add(new Patch(content.start(), content.end(), identifier));
    patches.add(
        new Patch(
            end.end(),
            end.end(),
            indentBefore(markup, old.start().start())
                + "<%1$s%2$s>%3$s</%1$s>"
                    .formatted(
                        sourceName(name),
                        namespaces(markup, old),
                        markup.text().substring(content.start(), content.end()).strip())));
    PackageMarkup.attribute(old, "opf:scheme")
        .filter(scheme -> scheme.quote() != '\0')
        .ifPresent(
            scheme -> patches.add(new Patch(scheme.valueStart(), scheme.valueEnd(), "UUID")));
    markup.all("identifier").stream()
        .filter(tag -> !tag.equals(old) && isIsbn(markup, tag))
        .forEach(tag -> patches.addAll(asSource(tag)));
    patches.addAll(sayings(markup, old, identifier));
    return patches;
  }

  /** What other elements say of the identifier: its value again, and of which kind it is. */
  private static List<Patch> sayings(PackageMarkup markup, Tag old, String identifier) {
    List<Patch> patches = new ArrayList<>();
    String reference = "#" + markup.value(old, "id");
    for (Tag meta : markup.all("meta")) {
      String property = markup.value(meta, "property");
      boolean again = property.equals("dcterms:identifier") && meta.value().equals(old.value());
      boolean kind =
          property.equals("identifier-type")
              && markup.value(meta, "refines").equals(reference)
              && markup.value(meta, "scheme").equals("onix:codelist5");
      if (again || kind) {
        meta.content()
            .map(text -> new Patch(text.start(), text.end(), again ? identifier : ONIX_URN))
            .ifPresent(patches::add);
      }
    }
    return patches;
  }

  private static boolean isIsbn(PackageMarkup markup, Tag tag) {
    return markup.value(tag, "opf:scheme").toLowerCase(Locale.ROOT).equals("isbn")
        || ISBN.matcher(tag.value()).matches();
  }

  private static List<Patch> asSource(Tag tag) {
    if (tag.end().isEmpty()) {
      return List.of();
    }
    EndTag end = tag.end().get();
    List<Patch> patches = new ArrayList<>();
    patches.add(local(tag.start().start() + 1, tag.start().name()));
    patches.add(local(end.start() + 2, end.name()));
    PackageMarkup.attribute(tag, "opf:scheme")
        .ifPresent(scheme -> patches.add(new Patch(scheme.start() - 1, scheme.valueEnd() + 1, "")));
    return patches;
  }

  private static Patch local(int start, String name) {
    return new Patch(start, start + name.length(), sourceName(name));
  }

  /** Returns the name of a source in the case and with the prefix of an identifier's. */
  private static String sourceName(String identifierName) {
    int colon = identifierName.indexOf(':') + 1;
    boolean upper = Character.isUpperCase(identifierName.charAt(colon));
    return identifierName.substring(0, colon) + (upper ? "Source" : "source");
  }

  private static String namespaces(PackageMarkup markup, Tag tag) {
    StringBuilder namespaces = new StringBuilder();
    tag.start().attributes().stream()
        .filter(attribute -> attribute.name().startsWith("xmlns"))
        .forEach(a -> namespaces.append(' ').append(markup.text(), a.start(), a.valueEnd() + 1));
    return namespaces.toString();
  }

  /** Returns the line end and white space before a place. */
  private static String indentBefore(PackageMarkup markup, int place) {
    int start = place;
    while (start > 0 && Character.isWhitespace(markup.text().charAt(start - 1))) {
      start--;
    }
    return markup.text().substring(start, place);
  }
}
